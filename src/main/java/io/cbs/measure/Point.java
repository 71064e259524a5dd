package io.cbs.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The trials of one learning rate, one per seed, and what they say together. */
final class Point {
    private final StudyRules rules;
    private final double learningRate;
    private final Track[] tracks;
    private final MeanCrossing[] means;

    /** @param tracks in the order of the seeds; null where a seed was not run */
    Point(StudyRules rules, double learningRate, Track[] tracks) {
        this.rules = rules;
        this.learningRate = learningRate;
        this.tracks = tracks;
        this.means = IntStream.range(0, rules.goals().size())
                .mapToObj(goal -> new MeanCrossing(rules, tracks, goal))
                .toArray(MeanCrossing[]::new);
    }

    double learningRate() {
        return learningRate;
    }

    /** The trials that were run, in the order of the seeds. */
    List<Track> tracks() {
        return Arrays.stream(tracks).filter(Objects::nonNull).toList();
    }

    Standing standing(int goal) {
        if (rules.readsMean()) {
            Range steps = means[goal].steps();
            // Counted at the crossing, so that it does not depend on how much longer the trials ran.
            return Double.isFinite(steps.atMost())
                    ? new Standing(
                            learningRate, steps, reachedBy(goal, steps.atMost()), reachedBy(goal, steps.atMost()))
                    : new Standing(learningRate, steps, 0, tracks.length);
        }
        int reached = reachedBy(goal, Double.POSITIVE_INFINITY);
        int possible = (int) Arrays.stream(tracks)
                .filter(track -> Double.isFinite(steps(track, goal).atLeast()))
                .count();
        return new Standing(learningRate, medians(track -> steps(track, goal)), reached, possible);
    }

    /** The smallest number of steps that what was measured allows, if the budget had been unlimited. */
    double atLeastBeyondBudget(int goal) {
        if (rules.readsMean()) {
            return means[goal].atLeastBeyondBudget();
        }
        return median(track -> track == null
                ? 0
                : track.crossing(goal) != null
                        ? track.crossing(goal).step()
                        : track.diverged() ? Double.POSITIVE_INFINITY : track.next());
    }

    /** The evaluations between which the point's true crossing lies; only for a point that has reached. */
    GoalResult.Bracket bracket(int goal) {
        if (rules.readsMean()) {
            Outcome.Reached crossing = means[goal].crossing();
            return new GoalResult.Bracket(crossing.previousStep(), crossing.step());
        }
        return new GoalResult.Bracket(
                median(track -> ownCrossing(track, goal, Outcome.Reached::previousStep)),
                median(track -> ownCrossing(track, goal, Outcome.Reached::step)));
    }

    /** Whether a trial has nothing more to show for this goal. */
    boolean crossed(Track track, int goal) {
        return rules.readsMean() ? means[goal].crossing() != null : track.crossing(goal) != null;
    }

    boolean crossedAll(Track track) {
        return uncrossed(track).isEmpty();
    }

    /** Why the trial's measurements end where they end, under the present rules; beaten where nothing else holds. */
    TrialEnd end(Track track) {
        boolean reached = crossedAll(track);
        if (track.diverged() && !(reached && rules.races())) {
            return TrialEnd.DIVERGED;
        } else if (reached) {
            return TrialEnd.REACHED;
        } else if (track.exhausted()) {
            return track.stalled(uncrossed(track)) ? TrialEnd.STALLED : TrialEnd.NOT_REACHED;
        }
        return track.failure() != null ? TrialEnd.FAILED : TrialEnd.BEATEN;
    }

    /** What a trial says about a goal; {@code out} tells whether its point may stop there. */
    Outcome outcome(Track track, int goal, boolean out) {
        if (track.crossing(goal) != null) {
            return track.crossing(goal);
        } else if (track.diverged()) {
            return new Outcome.Diverged(track.last());
        } else if (track.exhausted()) {
            boolean stalled = track.stalled(List.of(goal));
            return new Outcome.Censored(track.last(), stalled ? Outcome.Reason.STALLED : Outcome.Reason.NOT_REACHED);
        } else if (track.failure() != null) {
            return new Outcome.Failed(track.failure());
        }
        Outcome.Reason unfinished = crossed(track, goal)
                ? Outcome.Reason.POINT_REACHED
                : out ? Outcome.Reason.BEATEN : Outcome.Reason.UNDECIDED;
        return new Outcome.Censored(Math.max(0, track.last()), unfinished);
    }

    private List<Integer> uncrossed(Track track) {
        List<Integer> goals = new ArrayList<>();
        for (int goal = 0; goal < rules.goals().size(); goal++) {
            if (!crossed(track, goal)) {
                goals.add(goal);
            }
        }
        return goals;
    }

    private static Range steps(Track track, int goal) {
        if (track == null) {
            return Range.from(0);
        } else if (track.crossing(goal) != null) {
            return Range.exactly(track.crossing(goal).step());
        }
        return track.diverged() || track.exhausted() ? Range.NEVER : Range.from(track.next());
    }

    private Range medians(Function<Track, Range> steps) {
        return new Range(median(track -> steps.apply(track).atLeast()), median(track -> steps.apply(track)
                .atMost()));
    }

    private double median(ToDoubleFunction<Track> value) {
        return Range.median(Arrays.stream(tracks).mapToDouble(value).toArray());
    }

    private static double ownCrossing(Track track, int goal, ToDoubleFunction<Outcome.Reached> part) {
        boolean crossed = track != null && track.crossing(goal) != null;
        return crossed ? part.applyAsDouble(track.crossing(goal)) : Double.POSITIVE_INFINITY;
    }

    private int reachedBy(int goal, double step) {
        return (int) Arrays.stream(tracks)
                .filter(track -> ownCrossing(track, goal, Outcome.Reached::step) <= step)
                .filter(track -> track != null && track.crossing(goal) != null)
                .count();
    }
}
