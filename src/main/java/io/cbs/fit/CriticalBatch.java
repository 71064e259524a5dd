package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One critical batch size under one definition. On the same curve the definitions differ by factors of several, so no
 * value travels without its definition, overhead and reference.
 *
 * @param overhead accepted excess of examples, 0.2 for 20%; empty for {@link Definition#E_MIN_OVER_S_MIN}
 * @param referenceBatch the batch size whose examples the excess is relative to; empty where that is E_min
 * @param value in the unit of the batch size
 * @param low lower end of the 95% interval
 * @param high upper end
 */
public record CriticalBatch(
        Definition definition,
        OptionalDouble overhead,
        OptionalDouble referenceBatch,
        double value,
        double low,
        double high) {

    /** What is called critical. */
    public enum Definition {
        /** {@code E_min / S_min}: McCandlish et al. 2018, arXiv:1812.06162, equation 2.12. */
        E_MIN_OVER_S_MIN("e-min-over-s-min"),
        /** {@code E(B) = (1 + e) E_min}: {@code B = e E_min / S_min}. */
        OVERHEAD_OVER_E_MIN("overhead-over-e-min"),
        /** {@code E(B) = (1 + e) E(B0)} with B0 the smallest measured batch size. */
        OVERHEAD_OVER_SMALLEST_BATCH("overhead-over-smallest-batch"),
        /**
         * {@code E(B) = (1 + e) E(B0)} with B0 declared: {@code B = (1 + e) B0 + e E_min / S_min}. With e = 0.2 the
         * definition of Zhang et al. 2024, arXiv:2410.21676.
         */
        OVERHEAD_OVER_REFERENCE_BATCH("overhead-over-reference-batch");

        private final String key;

        Definition(String key) {
            this.key = key;
        }

        /** The name in JSON. */
        public String key() {
            return key;
        }
    }

    static final List<Double> OVERHEADS = List.of(0.1, 0.2, 0.5, 1.0);

    /** Every definition on one curve; the references are exact, so each interval follows from that of B_crit. */
    static List<CriticalBatch> table(Estimate bCrit, double smallestBatch, OptionalDouble referenceBatch) {
        List<CriticalBatch> table = new ArrayList<>();
        table.add(new CriticalBatch(
                Definition.E_MIN_OVER_S_MIN,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                bCrit.value(),
                bCrit.low(),
                bCrit.high()));
        addOverheads(table, Definition.OVERHEAD_OVER_E_MIN, OptionalDouble.empty(), bCrit);
        addOverheads(table, Definition.OVERHEAD_OVER_SMALLEST_BATCH, OptionalDouble.of(smallestBatch), bCrit);
        if (referenceBatch.isPresent()) {
            addOverheads(table, Definition.OVERHEAD_OVER_REFERENCE_BATCH, referenceBatch, bCrit);
        }
        return List.copyOf(table);
    }

    private static void addOverheads(
            List<CriticalBatch> table, Definition definition, OptionalDouble reference, Estimate bCrit) {
        for (double overhead : OVERHEADS) {
            double linear = (1 + overhead) * reference.orElse(0);
            table.add(new CriticalBatch(
                    definition,
                    OptionalDouble.of(overhead),
                    reference,
                    linear + overhead * bCrit.value(),
                    linear + overhead * bCrit.low(),
                    linear + overhead * bCrit.high()));
        }
    }
}
