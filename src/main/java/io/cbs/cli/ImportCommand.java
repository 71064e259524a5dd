package io.cbs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cbs import}: the layouts that can be read. */
@Command(
        name = "import",
        description = "Read steps to a goal measured elsewhere into a results folder.",
        synopsisSubcommandLabel = "LAYOUT")
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which layout? There is: batch-science");
    }
}
