package io.cbs.report;

import io.cbs.fit.Digits;
import io.cbs.store.exchange.ImportRecord;
import io.cbs.store.exchange.ImportRecord.GoalPoints;
import io.cbs.store.exchange.ImportRecord.Point;
import io.cbs.store.exchange.ImportRecord.Study;
import java.util.List;

/** What was imported: the rules, the trials by status, and for each goal the winner at every batch size. */
public final class ImportText {
    private static final List<Boolean> LEFT = List.of(false, false, false, false, false, false, false, false);

    private ImportText() {}

    /** The whole text, with a line feed at its end. */
    public static String of(ImportRecord record) {
        StringBuilder text = new StringBuilder("imported ").append(record.workload());
        text.append(" from ").append(record.source()).append('\n');
        text.append("trials: ").append(record.rules().trialsCounted()).append('\n');
        text.append("reached: ").append(record.rules().reached()).append('\n');
        text.append("steps: ").append(record.rules().steps()).append('\n');
        for (GoalPoints goal : record.goals()) {
            text.append('\n').append(goal.target()).append('\n').append(table(record.studies(), goal.points()));
        }
        return text.toString();
    }

    private static String table(List<Study> studies, List<Point> points) {
        TextTable table = new TextTable(LEFT)
                .row("batch", "steps", "after", "trial", "learning rate", "counted", "incomplete", "infeasible");
        for (int i = 0; i < points.size(); i++) {
            Study study = studies.get(i);
            String[] best = points.get(i)
                    .reached()
                    .map(found -> new String[] {
                        Long.toString(found.steps()),
                        Long.toString(found.previousStep()),
                        Long.toString(found.trialId()),
                        found.learningRate() == null ? "-" : Digits.brief(found.learningRate())
                    })
                    .orElse(new String[] {"not reached", "-", "-", "-"});
            table.row(
                    Integer.toString(study.batchSize()),
                    best[0],
                    best[1],
                    best[2],
                    best[3],
                    study.counted() + " of " + study.complete(),
                    Integer.toString(study.incomplete()),
                    Integer.toString(study.infeasible()));
        }
        return table.text();
    }
}
