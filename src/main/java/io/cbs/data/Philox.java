package io.cbs.data;

/**
 * The block function Philox4x32-10: 128 random bits from a 128-bit counter and a 64-bit key.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011. Checked in its test against the known answers that the authors publish with Random123.
 */
final class Philox {

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Computes one block. In each {@code long} the lower 32 bits are the word of the lower index.
     *
     * @param key words 0 and 1 of the key
     * @param low words 0 and 1 of the counter
     * @param high words 2 and 3 of the counter
     * @param out receives words 0 and 1 at index 0, words 2 and 3 at index 1
     */
    static void block(long key, long low, long high, long[] out) {
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        long c0 = low & LOW;
        long c1 = low >>> 32;
        long c2 = high & LOW;
        long c3 = high >>> 32;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * c0;
            long product1 = MULTIPLIER_1 * c2;
            c0 = (product1 >>> 32) ^ c1 ^ (key0 & LOW);
            c2 = (product0 >>> 32) ^ c3 ^ (key1 & LOW);
            c1 = product1 & LOW;
            c3 = product0 & LOW;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        out[0] = c0 | c1 << 32;
        out[1] = c2 | c3 << 32;
    }
}
