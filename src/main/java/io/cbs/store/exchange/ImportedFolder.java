package io.cbs.store.exchange;

import io.cbs.store.StagedFolder;
import io.cbs.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A results folder with curves from elsewhere; it has no trials of its own and is never written again. */
public final class ImportedFolder {
    private final Path path;

    private ImportedFolder(Path path) {
        this.path = path;
    }

    /** @param path need not exist */
    public static ImportedFolder at(Path path) {
        return new ImportedFolder(path.toAbsolutePath().normalize());
    }

    /** Whether a folder holds imported curves and not a sweep's trials. */
    public static boolean is(Path folder) {
        return Files.isRegularFile(folder.resolve(StagedFolder.IMPORT_FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /**
     * Makes the folder with its record in one step: after a crash it is there whole or not at all.
     *
     * @return whether it was made; false where the same import was there already
     * @throws ExchangeException where something else is there
     */
    public boolean publish(ImportRecord record) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (!is(path)) {
                throw ExchangeException.at(path, "is there already and is no imported folder; choose another --into");
            }
            if (!read().isSameImport(record)) {
                throw ExchangeException.at(
                        path, "holds an import of other files or by other rules; choose another --into");
            }
            return false;
        }
        try (StagedFolder staged = StagedFolder.open(path)) {
            String text = mapper().writerWithDefaultPrettyPrinter().writeValueAsString(record) + "\n";
            staged.append(Path.of(StagedFolder.IMPORT_FILE), text.getBytes(StandardCharsets.UTF_8));
            staged.publish();
        }
        return true;
    }

    /** What was imported. */
    public ImportRecord read() {
        Path file = path.resolve(StagedFolder.IMPORT_FILE);
        try {
            ImportRecord record = mapper().readValue(Files.readAllBytes(file), ImportRecord.class);
            if (record.schemaVersion() != ImportRecord.SCHEMA_VERSION || !ImportRecord.KIND.equals(record.kind())) {
                throw ExchangeException.at(file, "was written by another version of cbs; import again");
            }
            return record;
        } catch (JacksonException | NullPointerException e) {
            throw ExchangeException.at(file, "is not the record of an import; import again into another folder");
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        }
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.USE_LONG_FOR_INTS)
                .build();
    }
}
