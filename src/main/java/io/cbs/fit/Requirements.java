package io.cbs.fit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the points must show before a hyperbola is fitted to them: at least four batch sizes over at least a factor of
 * 16, and a bend, that is a local slope below -0.8 and at a larger batch size one above -0.5. A curve without a bend
 * fixes only one of the two asymptotes, and with it no more than a bound of B_crit.
 */
final class Requirements {
    private static final int BATCHES = 4;

    /** A little below 16, so that rounded batch sizes do not fail. */
    private static final double SPAN = 15.9;

    private static final double STEEP = -0.8;
    private static final double FLAT = -0.5;

    private Requirements() {}

    /** The first requirement that is not met. */
    static Optional<Refused> check(Curve curve, List<CurvePoint> used, List<Warning> warnings) {
        List<LocalSlope> slopes = LocalSlope.of(used);
        Bound bound = bound(slopes);
        if (used.size() < BATCHES) {
            int missing = BATCHES - used.size();
            return Optional.of(new Refused(
                    curve,
                    Refused.Reason.TOO_FEW_BATCHES,
                    used.size() + " usable batch sizes; a fit needs at least " + BATCHES,
                    "measure at least " + missing + " more",
                    bound,
                    warnings));
        }
        double smallest = used.get(0).batch();
        double largest = used.get(used.size() - 1).batch();
        if (largest < SPAN * smallest) {
            return Optional.of(new Refused(
                    curve,
                    Refused.Reason.NARROW_RANGE,
                    "the batch sizes span a factor of " + Digits.brief(largest / smallest)
                            + "; a fit needs at least 16",
                    "add batch sizes up to " + Digits.brief(16 * smallest) + " or down to "
                            + Digits.brief(largest / 16),
                    bound,
                    warnings));
        }
        return bend(slopes)
                .map(missing -> new Refused(
                        curve,
                        Refused.Reason.NO_BEND,
                        missing.message(),
                        missing.nextAction(smallest, largest),
                        bound,
                        warnings));
    }

    /** A hyperbola bends where its slope passes -1/2, so a chord that is steeper lies below B_crit, and so on. */
    private static Bound bound(List<LocalSlope> slopes) {
        if (slopes.isEmpty()) {
            return Bound.UNKNOWN;
        }
        LocalSlope first = slopes.get(0);
        LocalSlope last = slopes.get(slopes.size() - 1);
        double low = last.value() <= FLAT ? last.criticalBatchWithSlope(FLAT) : 0;
        double high = first.value() >= STEEP ? first.criticalBatchWithSlope(STEEP) : Double.POSITIVE_INFINITY;
        return low < high ? new Bound(low, high) : Bound.UNKNOWN;
    }

    private static Optional<MissingBend> bend(List<LocalSlope> slopes) {
        LocalSlope steepest = slopes.stream()
                .min(Comparator.comparingDouble(LocalSlope::value))
                .orElseThrow();
        LocalSlope flattest = slopes.stream()
                .max(Comparator.comparingDouble(LocalSlope::value))
                .orElseThrow();
        boolean steep = steepest.value() < STEEP;
        boolean flat = flattest.value() > FLAT;
        if (!steep || !flat) {
            return Optional.of(new MissingBend(steep, flat, steepest, flattest));
        }
        int firstSteep = IntStream.range(0, slopes.size())
                .filter(i -> slopes.get(i).value() < STEEP)
                .findFirst()
                .orElseThrow();
        boolean inOrder = slopes.stream().skip(firstSteep).anyMatch(slope -> slope.value() > FLAT);
        return inOrder ? Optional.empty() : Optional.of(new MissingBend(true, true, steepest, flattest));
    }

    private record MissingBend(boolean steep, boolean flat, LocalSlope steepest, LocalSlope flattest) {

        String message() {
            if (steep && flat) {
                return "S(B) is flat at small batch sizes and steep at large ones; a hyperbola is the other way round";
            }
            String low =
                    "no part near perfect scaling (steepest slope " + text(steepest) + ", needed below " + STEEP + ")";
            String high = "no part near the floor (flattest slope " + text(flattest) + ", needed above " + FLAT + ")";
            return "S(B) does not bend within the range: " + (steep ? high : flat ? low : low + " and " + high);
        }

        String nextAction(double smallest, double largest) {
            if (steep && flat) {
                return "look for unfinished tuning at the smallest and largest batch sizes";
            }
            String smaller = "batch sizes below " + Digits.measured(smallest) + " (" + Digits.brief(smallest / 4) + ", "
                    + Digits.brief(smallest / 2) + ")";
            String larger = "batch sizes above " + Digits.measured(largest) + " (" + Digits.brief(2 * largest) + ", "
                    + Digits.brief(4 * largest) + ")";
            return "add " + (steep ? larger : flat ? smaller : smaller + " and " + larger);
        }

        private static String text(LocalSlope slope) {
            return Digits.of(slope.value(), 2) + " from B=" + Digits.measured(slope.lowBatch()) + " to "
                    + Digits.measured(slope.highBatch());
        }
    }
}
