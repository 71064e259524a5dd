package io.cbs.config;

/**
 * A trial reaches the goal at its first evaluation with {@code metric <= atMost}.
 *
 * @param on the examples the metric is measured on
 */
public record Goal(Metric metric, EvaluationSet on, double atMost) {

    /** For people: {@code error_rate <= 0.1}, with {@code (train)} when not on held-out data. */
    @Override
    public String toString() {
        return metric.key() + (on == EvaluationSet.HELD_OUT ? "" : " (" + on.key() + ")") + " <= " + atMost;
    }
}
