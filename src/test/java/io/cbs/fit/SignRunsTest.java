package io.cbs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignRunsTest {

    @Test
    void theProbabilityCountsEveryOrderOfTheSigns() {
        int above = 4;
        int n = 9;
        for (int shown = 0; shown < 1 << n; shown += 37) {
            if (Integer.bitCount(shown) != above) {
                continue;
            }
            SignRuns found = SignRuns.of(signs(shown, n));
            int orders = 0;
            int asFew = 0;
            for (int other = 0; other < 1 << n; other++) {
                if (Integer.bitCount(other) == above) {
                    orders++;
                    asFew += SignRuns.of(signs(other, n)).count() <= found.count() ? 1 : 0;
                }
            }
            assertThat(found.probability()).isCloseTo((double) asFew / orders, within(1e-12));
        }
    }

    @Test
    void residualsOfOneSignAreOneRunThatCannotBeOtherwise() {
        assertThat(SignRuns.of(List.of(0.1, 0.2, 0.3))).isEqualTo(new SignRuns(1, 1));
    }

    private static List<Double> signs(int bits, int n) {
        List<Double> signs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            signs.add((bits >> i & 1) == 1 ? 1.0 : -1.0);
        }
        return signs;
    }
}
