package io.cbs.fit;

import java.util.List;

/**
 * A fitted curve.
 *
 * @param hyperbola the fitted curve, at full precision
 * @param intervals the parameters with their intervals, and what these rest on
 * @param critical the critical batch size under every definition
 * @param points every point of the curve, ascending in batch size, used or not
 * @param residuals how the used points lie about the curve
 * @param leaveOneOut how far one batch size decides
 */
public record Fitted(
        Curve curve,
        Hyperbola hyperbola,
        Intervals intervals,
        List<CriticalBatch> critical,
        List<FittedPoint> points,
        Residuals residuals,
        LeaveOneOut leaveOneOut,
        List<Warning> warnings)
        implements FitResult {

    public Fitted {
        critical = List.copyOf(critical);
        points = List.copyOf(points);
        warnings = List.copyOf(warnings);
    }

    /** Optimiser steps that remain however large the batch. */
    public Estimate sMin() {
        return intervals.sMin();
    }

    /** Examples that remain however small the batch, in the curve's unit. */
    public Estimate eMin() {
        return intervals.eMin();
    }

    /** {@code E_min / S_min} in the curve's unit. */
    public Estimate bCrit() {
        return intervals.bCrit();
    }
}
