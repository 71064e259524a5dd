package io.cbs.plan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash of records, lists, enums, strings and numbers by content: type names, component names and exact bits, so that
 * it is the same on every Java version and changes with every field.
 */
final class ContentHash {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Adds one named value. */
    ContentHash add(String name, Object value) {
        try {
            out.writeUTF(name);
            write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The first 16 hexadecimal digits of the SHA-256. */
    String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void write(Object value) throws IOException {
        if (value == null) {
            out.writeUTF("null");
        } else if (value instanceof Double number) {
            out.writeUTF("double");
            out.writeLong(Double.doubleToLongBits(number));
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeUTF("integer");
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            out.writeUTF("boolean");
            out.writeBoolean(flag);
        } else if (value instanceof String text) {
            out.writeUTF("string");
            out.writeUTF(text);
        } else if (value instanceof Enum<?> constant) {
            out.writeUTF("enum");
            out.writeUTF(constant.name());
        } else if (value instanceof List<?> list) {
            out.writeUTF("list");
            out.writeInt(list.size());
            for (Object element : list) {
                write(element);
            }
        } else if (value instanceof Record fields) {
            writeRecord(fields);
        } else {
            throw new IllegalArgumentException(
                    "cannot hash a " + value.getClass().getName());
        }
    }

    private void writeRecord(Record fields) throws IOException {
        out.writeUTF(fields.getClass().getSimpleName());
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            out.writeUTF(component.getName());
            try {
                write(component.getAccessor().invoke(fields));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("unreadable record component " + component, e);
            }
        }
    }
}
