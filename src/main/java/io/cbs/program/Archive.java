package io.cbs.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file format that libtorch loads a program from: a zip of source text and a pickled object without tensors
 * (PyTorch's serialization.md, "TorchScript serialization").
 */
final class Archive {
    private Archive() {}

    /** @param code the text of {@code __torch__.py}: one class M without attributes */
    static byte[] of(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "data.pkl", module());
            add(zip, "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            add(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            add(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The pickle of {@code M()} with {@code training = True}. */
    private static byte[] module() throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2}); // protocol 2
        pickle.write("c__torch__\nM\n".getBytes(StandardCharsets.US_ASCII)); // the class
        pickle.write(new byte[] {')', (byte) 0x81, '}', '('}); // no arguments, new object, its state: a dict
        pickle.write(new byte[] {'X', 8, 0, 0, 0});
        pickle.write("training".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {(byte) 0x88, 'u', 'b', '.'}); // True; set items; build; stop
        return pickle.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("program/" + name);
        entry.setMethod(ZipEntry.STORED); // libtorch reads entries in place
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
