package io.cbs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzTest {
    private static final int EDITS = 2000;
    private static final String CHARACTERS = "abcxyz0189 .-_:,#'\"[]{}&*!|>%@`?~<=+eE\n\t\\/$\u00e9\u0000\uFEFF";

    @TempDir
    private Path folder;

    @Test
    void randomEditsThrowNothingButConfigExceptions() throws IOException {
        ConfigReader reader = new ConfigReader(Path.of(""));
        List<String> good = goodConfigs();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < EDITS; i++) {
            String text = edited(good.get(random.nextInt(good.size())), random);
            Path file = Files.writeString(folder.resolve("fuzz.yaml"), text);
            refused += refused(reader, file, text) ? 1 : 0;
        }
        assertThat(refused).as("edits that broke the config").isBetween(EDITS / 4, EDITS - 1);
    }

    private static boolean refused(ConfigReader reader, Path file, String text) {
        boolean[] refused = {false};
        assertThatCode(() -> {
                    try {
                        reader.read(file);
                    } catch (ConfigException e) {
                        refused[0] = true;
                        assertThat(e.problems())
                                .isNotEmpty()
                                .allMatch(problem -> problem.line() > 0 && problem.column() > 0)
                                .noneMatch(problem -> problem.toString().contains("\n"));
                    }
                })
                .as("config: %s", text)
                .doesNotThrowAnyException();
        return refused[0];
    }

    private static List<String> goodConfigs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs"))) {
            return files.sorted()
                    .map(file -> {
                        SweepConfig config = new ConfigReader(Path.of("")).read(file);
                        return List.of(text(file), ConfigWriter.json(config));
                    })
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^#.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One to four characters deleted, inserted or replaced. */
    private static String edited(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, character);
                default -> text.setCharAt(at, character);
            }
        }
        return text.toString();
    }
}
