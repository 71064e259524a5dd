package io.cbs.measure;

import io.cbs.config.Goal;
import io.cbs.measure.Measurement.Series;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One trial as far as it is measured within the budget, and which goals it has crossed on its own. */
final class Track {
    private final StudyRules rules;
    private final Trial trial;
    private final List<Measurement> measurements = new ArrayList<>();
    private final Outcome.Reached[] crossings;
    private final double[] best;
    private boolean diverged;
    private boolean exhausted;
    private String failure;

    Track(StudyRules rules, Trial trial) {
        this.rules = rules;
        this.trial = trial;
        this.crossings = new Outcome.Reached[rules.goals().size()];
        this.best = new double[crossings.length];
        Arrays.fill(best, Double.NaN);
    }

    /** A published trajectory, read as if it had been cut at the present budget. */
    static Track of(StudyRules rules, Trajectory trajectory) {
        Track track = new Track(rules, trajectory.trial());
        for (Measurement measurement : trajectory.measurements()) {
            if (measurement.step() <= rules.horizon()) {
                boolean last = measurement.step() == trajectory.lastStep();
                track.add(measurement, last && trajectory.end() == TrialEnd.DIVERGED);
            }
        }
        track.exhausted = trajectory.lastStep() >= rules.horizon();
        track.failure = trajectory.end() == TrialEnd.FAILED ? trajectory.message() : null;
        return track;
    }

    /** Adds a live measurement. */
    void observe(Measurement measurement) {
        Measurement first = measurements.isEmpty() ? measurement : measurements.get(0);
        add(measurement, Divergence.shows(first, measurement, rules.stop().divergenceFactor()));
    }

    private void add(Measurement measurement, boolean showsDivergence) {
        if (measurement.step() <= last() || (measurements.isEmpty() && measurement.step() != 0)) {
            throw new IllegalArgumentException(
                    "trial " + trial.id() + ": step " + measurement.step() + " cannot follow step " + last());
        }
        long previous = Math.max(0, last());
        measurements.add(measurement);
        diverged = showsDivergence;
        exhausted = measurement.step() >= rules.horizon();
        for (int goal = 0; goal < crossings.length; goal++) {
            double value = value(goal, measurements.size() - 1);
            boolean below = value <= rules.goals().get(goal).atMost();
            best[goal] = Double.isNaN(best[goal]) || value < best[goal] ? value : best[goal];
            if (crossings[goal] == null && below && !diverged) {
                crossings[goal] = new Outcome.Reached(measurement.step(), previous);
            }
        }
    }

    void fail(String message) {
        failure = message;
    }

    Trial trial() {
        return trial;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    /** The step of the last measurement, -1 before the first. */
    long last() {
        return measurements.isEmpty()
                ? -1
                : measurements.get(measurements.size() - 1).step();
    }

    /** Where the next measurement would be. */
    long next() {
        return measurements.isEmpty() ? 0 : rules.schedule().after(last());
    }

    boolean diverged() {
        return diverged;
    }

    /** Whether it is measured up to the last evaluation of the budget. */
    boolean exhausted() {
        return exhausted;
    }

    /** What went wrong, or null. */
    String failure() {
        return failure;
    }

    /** The trial's own first crossing of a goal, or null. */
    Outcome.Reached crossing(int goal) {
        return crossings[goal];
    }

    /** The smallest value of the goal's metric so far, NaN where there is none. */
    double best(int goal) {
        return best[goal];
    }

    /** How many measurements can cross: all but the one that shows a divergence. */
    int usable() {
        return diverged ? measurements.size() - 1 : measurements.size();
    }

    /** The goal's metric at one measurement. */
    double value(int goal, int index) {
        Goal wanted = rules.goals().get(goal);
        Series series = new Series(wanted.on(), wanted.metric());
        Double value = measurements.get(index).values().get(series);
        if (value == null) {
            throw new IllegalArgumentException("trial " + trial.id() + " was not measured on " + series.column());
        }
        return value;
    }

    /** Whether the last part of the budget brought no better value of any of the given goals' metrics. */
    boolean stalled(List<Integer> goals) {
        double fraction = rules.stop().stallFraction();
        double cut = rules.horizon() * (1 - fraction);
        return fraction > 0 && goals.stream().noneMatch(goal -> improvesAfter(cut, goal));
    }

    private boolean improvesAfter(double cut, int goal) {
        double before = Double.POSITIVE_INFINITY;
        double after = Double.POSITIVE_INFINITY;
        for (int i = 0; i < measurements.size(); i++) {
            double value = value(goal, i);
            // Comparisons, not Math.min: a NaN must not become the best value.
            if (measurements.get(i).step() <= cut) {
                before = value < before ? value : before;
            } else {
                after = value < after ? value : after;
            }
        }
        return after < before;
    }
}
