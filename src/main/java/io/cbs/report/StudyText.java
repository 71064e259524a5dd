package io.cbs.report;

import io.cbs.config.Goal;
import io.cbs.fit.Digits;
import io.cbs.measure.Edge;
import io.cbs.measure.GoalResult;
import io.cbs.measure.StudyResult;
import io.cbs.measure.TrialEnd;
import io.cbs.measure.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One study in a line or a few. */
public final class StudyText {
    private StudyText() {}

    /** Where a running study is. */
    public static String running(int batchSize, long step, int alive, Map<Goal, Double> best) {
        List<String> parts = new ArrayList<>();
        best.forEach((goal, value) -> parts.add(
                goal.metric().key() + " " + Digits.brief(value) + " (goal " + Digits.brief(goal.atMost()) + ")"));
        return "B = " + batchSize + ": step " + step + ", " + alive + " running, best " + String.join(", ", parts);
    }

    /** What a finished study shows: a line per goal, then a line per warning. */
    public static String finished(StudyResult study) {
        List<String> lines = new ArrayList<>();
        for (GoalResult goal : study.goals()) {
            String prefix = "B = " + study.batchSize() + (study.goals().size() > 1 ? ", " + goal.goal() : "") + ": ";
            lines.add(prefix + outcome(study, goal) + "; " + counts(study));
        }
        for (GoalResult goal : study.goals()) {
            goal.warnings().forEach(warning -> lines.add(line(warning)));
        }
        study.warnings().forEach(warning -> lines.add(line(warning)));
        return String.join("\n", lines.stream().distinct().toList());
    }

    /** Hours, minutes and seconds. */
    public static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static String outcome(StudyResult study, GoalResult goal) {
        if (goal.best().isEmpty()) {
            return "goal not reached within " + study.horizon() + " steps";
        }
        GoalResult.Best best = goal.best().get();
        String edge = goal.edge() == Edge.NONE ? "" : " (" + goal.edge().key() + ")";
        return "S = " + Digits.measured(best.steps()) + " steps at learning rate " + Digits.brief(best.learningRate())
                + edge;
    }

    private static String counts(StudyResult study) {
        List<String> counts = new ArrayList<>();
        for (TrialEnd end : TrialEnd.values()) {
            int count = study.ends().getOrDefault(end, 0);
            if (count > 0) {
                counts.add(count + " " + end.key());
            }
        }
        return study.trialsRun() + " trials: " + String.join(", ", counts);
    }

    private static String line(Warning warning) {
        return "  warning: " + warning;
    }
}
