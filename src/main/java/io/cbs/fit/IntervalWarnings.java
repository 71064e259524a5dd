package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the intervals rest on and leave out. */
final class IntervalWarnings {
    private static final double RARE = 0.001;

    private IntervalWarnings() {}

    static List<Warning> of(Curve curve, Intervals intervals, WeightSource weights) {
        List<Warning> warnings = new ArrayList<>();
        warnings.add(
                switch (intervals.method()) {
                    case NESTED_BOOTSTRAP -> nested(intervals);
                    case SEED_BOOTSTRAP -> seeds(intervals);
                    case RESIDUAL_BOOTSTRAP -> residual(curve, intervals, weights);
                    case FIT_SCATTER -> scatter(curve, weights);
                });
        if (intervals.undecided() > RARE) {
            warnings.add(new Warning(
                    Warning.Code.UNDECIDED_DRAWS,
                    "in " + percent(intervals.undecided()) + " of the draws of the bootstrap a learning rate that was "
                            + "stopped early might have won; the best known one stood, so the intervals of S_min and "
                            + "E_min reach a little too high",
                    "raise stop.margin, so that close learning rates run on"));
        }
        if (intervals.dropped() > RARE) {
            warnings.add(new Warning(
                    Warning.Code.DROPPED_REPLICATES,
                    percent(intervals.dropped())
                            + " of the replicates reached the goal at fewer than three batch sizes "
                            + "and are left out of the intervals",
                    "choose a goal that every seed reaches, or raise the budget"));
        }
        return warnings;
    }

    private static Warning nested(Intervals intervals) {
        return new Warning(
                Warning.Code.BOOTSTRAP_INTERVALS,
                "intervals are 95% from " + intervals.replicates()
                        + " replicates that draw the seeds of every learning "
                        + "rate anew and choose the best again, joined with the scatter of the points about the fit. S "
                        + "is the least of several noisy medians and so comes out low (selection bias): choosing again "
                        + "moves it by "
                        + String.format(Locale.ROOT, "%+.1f%%", 100 * Math.expm1(intervals.selectionShift()))
                        + ", which is taken out of the intervals and not of the values",
                "run the best learning rates with fresh seeds for values without it; the spacing of the learning rates "
                        + "and the choice of the definition are in no interval");
    }

    private static Warning seeds(Intervals intervals) {
        return new Warning(
                Warning.Code.BOOTSTRAP_INTERVALS,
                "intervals are 95% from " + intervals.replicates() + " replicates that draw the seeds of the best "
                        + "learning rate anew, joined with the scatter of the points about the fit: the other learning "
                        + "rates are not known, so the choice of the best is not in them, nor its selection bias",
                "give a results folder, which holds every learning rate");
    }

    private static Warning residual(Curve curve, Intervals intervals, WeightSource weights) {
        boolean some =
                curve.usable().stream().anyMatch(point -> point.seedSteps().size() > 1);
        String why = some ? "not every batch size has two seeds or more to draw" : "one number at every batch size";
        return new Warning(
                Warning.Code.SCATTER_INTERVALS,
                why + ": intervals are 95% from " + intervals.replicates() + " replicates that "
                        + "draw the residuals of the fit anew, " + how(weights)
                        + ": the choice of the best learning rate and of the definition are not in them",
                "compare the definitions below, and repeat with other seeds");
    }

    private static Warning scatter(Curve curve, WeightSource weights) {
        String mean = curve.setting().crossingOfMean()
                ? "; with the crossing of the mean no seed has steps of its own to draw anew"
                : "";
        return new Warning(
                Warning.Code.SCATTER_INTERVALS,
                "intervals are 95% from the scatter of the points about the fit alone, " + how(weights)
                        + ": the choice of the best learning rate and of the definition are not in them" + mean,
                "compare the definitions below, and repeat with other seeds");
    }

    private static String how(WeightSource weights) {
        return switch (weights) {
            case EQUAL -> "with every batch size weighted alike";
            case DECLARED -> "with the declared weights";
            case SEED_SPREAD -> "with weights from the spread of the seeds";
        };
    }

    private static String percent(double share) {
        return Digits.of(100 * share, 2) + "%";
    }
}
