package io.cbs.fit;

import java.util.List;

/**
 * The points cannot carry a critical batch size.
 *
 * @param message why not, with the numbers
 * @param nextAction what to measure
 * @param bound what can still be said of B_crit
 */
public record Refused(
        Curve curve, Reason reason, String message, String nextAction, Bound bound, List<Warning> warnings)
        implements FitResult {

    /** Stable names, for programs. */
    public enum Reason {
        TOO_FEW_BATCHES("too-few-batches"),
        NARROW_RANGE("narrow-range"),
        /** No part of the curve is near perfect scaling, or none is near its floor, or they come in the wrong order. */
        NO_BEND("no-bend"),
        /** The best fit puts the bend far outside the measured batch sizes. */
        BEND_OUTSIDE_RANGE("bend-outside-range"),
        NOT_CONVERGED("not-converged");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The name in JSON. */
        public String key() {
            return key;
        }
    }

    public Refused {
        warnings = List.copyOf(warnings);
    }

    /** A bound read off one local slope carries the noise of two points: it gives way to the interval of the fit. */
    Refused withBoundNoTighterThan(Estimate bCrit) {
        Bound wider = new Bound(
                bound.low() > 0 ? Math.min(bound.low(), bCrit.low()) : 0,
                Double.isFinite(bound.high()) ? Math.max(bound.high(), bCrit.high()) : Double.POSITIVE_INFINITY);
        return new Refused(curve, reason, message, nextAction, wider, warnings);
    }
}
