package io.cbs.run;

import io.cbs.measure.CurvePoint;
import io.cbs.measure.Outcome;
import io.cbs.measure.SeedOutcome;
import io.cbs.measure.StudyResult;
import java.nio.file.Path;

/** Every trial of a study failed, so the next ones would too. */
public final class SweepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SweepFailedException(StudyResult study, Path folder) {
        super("all " + study.trialsRun() + " trials at batch size " + study.batchSize() + " failed: " + first(study)
                + "; see " + folder.resolve("cbs.log") + ", fix the cause and run the same command again");
    }

    private static String first(StudyResult study) {
        for (CurvePoint point : study.goals().get(0).curve()) {
            for (SeedOutcome seed : point.seeds()) {
                if (seed.outcome() instanceof Outcome.Failed failed) {
                    return failed.message();
                }
            }
        }
        return "no reason recorded";
    }
}
