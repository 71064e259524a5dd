package io.cbs.fit;

import io.cbs.store.exchange.ImportRecord;
import io.cbs.store.exchange.ImportRecord.Best;
import io.cbs.store.exchange.ImportRecord.GoalPoints;
import io.cbs.store.exchange.ImportRecord.Point;
import io.cbs.store.exchange.ImportRecord.Study;
import io.cbs.store.exchange.ImportedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/** The curves of an imported folder, one per goal. A point is the best of many single runs, so it has no seeds. */
public final class ImportedCurves implements CurveSource {

    @Override
    public List<Curve> read(Path folder) {
        ImportRecord record = ImportedFolder.at(folder).read();
        List<Curve> curves = new ArrayList<>();
        for (GoalPoints goal : record.goals()) {
            String label = record.workload() + " (imported): steps to " + goal.target();
            List<CurvePoint> points =
                    goal.points().stream().map(ImportedCurves::point).toList();
            curves.add(Curve.of(label, "examples", points).withWarnings(warnings(record)));
        }
        return curves;
    }

    private static CurvePoint point(Point point) {
        if (point.reached().isEmpty()) {
            return CurvePoint.notReached(point.batchSize(), point.allRanTo());
        }
        Best best = point.reached().get();
        CurvePoint measured = CurvePoint.measured(point.batchSize(), best.steps())
                .withBracket(Math.min(best.previousStep(), best.steps()), best.steps());
        return best.learningRate() == null ? measured : measured.withLearningRate(best.learningRate());
    }

    private static List<Warning> warnings(ImportRecord record) {
        List<Warning> warnings = new ArrayList<>();
        int incomplete = record.studies().stream().mapToInt(Study::incomplete).sum();
        int infeasible = record.studies().stream().mapToInt(Study::infeasible).sum();
        warnings.add(new Warning(
                Warning.Code.IMPORTED,
                "imported from " + record.source() + ": S is the fewest steps over single trials, "
                        + record.rules().trialsCounted() + " (" + incomplete + " incomplete, " + infeasible
                        + " infeasible): how it varies from one repetition to the next is in no interval",
                "read the winning trials and all counts in import.json"));
        IntSummaryStatistics counted =
                record.studies().stream().mapToInt(Study::counted).summaryStatistics();
        if (counted.getMin() != counted.getMax()) {
            warnings.add(new Warning(
                    Warning.Code.UNEQUAL_TRIALS,
                    "between " + counted.getMin() + " and " + counted.getMax()
                            + " trials count at a batch size: the best of more trials is faster",
                    "import again with --trials " + Math.max(1, counted.getMin())));
        }
        return warnings;
    }
}
