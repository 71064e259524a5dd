package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cbs.config.ConfigException;
import io.cbs.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every NAME.yaml in the folder prints exactly NAME.expected. */
class MalformedConfigTest {
    private static final Path FOLDER = Path.of("src/test/resources/malformed");

    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void coversAtLeastTwentyFourConfigs() throws IOException {
        assertThat(configs()).hasSizeGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void printsTheExpectedMessagesAndCreatesNothing(Path config) throws IOException {
        List<Path> before = tree();
        Cli cli = Cli.run(FOLDER, "validate", config.toString());
        assertThat(relative(cli.err())).isEqualTo(expected(config));
        assertThat(cli.out()).isEmpty();
        assertThat(cli.exitCode()).isEqualTo(65);
        assertThat(tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void areRefusedByTheReaderWithTheSameMessages(Path config) throws IOException {
        ConfigException refusal =
                catchThrowableOfType(ConfigException.class, () -> new ConfigReader(FOLDER).read(config));
        assertThat(refusal).isNotNull();
        assertThat(expected(config))
                .startsWith(relative(refusal.getMessage()) + "\n"
                        + refusal.problems().size());
    }

    private static String expected(Path config) throws IOException {
        return Files.readString(Path.of(config.toString().replaceFirst("\\.yaml$", ".expected")));
    }

    private static String relative(String messages) {
        return messages.replace(FOLDER + "/", "");
    }

    /** What a stray results folder would show up in. */
    private static List<Path> tree() throws IOException {
        try (Stream<Path> here = Files.list(Path.of(""));
                Stream<Path> results = Files.list(Path.of("results"));
                Stream<Path> beside = Files.walk(FOLDER)) {
            return Stream.of(here, results, beside)
                    .flatMap(paths -> paths)
                    .sorted()
                    .toList();
        }
    }
}
