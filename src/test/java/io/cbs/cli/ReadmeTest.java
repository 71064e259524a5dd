package io.cbs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.config.ConfigSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What README.md says of configs, exit codes and commands. */
class ReadmeTest {
    private static final JsonNode SCHEMA = new JsonMapper().readTree(ConfigSchema.text());

    @Test
    void showsAValidConfig(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("example.yaml"), example());
        Cli cli = Cli.run(Path.of(""), "validate", file.toString());
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
    }

    @Test
    void showsEveryKeyOfASweep() throws IOException {
        for (String place : List.of(
                "",
                "/definitions/learning_rate_search",
                "/definitions/goal",
                "/definitions/evaluation",
                "/definitions/stop",
                "/definitions/budget",
                "/definitions/glyphs",
                "/definitions/simple_cnn")) {
            for (String key : SCHEMA.at(place).path("properties").propertyNames()) {
                assertThat(example()).containsPattern("\\b" + key + ":");
            }
        }
    }

    @Test
    void namesEveryExitCode() throws IOException {
        Map<String, String> codes = new TreeMap<>();
        Matcher row = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$").matcher(readme());
        while (row.find()) {
            codes.put(row.group(1), row.group(2));
        }
        assertThat(codes).isEqualTo(new TreeMap<>(ExitCode.help()));
    }

    @Test
    void namesEveryCommand() throws IOException {
        Matcher command = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S")
                .matcher(Cli.run(Path.of(""), "--help").out());
        assertThat(command.find()).isTrue();
        do {
            assertThat(readme()).contains("| `cbs " + command.group(1));
        } while (command.find());
    }

    private static String example() throws IOException {
        Matcher block = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(readme());
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
