package io.cbs.data;

/** Takes the numbers of a generator one after the other. For one thread. */
final class Draws {

    private final long[] bits;
    private int next;

    /** The first {@code count} numbers of a generator. */
    Draws(CounterRandom random, int count) {
        bits = new long[count];
        random.bits(bits, 0);
    }

    /** The next 64 random bits. */
    long bits() {
        return bits[next++];
    }

    /** The next number, uniform in [0, 1). */
    double unit() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /** The next number, uniform in [-range, range). */
    double around(double range) {
        return (2 * unit() - 1) * range;
    }

    /** The next number, uniform over 0 to bound - 1. */
    int below(int bound) {
        return CounterRandom.scale(bits(), bound);
    }
}
