package io.cbs.cli;

import io.cbs.config.ConfigSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cbs schema}: the JSON Schema of sweep configs, for editors. */
@Command(name = "schema", description = "Print the JSON Schema of sweep configs, for completion in editors.")
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ConfigSchema.text());
        return ExitCode.OK.code();
    }
}
