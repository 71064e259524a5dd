package io.cbs.fit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Models of one curve beside each other.
 *
 * @param table in the order of {@link CurveModel}; models with more parameters than the points can carry are left out
 * @param exponent alpha of {@code S = a + b B^-alpha}, tested against 1; empty with fewer than six points
 * @param smallestBatch B_min of {@code S = a + b/(B - B_min)}, tested against 0; empty with fewer than six points
 * @param fewestExamples the measured batch size with the fewest examples
 * @param riseToSmallest E at the smallest batch size over the fewest, less one
 */
public record ModelComparison(
        List<ModelFit> table,
        Optional<ExtraParameter> exponent,
        Optional<ExtraParameter> smallestBatch,
        double fewestExamples,
        double riseToSmallest) {
    /** A difference in AICc below which neither model is ruled out: Burnham and Anderson 2002, section 2.6. */
    private static final double NOTABLE = 2;

    private static final double RISE = 0.05;

    public ModelComparison {
        table = List.copyOf(table);
    }

    /** The model with the smallest AICc. */
    public ModelFit best() {
        return table.stream().min(Comparator.comparingDouble(ModelFit::aicc)).orElseThrow();
    }

    /** AICc above that of the best model. */
    public double above(ModelFit fit) {
        return fit.aicc() - best().aicc();
    }

    /** Whether another model is better by more than the points leave open. */
    public boolean hyperbolaBeaten() {
        return above(table.get(0)) > NOTABLE;
    }

    /** Whether examples rise towards small batch sizes, by more than 5% and more than noise makes. */
    public boolean uShaped() {
        return riseToSmallest > RISE
                && smallestBatch.isPresent()
                && smallestBatch.get().needed();
    }
}
