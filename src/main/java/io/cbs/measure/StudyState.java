package io.cbs.measure;

import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Every point of a study with its trials, finished or not. */
final class StudyState {
    private final StudyRules rules;
    private final List<Point> points;

    private StudyState(StudyRules rules, List<Point> points) {
        this.rules = rules;
        this.points = points;
    }

    /** Tracks of seeds that the rules do not name are left out. */
    static StudyState of(StudyRules rules, Collection<Track> tracks) {
        Map<Double, Track[]> byRate = new TreeMap<>();
        for (Track track : tracks) {
            Trial trial = track.trial();
            int seed = rules.seeds().indexOf(trial.seed());
            if (seed < 0) {
                continue;
            }
            Track[] seeds = byRate.computeIfAbsent(
                    trial.learningRate(), rate -> new Track[rules.seeds().size()]);
            if (seeds[seed] != null) {
                throw new IllegalArgumentException("two trials with learning rate " + trial.learningRate()
                        + " and seed " + trial.seed() + " in one study");
            }
            seeds[seed] = track;
        }
        List<Point> points = new ArrayList<>();
        byRate.forEach((rate, seeds) -> points.add(new Point(rules, rate, seeds)));
        return new StudyState(rules, List.copyOf(points));
    }

    /** Ascending in learning rate. */
    List<Point> points() {
        return points;
    }

    /** The points compared for each goal, as of now. */
    List<Ranking> rankings() {
        return IntStream.range(0, rules.goals().size())
                .mapToObj(goal -> new Ranking(
                        points.stream().map(point -> point.standing(goal)).toList(),
                        rules.stop().margin()))
                .toList();
    }

    /** Whether for every goal the trial has crossed or its point may stop at {@code step}. */
    boolean beaten(List<Ranking> rankings, int point, Track track, long step) {
        return IntStream.range(0, rankings.size())
                .allMatch(goal -> points.get(point).crossed(track, goal)
                        || rankings.get(goal).out(point, step));
    }

    /**
     * Whether running the trial again could not change anything that the rules ask for: it crossed every goal, diverged,
     * used the whole budget, or was stopped at a step at which its point is certain not to win.
     */
    boolean settled(List<Ranking> rankings, int point, Track track) {
        if (track.diverged() || track.exhausted()) {
            return true;
        }
        return rules.races() && track.last() >= 0 && beaten(rankings, point, track, track.last());
    }
}
