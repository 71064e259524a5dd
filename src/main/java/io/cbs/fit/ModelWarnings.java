package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;

/** What a comparison of models gives cause to say. */
final class ModelWarnings {
    private ModelWarnings() {}

    static List<Warning> of(ModelComparison models) {
        List<Warning> warnings = new ArrayList<>();
        if (models.uShaped()) {
            ExtraParameter smallest = models.smallestBatch().orElseThrow();
            warnings.add(new Warning(
                    Warning.Code.U_SHAPE,
                    "examples to the goal are fewest at B=" + Digits.measured(models.fewestExamples()) + " and "
                            + Digits.of(100 * models.riseToSmallest(), 2) + "% more at the smallest batch size: small "
                            + "batches fail as with a fixed learning rate, with B_min = "
                            + Digits.of(smallest.value(), 2)
                            + ", so E_min is no floor of the small ones",
                    "tune the learning rate lower at the smallest batch sizes, or leave them out"));
        }
        if (models.hyperbolaBeaten()) {
            ModelFit best = models.best();
            warnings.add(new Warning(
                    Warning.Code.OTHER_MODEL_BETTER,
                    "S = " + best.model().formula() + " fits better than the hyperbola (AICc lower by "
                            + Digits.of(models.above(models.table().get(0)), 2) + ")",
                    "read the critical batch size without a model beside B_crit"));
        }
        return warnings;
    }
}
