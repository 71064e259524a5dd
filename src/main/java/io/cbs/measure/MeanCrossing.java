package io.cbs.measure;

import java.util.Arrays;

/** The first evaluation at which the mean of a goal's metric over all seeds of a point is at or below the goal. */
final class MeanCrossing {
    private final StudyRules rules;
    private final Track[] tracks;
    private final int goal;
    private int checked;
    private Outcome.Reached crossing;

    MeanCrossing(StudyRules rules, Track[] tracks, int goal) {
        this.rules = rules;
        this.tracks = tracks;
        this.goal = goal;
    }

    /** The crossing within what every seed has measured, or null. */
    Outcome.Reached crossing() {
        int common = Arrays.stream(tracks)
                .mapToInt(track -> track == null ? 0 : track.usable())
                .min()
                .orElse(0);
        for (; crossing == null && checked < common; checked++) {
            long step = step(checked);
            if (mean(checked) <= rules.goals().get(goal).atMost()) {
                crossing = new Outcome.Reached(step, step(Math.max(0, checked - 1)));
            }
        }
        return crossing;
    }

    /** The point's steps as far as they are certain; never once a seed has diverged before the mean crossed. */
    Range steps() {
        if (crossing() != null) {
            return Range.exactly(crossing.step());
        }
        double next = atLeastBeyondBudget();
        return next > rules.horizon() ? Range.NEVER : Range.from(next);
    }

    double atLeastBeyondBudget() {
        if (crossing() != null) {
            return crossing.step();
        }
        long next = Long.MAX_VALUE;
        long end = Long.MAX_VALUE;
        for (Track track : tracks) {
            if (track != null && track.diverged()) {
                end = Math.min(end, track.last());
            }
            next = Math.min(next, track == null ? 0 : track.next());
        }
        return next >= end ? Double.POSITIVE_INFINITY : next;
    }

    private double mean(int index) {
        double sum = 0;
        for (Track track : tracks) {
            sum += track.value(goal, index);
        }
        return sum / tracks.length;
    }

    private long step(int index) {
        long step = tracks[0].measurements().get(index).step();
        for (Track track : tracks) {
            if (track.measurements().get(index).step() != step) {
                throw new IllegalArgumentException("trial " + track.trial().id() + " was evaluated at other steps than "
                        + tracks[0].trial().id() + ": there is no mean over seeds");
            }
        }
        return step;
    }
}
