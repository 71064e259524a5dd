package io.cbs.store.exchange;

import io.cbs.store.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The folder of one workload: below it one folder per batch size.
 *
 * @param path absolute
 */
public record WorkloadFolder(Path path) {
    /** Root, group, dataset, model, optimizer: some workloads of the database are in a group of their own. */
    private static final int DEEPEST = 4;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    /** The only workload in or below a folder; throws {@link ExchangeException} that lists them where there are more. */
    public static WorkloadFolder only(Path folder) {
        Path top = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(top)) {
            throw ExchangeException.at(folder, Files.exists(top) ? "is not a folder" : "no such folder");
        }
        List<WorkloadFolder> found = new ArrayList<>();
        find(top, DEEPEST, found);
        if (found.isEmpty()) {
            throw ExchangeException.at(
                    folder, "no workload in or below it: expected dataset/model/optimizer/batch_size/study.json");
        }
        if (found.size() > 1) {
            List<String> names = found.stream()
                    .map(workload -> "  " + top.relativize(workload.path()).toString())
                    .toList();
            throw ExchangeException.at(
                    folder, found.size() + " workloads; name the folder of one:\n" + String.join("\n", names));
        }
        return found.get(0);
    }

    private static void find(Path folder, int deeper, List<WorkloadFolder> found) {
        List<Path> inside = folders(folder);
        if (inside.stream().anyMatch(WorkloadFolder::isStudy)) {
            found.add(new WorkloadFolder(folder));
        } else if (deeper > 0) {
            inside.forEach(each -> find(each, deeper - 1, found));
        }
    }

    private static boolean isStudy(Path folder) {
        return ForeignFiles.isNumber(folder.getFileName().toString())
                && Files.exists(folder.resolve(StudyFile.NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** By name; no links. */
    private static List<Path> folders(Path folder) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw StoreException.reading(folder, e);
        }
        folders.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        return folders;
    }

    public String dataset() {
        return name(3);
    }

    public String model() {
        return name(2);
    }

    public String optimizer() {
        return name(1);
    }

    private String name(int fromEnd) {
        int index = path.getNameCount() - fromEnd;
        String name = index < 0 ? "" : path.getName(index).toString();
        if (!NAME.matcher(name).matches()) {
            throw ExchangeException.at(
                    path,
                    "the last three names are dataset, model and optimizer, of letters, digits, dots, underscores and"
                            + " hyphens; found '" + name + "'");
        }
        return name;
    }
}
