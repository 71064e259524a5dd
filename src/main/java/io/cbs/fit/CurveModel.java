package io.cbs.fit;

/** Curves that steps against batch size may follow, all fitted to ln S by least squares with the same weights. */
public enum CurveModel {
    /** {@code S = a + b/B}: McCandlish et al. 2018, arXiv:1812.06162, equation 2.11. */
    HYPERBOLA("hyperbola", "a + b/B", 2),
    /** {@code S = a + b B^-alpha}: the form of Zhang et al. 2024, arXiv:2410.21676, with the exponent free. */
    FREE_EXPONENT("free-exponent", "a + b B^-alpha", 3),
    /** {@code S = max(a, b/B)}: perfect scaling up to a sharp knee. */
    SHARP_KNEE("sharp-knee", "max(a, b/B)", 2),
    /** {@code S = a + b/(B - B_min)}: no batch size of B_min or less reaches the goal, as with a fixed learning rate. */
    SMALLEST_BATCH("smallest-batch", "a + b/(B - B_min)", 3);

    private final String key;
    private final String formula;
    private final int parameters;

    CurveModel(String key, String formula, int parameters) {
        this.key = key;
        this.formula = formula;
        this.parameters = parameters;
    }

    /** The name in JSON and tables. */
    public String key() {
        return key;
    }

    /** For people. */
    public String formula() {
        return formula;
    }

    /** Without the variance of the noise. */
    int parameters() {
        return parameters;
    }
}
