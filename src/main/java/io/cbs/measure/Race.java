package io.cbs.measure;

import io.cbs.config.Goal;
import io.cbs.measure.Measurement.Series;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trials of one study that advance in lockstep, and who may stop. Because all stand at the same step, the first point to
 * reach a goal has the fewest steps, and a trial stops as soon as its point is certain not to win: the winner, its number
 * of steps and its trials are the same as if every trial had run to its budget. No engine, no files, no clock.
 */
public final class Race {
    private final StudyRules rules;
    private final Map<String, Track> running = new LinkedHashMap<>();
    private final Map<String, TrialEnd> ends = new LinkedHashMap<>();
    private final StudyState state;

    /**
     * @param trials the trials that run, at step 0 and not yet measured
     * @param known finished trials of the same study, whose crossings count from the start; those of {@code trials}
     *     are passed over
     */
    public Race(StudyRules rules, List<Trial> trials, Collection<Trajectory> known) {
        this.rules = rules;
        for (Trial trial : trials) {
            if (!rules.seeds().contains(trial.seed()) || running.containsKey(trial.id())) {
                throw new IllegalArgumentException("trial " + trial + " is not one trial of this study");
            }
            running.put(trial.id(), new Track(rules, trial));
        }
        List<Track> tracks = new ArrayList<>(running.values());
        for (Trajectory trajectory : known) {
            if (!running.containsKey(trajectory.trial().id())) {
                tracks.add(Track.of(rules, trajectory));
            }
        }
        this.state = StudyState.of(rules, tracks);
    }

    /** The evaluation after {@code step}. */
    public long next(long step) {
        return rules.schedule().after(step);
    }

    /** The trials that still run, in the order given. */
    public List<Trial> alive() {
        return running.values().stream()
                .map(Track::trial)
                .filter(trial -> !ends.containsKey(trial.id()))
                .toList();
    }

    /** Records one evaluation of a trial that still runs. */
    public Measurement observe(long step, Trial trial, Map<Series, Double> values) {
        Measurement measurement = new Measurement(step, values);
        alive(trial).observe(measurement);
        return measurement;
    }

    /** Ends a trial that could not be trained or measured. */
    public void fail(Trial trial, String message) {
        alive(trial).fail(message);
        ends.put(trial.id(), TrialEnd.FAILED);
    }

    /**
     * Ends whoever may stop at {@code step}; every trial that still runs must have been observed there.
     *
     * @return the trials that end now and why
     */
    public Map<Trial, TrialEnd> decide(long step) {
        List<Ranking> rankings = state.rankings();
        Map<Trial, TrialEnd> now = new LinkedHashMap<>();
        for (int i = 0; i < state.points().size(); i++) {
            Point point = state.points().get(i);
            for (Track track : point.tracks()) {
                String id = track.trial().id();
                if (running.get(id) == track && !ends.containsKey(id)) {
                    if (track.last() != step) {
                        throw new IllegalStateException(
                                "trial " + id + " stands at step " + track.last() + ", not " + step);
                    }
                    if (ends(rankings, i, track)) {
                        now.put(track.trial(), point.end(track));
                    }
                }
            }
        }
        now.forEach((trial, end) -> ends.put(trial.id(), end));
        return now;
    }

    private boolean ends(List<Ranking> rankings, int point, Track track) {
        return track.diverged()
                || track.exhausted()
                || (rules.races() && state.beaten(rankings, point, track, track.last()));
    }

    /** The trajectories of the trials given, in that order; every one must have ended. */
    public List<Trajectory> trajectories() {
        List<Trajectory> trajectories = new ArrayList<>();
        running.forEach((id, track) -> {
            if (!ends.containsKey(id)) {
                throw new IllegalStateException("trial " + id + " still runs");
            }
            String message = track.failure() == null ? "" : track.failure();
            trajectories.add(new Trajectory(track.trial(), track.measurements(), ends.get(id), message));
        });
        return trajectories;
    }

    /** The smallest value of each goal's metric that any running or ended trial of this race has shown; NaN for none. */
    public Map<Goal, Double> bestValues() {
        Map<Goal, Double> best = new LinkedHashMap<>();
        for (int goal = 0; goal < rules.goals().size(); goal++) {
            double value = Double.NaN;
            for (Track track : running.values()) {
                value = Double.isNaN(value) || track.best(goal) < value ? track.best(goal) : value;
            }
            best.put(rules.goals().get(goal), value);
        }
        return best;
    }

    private Track alive(Trial trial) {
        Track track = running.get(trial.id());
        if (track == null || ends.containsKey(trial.id())) {
            throw new IllegalStateException("trial " + trial.id() + " does not run");
        }
        return track;
    }
}
