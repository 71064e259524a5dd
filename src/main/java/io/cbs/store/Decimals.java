package io.cbs.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Doubles as text that reads back as the same bits. {@link Double#toString} gives other digits before Java 19 than
 * since, so the digits are found here: the fewest to which the exact value can be rounded (half to even) such that they
 * read back unchanged. Zeros keep their sign; not-a-number is {@code nan}, infinities are {@code inf} and {@code -inf}.
 */
public final class Decimals {
    /** Any decimal of this many digits survives the way into a normal double and back. */
    private static final int SAFE_DIGITS = 15;

    private static final int MOST_DIGITS = 17;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private static final Pattern FORM = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?(?:e-?\\d{1,3})?|inf)|nan");

    private Decimals() {}

    /** The fewest digits that read back as {@code value}. */
    public static String format(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0" : "-0";
        }
        return text(shortest(value));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int first = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
        for (int digits = first; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (Double.parseDouble(rounded.toString()) == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String text(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < MOST_DIGITS) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    /** The inverse of {@link #format}; throws {@link NumberFormatException} for any other form. */
    static double parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new NumberFormatException("not a number: " + text);
        }
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
