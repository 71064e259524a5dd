package io.cbs.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the process's exit status tells scripts; part of the command line's contract. */
public enum ExitCode {
    OK(0, "done"),
    BUG(1, "a bug in cbs"),
    USAGE(2, "the command line was not understood"),
    /** Trials that diverge or miss the goal are results and do not count. */
    TRIALS_FAILED(3, "some trials failed"),
    NO_FIT(4, "the points cannot carry a fit"),
    BAD_CONFIG(65, "the config has problems; nothing was started"),
    IO(74, "input or output failed, such as a full disk"),
    LOCKED(75, "another run holds the results folder"),
    INTERRUPTED(130, "stopped by Ctrl-C; the same command continues"),
    TERMINATED(143, "stopped by SIGTERM; the same command continues");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the process exits with. */
    public int code() {
        return code;
    }

    /** Number to meaning, for the help text. */
    static Map<String, String> help() {
        Map<String, String> help = new LinkedHashMap<>();
        for (ExitCode exit : values()) {
            help.put(Integer.toString(exit.code), exit.meaning);
        }
        return help;
    }
}
