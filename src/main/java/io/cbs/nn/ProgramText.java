package io.cbs.nn;

import java.util.Locale;

/** Lines of one method of a TorchScript program under construction. */
public final class ProgramText {
    /** Stands between a layer's name and the rest of a variable's name. */
    public static final String SCOPE_END = "__";

    private final StringBuilder text = new StringBuilder();
    private int indent = 2;
    private int variables;
    private String scope = "";

    /** Adds one line, formatted as {@link String#format} in the root locale. */
    public ProgramText line(String format, Object... arguments) {
        text.append("  ".repeat(indent))
                .append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
                .append('\n');
        return this;
    }

    /** Names the layer that the following lines belong to: their variables begin with it, and so do engine errors. */
    public ProgramText scope(String layer) {
        scope = layer.isEmpty() ? "" : layer.replaceAll("[^A-Za-z0-9]", "_") + SCOPE_END;
        return this;
    }

    /** Adds {@code name = expression} with a new name made of the scope and {@code stem}, and returns the name. */
    public String let(String stem, String format, Object... arguments) {
        String name = scope + stem + "_" + variables++;
        line(name + " = " + (arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments)));
        return name;
    }

    /** Opens a block, such as {@code for t in range(n):}. */
    public ProgramText open(String header) {
        line(header);
        indent++;
        return this;
    }

    /** Closes the innermost block. */
    public ProgramText close() {
        indent--;
        return this;
    }

    /** Puts the lines under a method header; {@code arguments} follow {@code self}. */
    public String method(String name, String arguments, String returns) {
        return "  def " + name + "(self: __torch__.M, " + arguments + ") -> " + returns + ":\n" + text;
    }
}
