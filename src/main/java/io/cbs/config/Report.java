package io.cbs.config;

import tools.jackson.databind.JsonNode;

/** A document and what is wrong with it: what every check reads and writes. */
record Report(Document document, Problems problems) {

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** True when the part at {@code pointer} is there and has no known problem. */
    boolean usable(String pointer) {
        return !at(pointer).isMissingNode() && problems.clean(pointer);
    }

    /** A problem of a value, at its position. */
    void value(String pointer, String message) {
        problems.add(document.value(pointer), pointer, message);
    }

    /** A problem of a key, at the key's position. */
    void key(String pointer, String message) {
        problems.add(document.key(pointer), pointer, message);
    }
}
