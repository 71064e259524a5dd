package io.cbs.program;

import ai.djl.engine.EngineException;
import io.cbs.nn.ProgramText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine could not load or run a program; the message names the workload and, where known, the layer. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A line of the program in the engine's message: its variable begins with the layer's name. */
    private static final Pattern LAYER = Pattern.compile("(\\w+?)" + ProgramText.SCOPE_END + "\\w+ = ");

    private static final Pattern REASON = Pattern.compile("(?:RuntimeError|Error): (.*)");

    private ProgramException(String message, Throwable cause) {
        super(message, cause);
    }

    static ProgramException of(String workload, String method, EngineException cause) {
        String text = String.valueOf(cause.getMessage());
        StringBuilder message = new StringBuilder("workload ").append(workload);
        String layer = layer(text);
        if (layer != null) {
            message.append(", layer ").append(layer);
        }
        message.append(": ").append(method).append(" failed: ").append(reason(text));
        return new ProgramException(message.toString(), cause);
    }

    /** The layer of the line that the engine points at with {@code <--- HERE}, which follows that line. */
    private static String layer(String text) {
        int here = text.lastIndexOf("<--- HERE");
        Matcher matcher = LAYER.matcher(here < 0 ? text : text.substring(0, here));
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    private static String reason(String text) {
        Matcher matcher = REASON.matcher(text);
        return matcher.find() ? matcher.group(1) : text.lines().findFirst().orElse("no reason given");
    }
}
