package io.cbs.report;

import io.cbs.fit.CurveAnalysis;

/** What a curve shows beside the fit, for people. */
final class AnalysisText {
    private AnalysisText() {}

    static String of(CurveAnalysis analysis) {
        return RegimeText.of(analysis.regimes())
                + analysis.models().map(ModelText::of).orElse("")
                + analysis.rates().map(RateText::of).orElse("")
                + NoiseText.of(analysis);
    }
}
