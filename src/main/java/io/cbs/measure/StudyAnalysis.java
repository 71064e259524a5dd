package io.cbs.measure;

import io.cbs.config.SweepConfig;
import io.cbs.plan.Planner;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Reads the published trials of one batch size under a config: what they show, and what is still to run. Trials that are
 * not of this config (another workload, optimizer or seed) are passed over; a learning rate that the config does not
 * list counts, for it was tried.
 */
public final class StudyAnalysis {
    private final SweepConfig config;
    private final int batchSize;
    private final StudyRules rules;
    private final List<Trajectory> valid;
    private final StudyState state;
    private final List<Ranking> rankings;
    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<String, Boolean> settled = new HashMap<>();

    public StudyAnalysis(SweepConfig config, int batchSize, Collection<Trajectory> published) {
        this.config = config;
        this.batchSize = batchSize;
        this.rules = StudyRules.of(config, batchSize);
        this.valid = valid(config, batchSize, published);
        for (Trajectory trajectory : valid) {
            tracks.put(trajectory.trial().id(), Track.of(rules, trajectory));
        }
        this.state = StudyState.of(rules, tracks.values());
        this.rankings = state.rankings();
        for (int i = 0; i < state.points().size(); i++) {
            for (Track track : state.points().get(i).tracks()) {
                settled.put(track.trial().id(), state.settled(rankings, i, track));
            }
        }
    }

    /** What the published trials show. */
    public static StudyResult analyse(SweepConfig config, int batchSize, Collection<Trajectory> published) {
        return new StudyAnalysis(config, batchSize, published).result();
    }

    /** The rules that the trials are read by. */
    public StudyRules rules() {
        return rules;
    }

    /** The published trials that belong to this config. */
    public List<Trajectory> valid() {
        return valid;
    }

    /**
     * The trials that have to run, by learning rate, then in the order of the seeds: every learning rate of the config,
     * of the published trials and of {@code added} at every seed, unless what is published settles it.
     */
    public List<Pending> pending(Collection<Double> added) {
        TreeSet<Double> rates = new TreeSet<>(config.learningRate().values());
        valid.forEach(trajectory -> rates.add(trajectory.trial().learningRate()));
        rates.addAll(added);
        List<Pending> pending = new ArrayList<>();
        for (double rate : rates) {
            for (long seed : rules.seeds()) {
                Trial trial = Planner.trial(config, batchSize, rate, seed);
                Track track = tracks.get(trial.id());
                if (track == null) {
                    pending.add(new Pending(trial, Pending.Reason.NEW));
                } else if (!settled.get(trial.id())) {
                    boolean failed = track.failure() != null;
                    pending.add(new Pending(trial, failed ? Pending.Reason.FAILED : Pending.Reason.UNDECIDED));
                }
            }
        }
        return pending;
    }

    /** What the published trials show. */
    public StudyResult result() {
        List<GoalResult> goals = new ArrayList<>();
        for (int goal = 0; goal < rules.goals().size(); goal++) {
            goals.add(goalResult(goal));
        }
        Map<TrialEnd, Integer> ends = new EnumMap<>(TrialEnd.class);
        state.points().forEach(point -> ends(point).forEach((end, count) -> ends.merge(end, count, Integer::sum)));
        long steps = valid.stream()
                .mapToLong(trajectory -> Math.max(0, trajectory.lastStep()))
                .sum();
        List<Pending> pending = pending(List.of());
        int failed = (int) pending.stream()
                .filter(trial -> trial.reason() == Pending.Reason.FAILED)
                .count();
        List<Warning> warnings = Warnings.ofStudy(failed, pending.size() - failed);
        return new StudyResult(batchSize, rules.horizon(), goals, ends, valid.size(), steps, pending.size(), warnings);
    }

    private GoalResult goalResult(int goal) {
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i < state.points().size(); i++) {
            curve.add(curvePoint(goal, i));
        }
        Optional<GoalResult.Best> best = rankings.get(goal).winner().map(i -> best(goal, i, curve.get(i)));
        Edge edge = best.map(point -> EdgeRule.of(curve, point.learningRate())).orElse(Edge.NONE);
        List<Warning> warnings = Warnings.ofGoal(rules, config.learningRate(), best, edge, curve);
        return new GoalResult(rules.goals().get(goal), best, edge, curve, warnings);
    }

    private GoalResult.Best best(int goal, int index, CurvePoint curve) {
        double steps = rankings.get(goal).points().get(index).steps().atMost();
        GoalResult.Bracket bracket = state.points().get(index).bracket(goal);
        return new GoalResult.Best(curve.learningRate(), steps, bracket, curve.reachedFraction(), curve.seeds());
    }

    private CurvePoint curvePoint(int goal, int index) {
        Point point = state.points().get(index);
        Standing standing = rankings.get(goal).points().get(index);
        boolean number =
                standing.steps().known() && Double.isFinite(standing.steps().atMost());
        List<SeedOutcome> seeds = point.tracks().stream()
                .map(track -> {
                    boolean out = rankings.get(goal).out(index, track.last());
                    return new SeedOutcome(track.trial(), point.outcome(track, goal, out));
                })
                .toList();
        return new CurvePoint(
                point.learningRate(),
                number ? OptionalDouble.of(standing.steps().atMost()) : OptionalDouble.empty(),
                point.atLeastBeyondBudget(goal),
                standing.reachedAtLeast() / (double) rules.seeds().size(),
                seeds,
                ends(point));
    }

    private static Map<TrialEnd, Integer> ends(Point point) {
        Map<TrialEnd, Integer> ends = new EnumMap<>(TrialEnd.class);
        point.tracks().forEach(track -> ends.merge(point.end(track), 1, Integer::sum));
        return ends;
    }

    private static List<Trajectory> valid(SweepConfig config, int batchSize, Collection<Trajectory> published) {
        Map<String, Trajectory> longest = new LinkedHashMap<>();
        for (Trajectory trajectory : published) {
            Trial trial = trajectory.trial();
            boolean seed = config.seeds().contains(trial.seed());
            if (seed
                    && Planner.trial(config, batchSize, trial.learningRate(), trial.seed())
                            .equals(trial)) {
                longest.merge(trial.id(), trajectory, (a, b) -> b.lastStep() >= a.lastStep() ? b : a);
            }
        }
        return List.copyOf(longest.values());
    }
}
