package io.cbs.config;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Maps, lists, texts and numbers as JSON text, the same bytes on every platform. */
public final class Json {
    private Json() {}

    /** Indented JSON with a line break at its end; map entries keep their order. */
    public static String text(Object tree) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        return JsonMapper.builder(factory)
                        .build()
                        .writer()
                        .with(new DefaultPrettyPrinter().withObjectIndenter(indenter))
                        .writeValueAsString(tree)
                + "\n";
    }
}
