package io.cbs.measure;

import io.cbs.config.SweepConfig;
import io.cbs.plan.Planner;
import io.cbs.plan.Trial;
import java.util.Collection;
import java.util.List;

/** Plays a race on scripted curves. */
final class RaceDriver {
    private RaceDriver() {}

    /** Every trial of the plan. */
    static List<Trajectory> run(SweepConfig config, Curve curve) {
        return run(config, Planner.plan(config).studies().get(0).trials(), List.of(), curve);
    }

    static List<Trajectory> run(SweepConfig config, List<Trial> trials, Collection<Trajectory> known, Curve curve) {
        Race race = new Race(StudyRules.of(config, Sweeps.BATCH), trials, known);
        for (long step = 0; !race.alive().isEmpty(); step = race.next(step)) {
            for (Trial trial : race.alive()) {
                race.observe(step, trial, curve.at(trial.learningRate(), trial.seed(), step));
            }
            race.decide(step);
        }
        return race.trajectories();
    }

    static StudyResult result(SweepConfig config, Curve curve) {
        return StudyAnalysis.analyse(config, Sweeps.BATCH, run(config, curve));
    }
}
