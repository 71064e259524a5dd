package io.cbs.store.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A goal by the rule of Shallue et al.: strictly better than the value. An evaluation exactly at it does not count.
 *
 * @param metric a column of {@code measurements.csv}, such as {@code val/classification_error}
 * @param maximize whether larger is better, as for average precision
 */
public record Target(String metric, boolean maximize, double value) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*([A-Za-z0-9_./-]+)\\s*([<>])\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*");

    /** Reads {@code METRIC<VALUE} or {@code METRIC>VALUE}; throws {@link ExchangeException} for any other form. */
    public static Target parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ExchangeException("expected a goal such as val/classification_error<0.3, or with > where larger"
                    + " is better, found '" + text + "'");
        }
        return new Target(matcher.group(1), matcher.group(2).equals(">"), Double.parseDouble(matcher.group(3)));
    }

    /** Not-a-number reaches nothing. */
    boolean reachedBy(double measured) {
        return maximize ? measured > value : measured < value;
    }

    @Override
    public String toString() {
        return metric + (maximize ? " > " : " < ") + value;
    }
}
