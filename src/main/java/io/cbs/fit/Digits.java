package io.cbs.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: no more digits than they deserve. */
public final class Digits {
    /** Plain notation up to here. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-4;
    private static final int MOST = 4;

    private Digits() {}

    /** {@code value} to {@code digits} significant digits, such as 3240, 0.0371, 4.338e7, inf. */
    public static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        double size = Math.abs(rounded.doubleValue());
        if (size >= LARGE || size < SMALL) {
            String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", rounded)
                    .split("e");
            return parts[0] + "e" + Integer.parseInt(parts[1]);
        }
        int places = digits - rounded.precision() + rounded.scale();
        return (places > 0 ? rounded.setScale(places) : rounded).toPlainString();
    }

    /** To four significant digits without trailing zeros after the point: for messages. */
    public static String brief(double value) {
        return trimmed(of(value, MOST));
    }

    /** A measured number as it is: every digit of an integer, six significant ones of anything else. */
    public static String measured(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : trimmed(of(value, 6));
    }

    /**
     * How many significant digits of {@code value} an interval supports: down to the second digit of its half-width,
     * two to four in all.
     */
    public static int supported(double value, double low, double high) {
        double half = (high - low) / 2;
        if (!(half > 0)) {
            return MOST;
        }
        double places = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(half)) + 2;
        return (int) Math.max(2, Math.min(MOST, places));
    }

    private static String trimmed(String text) {
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
