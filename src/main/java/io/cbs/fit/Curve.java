package io.cbs.fit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Steps to one goal over batch sizes.
 *
 * @param label what was measured, for people: a file name, or workload and goal
 * @param unit what a batch size counts, such as {@code examples}, {@code sequences} or {@code tokens}
 * @param points ascending in batch size whatever the order given, one per batch size
 * @param warnings what the source of the points already has to say about them
 * @param setting under what they were measured, as far as it is known
 */
public record Curve(String label, String unit, List<CurvePoint> points, List<Warning> warnings, Setting setting) {

    public Curve {
        points = points.stream()
                .sorted(Comparator.comparingDouble(CurvePoint::batch))
                .toList();
        warnings = List.copyOf(warnings);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).batch() == points.get(i - 1).batch()) {
                throw new IllegalArgumentException(
                        "batch size given twice: " + points.get(i).batch());
            }
        }
    }

    /** A curve of which nothing more is known. */
    public Curve(String label, String unit, List<CurvePoint> points, List<Warning> warnings) {
        this(label, unit, points, warnings, Setting.UNKNOWN);
    }

    public static Curve of(String label, String unit, List<CurvePoint> points) {
        return new Curve(label, unit, points, List.of());
    }

    /** The points that a fit may use. */
    public List<CurvePoint> usable() {
        return points.stream().filter(CurvePoint::usable).toList();
    }

    /** This curve with more to say about it. */
    public Curve withWarnings(List<Warning> more) {
        return new Curve(
                label,
                unit,
                points,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                setting);
    }

    public Curve withSetting(Setting known) {
        return new Curve(label, unit, points, warnings, known);
    }
}
