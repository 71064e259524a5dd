package io.cbs.data;

/** Numbers in host memory on their way to a device. The arrays are not copied: nobody changes them afterwards. */
public sealed interface HostArray {

    /** Row-major shape. */
    long[] shape();

    /** Unsigned bytes. */
    record Bytes(byte[] values, long... shape) implements HostArray {}

    /** 64-bit whole numbers. */
    record Longs(long[] values, long... shape) implements HostArray {}

    /** Single precision. */
    record Floats(float[] values, long... shape) implements HostArray {}
}
