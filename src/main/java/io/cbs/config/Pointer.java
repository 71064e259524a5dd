package io.cbs.config;

/** JSON pointers as text: the names by which positions and problems find each other. */
final class Pointer {
    private Pointer() {}

    static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** True when {@code pointer} is {@code ancestor} or lies beneath it. */
    static boolean within(String pointer, String ancestor) {
        return pointer.equals(ancestor) || pointer.startsWith(ancestor + "/");
    }

    /** For people: {@code /goals/0/metric} becomes {@code goals[0].metric}. */
    static String display(String pointer) {
        if (pointer.isEmpty()) {
            return "(top level)";
        }
        StringBuilder text = new StringBuilder();
        for (String part : pointer.substring(1).split("/", -1)) {
            if (part.matches("[0-9]{1,9}")) {
                text.append('[').append(part).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".");
                text.append(part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return Words.oneLine(text.toString());
    }
}
