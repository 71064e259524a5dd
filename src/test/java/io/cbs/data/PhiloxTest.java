package io.cbs.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against the known answers of philox4x32-10 in the file kat_vectors of Random123. */
class PhiloxTest {

    @Test
    void zeroCounterAndKeyGiveThePublishedBlock() {
        assertThat(block(0, 0, 0)).containsExactly(0xe169c58d_6627e8d5L, 0x9b00dbd8_bc57ac4cL);
    }

    @Test
    void allBitsSetGiveThePublishedBlock() {
        assertThat(block(-1, -1, -1)).containsExactly(0x41c83b0e_408f276dL, 0x6d5451fd_a20bc7c6L);
    }

    @Test
    void digitsOfPiGiveThePublishedBlock() {
        assertThat(block(0x299f31d0_a4093822L, 0x85a308d3_243f6a88L, 0x03707344_13198a2eL))
                .containsExactly(0x94fdcceb_d16cfe09L, 0x24126ea1_5001e420L);
    }

    private static long[] block(long key, long low, long high) {
        long[] out = new long[2];
        Philox.block(key, low, high, out);
        return out;
    }
}
