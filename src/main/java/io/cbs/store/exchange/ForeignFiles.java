package io.cbs.store.exchange;

import io.cbs.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads files that others made, in a tree that is not trusted: no link is followed, nothing but plain files is opened,
 * and no name found in it becomes part of a path unless it is a plain number. What is read goes into one checksum.
 */
final class ForeignFiles {
    private static final int LARGEST_JSON = 1 << 20;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private final Path root;
    private final MessageDigest digest;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @param root names in the checksum are relative to it */
    ForeignFiles(Path root) {
        this.root = root;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The numbers that name the folders in a folder, ascending. Files beside them do not matter. */
    static long[] numbered(Path folder) {
        LongStream.Builder numbers = LongStream.builder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isSymbolicLink(entry)) {
                    throw ExchangeException.at(entry, "is a symbolic link; links are not followed");
                }
                if (name.startsWith(".") || !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (!isNumber(name)) {
                    throw ExchangeException.at(entry, "expected a folder named by a whole number");
                }
                numbers.add(Long.parseLong(name));
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw StoreException.reading(folder, e);
        }
        long[] sorted = numbers.build().toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    /** A JSON object. */
    JsonNode json(Path file) {
        try (InputStream in = open(file)) {
            byte[] content = in.readNBytes(LARGEST_JSON + 1);
            if (content.length > LARGEST_JSON) {
                throw ExchangeException.at(file, "larger than " + LARGEST_JSON + " bytes");
            }
            JsonNode json = mapper.readTree(content);
            if (!json.isObject()) {
                throw ExchangeException.at(file, 1, "expected a JSON object");
            }
            return json;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw ExchangeException.at(file, line, "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        }
    }

    /** The file's bytes, which go into the checksum as they are read. */
    InputStream open(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw ExchangeException.at(file, "is a symbolic link; links are not followed");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw ExchangeException.at(file, Files.exists(file) ? "is not a file" : "is missing");
        }
        String name = root.relativize(file).toString().replace('\\', '/');
        digest.update((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        return new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest);
    }

    /** Over the names, sizes and bytes of everything read so far, in the order of reading. */
    String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
