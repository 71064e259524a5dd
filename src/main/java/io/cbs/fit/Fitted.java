package io.cbs.fit;

import java.util.List;

/**
 * A fitted curve.
 *
 * @param hyperbola the fitted curve, at full precision
 * @param sMin optimiser steps that remain however large the batch
 * @param eMin examples that remain however small the batch, in the curve's unit
 * @param bCrit {@code E_min / S_min} in the curve's unit
 * @param critical the critical batch size under every definition
 * @param points every point of the curve, ascending in batch size, used or not
 * @param residuals how the used points lie about the curve
 * @param leaveOneOut how far one batch size decides
 */
public record Fitted(
        Curve curve,
        Hyperbola hyperbola,
        Estimate sMin,
        Estimate eMin,
        Estimate bCrit,
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
}
