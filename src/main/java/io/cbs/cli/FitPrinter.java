package io.cbs.cli;

import io.cbs.fit.Curve;
import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.FitOptions;
import io.cbs.fit.GoalDependence;
import io.cbs.fit.Refused;
import io.cbs.report.FitFormat;
import java.io.PrintWriter;
import java.util.List;

/** Fits curves and prints what they show; the same for a sweep that has just ended and for numbers from elsewhere. */
final class FitPrinter {
    private FitPrinter() {}

    /** Returns the exit code: whether every curve could be fitted. */
    static ExitCode print(PrintWriter out, List<Curve> curves, FitOptions options, FitFormat format) {
        List<CurveAnalysis> all =
                curves.stream().map(curve -> CurveAnalysis.of(curve, options)).toList();
        out.print(format.print(all, GoalDependence.of(all, options)));
        out.flush();
        boolean refused = all.stream().anyMatch(analysis -> analysis.fit() instanceof Refused);
        return refused ? ExitCode.NO_FIT : ExitCode.OK;
    }
}
