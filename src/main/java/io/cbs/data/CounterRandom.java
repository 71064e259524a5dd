package io.cbs.data;

/**
 * A counter-based random generator: the k-th number is a function of seed, purpose and k, so it can be had in any
 * order, on any thread and on any platform with the same bits. Immutable.
 *
 * <p>Numbers {@code k} are unsigned, 0 to 2^64-1. {@code bits}, {@code uniform}, {@code below} and {@code gaussian}
 * are views of the same stream: draw with one k from one of them only.
 *
 * <p>Numbers 2j and 2j+1 are the halves of the Philox4x32-10 block (see {@link Philox}) whose key is the seed and
 * whose counter is (j, purpose). Forks take their key and the upper half of their counter from a block that no
 * number of this stream uses.
 */
public final class CounterRandom {

    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    /** Numbers use counters with this bit clear, forks counters with this bit set. */
    private static final long FORK = Long.MIN_VALUE;

    private final long key;
    private final long stream;

    /**
     * The generator of one seed and one purpose.
     *
     * @param seed any value; neighbouring seeds are as independent as distant ones
     * @param purpose what the numbers are for
     */
    public CounterRandom(long seed, Purpose purpose) {
        this(seed, purpose.code());
    }

    private CounterRandom(long key, long stream) {
        this.key = key;
        this.stream = stream;
    }

    /**
     * A generator independent of this one and of its other forks.
     *
     * @param index which fork, from 0 on
     * @throws IllegalArgumentException if the index is negative
     */
    public CounterRandom fork(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("fork index " + index + " is negative");
        }
        long[] block = new long[2];
        Philox.block(key, index | FORK, stream, block);
        return new CounterRandom(block[0], block[1]);
    }

    /** The k-th 64 random bits. */
    public long bits(long k) {
        long[] block = new long[2];
        Philox.block(key, k >>> 1, stream, block);
        return (k & 1) == 0 ? block[0] : block[1];
    }

    /** Writes {@code bits(first)}, {@code bits(first + 1)}, ... into the whole of {@code out}, faster than one by one. */
    public void bits(long[] out, long first) {
        long[] block = new long[2];
        for (int i = 0; i < out.length; i++) {
            long k = first + i;
            boolean even = (k & 1) == 0;
            if (even || i == 0) {
                Philox.block(key, k >>> 1, stream, block);
            }
            out[i] = even ? block[0] : block[1];
        }
    }

    /** The k-th number, uniform in [0, 1), a multiple of 2^-53. */
    public double uniform(long k) {
        return (bits(k) >>> 11) * TWO_TO_MINUS_53;
    }

    /**
     * The k-th number, uniform over 0 to bound - 1 up to a bias below bound / 2^63.
     *
     * @throws IllegalArgumentException if the bound is not positive
     */
    public int below(long k, int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound + " is not positive");
        }
        return scale(bits(k), bound);
    }

    /** The k-th number of the standard normal distribution, by Box and Muller from the two halves of a block. */
    public double gaussian(long k) {
        long[] block = new long[2];
        Philox.block(key, k >>> 1, stream, block);
        double angle = angle(block);
        return radius(block) * ((k & 1) == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    /**
     * Writes {@code gaussian(first)}, {@code gaussian(first + 1)}, ..., each rounded to float, into the whole of
     * {@code out}, faster than one by one.
     */
    public void gaussians(float[] out, long first) {
        long[] block = new long[2];
        double radius = 0;
        double angle = 0;
        for (int i = 0; i < out.length; i++) {
            long k = first + i;
            boolean even = (k & 1) == 0;
            if (even || i == 0) {
                Philox.block(key, k >>> 1, stream, block);
                radius = radius(block);
                angle = angle(block);
            }
            out[i] = (float) (radius * (even ? StrictMath.cos(angle) : StrictMath.sin(angle)));
        }
    }

    /** Maps 64 random bits to 0 to bound - 1: the integer part of bound times a fraction of 63 bits. */
    static int scale(long bits, int bound) {
        return (int) Math.multiplyHigh(bits >>> 1, (long) bound << 1);
    }

    private static double radius(long[] block) {
        // In (0, 1], so that the logarithm is finite.
        double u = ((block[0] >>> 11) + 1) * TWO_TO_MINUS_53;
        return Math.sqrt(-2 * StrictMath.log(u));
    }

    private static double angle(long[] block) {
        return 2 * Math.PI * ((block[1] >>> 11) * TWO_TO_MINUS_53);
    }
}
