package io.cbs.store.exchange;

import io.cbs.config.SweepConfig;
import io.cbs.measure.Measurement;
import io.cbs.measure.Measurement.Series;
import io.cbs.measure.Trajectory;
import io.cbs.store.Decimals;
import io.cbs.store.StagedFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The layout of the database of Shallue et al. Trials are numbered from 1 within a study, by learning rate, then seed;
 * keys that begin with an underscore are no part of the layout and say what it has no place for.
 */
final class DatabaseLayout implements ExportLayout {
    private static final String STATUS_RULE = "COMPLETE: reached every goal or used its budget; INFEASIBLE: diverged;"
            + " INCOMPLETE: beaten, which is stopped once it cannot win and censored there, or failed";

    @Override
    public Path folder(Path to, SweepConfig config) {
        return to.resolve(DatabaseNames.dataset(config.workload()))
                .resolve(DatabaseNames.model(config.workload()))
                .resolve(DatabaseNames.optimizer(config.optimizer()));
    }

    @Override
    public void add(StagedFolder folder, ExportedStudy study) {
        Path batchSize = Path.of(Integer.toString(study.batchSize()));
        folder.append(batchSize.resolve(StudyFile.NAME), json(study(study)));
        List<Series> columns = study.columns();
        long id = 0;
        for (Trajectory trajectory : study.trials()) {
            id++;
            Path trial = batchSize.resolve(Long.toString(id));
            folder.append(trial.resolve(TrialFile.NAME), json(metadata(study.config(), trajectory, id)));
            folder.append(trial.resolve(MeasurementTable.NAME), table(columns, trajectory));
        }
    }

    private static Map<String, Object> study(ExportedStudy study) {
        SweepConfig config = study.config();
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put(
                "learning_rate",
                discrete(study.trials().stream()
                        .map(trajectory -> trajectory.trial().learningRate())
                        .distinct()
                        .toList()));
        parameters.put("seed", discrete(config.seeds()));
        DatabaseNames.fixed(config.optimizer())
                .forEach((name, value) -> parameters.put(name, discrete(List.of(value))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("_cbs_max_steps", study.horizon());
        json.put("_cbs_status_rule", STATUS_RULE);
        json.put("batch_size", study.batchSize());
        json.put("dataset", DatabaseNames.dataset(config.workload()));
        json.put("early_stopping", true);
        json.put("model", DatabaseNames.model(config.workload()));
        json.put("optimizer", DatabaseNames.optimizer(config.optimizer()));
        json.put("parameter_configs", parameters);
        // Trials end when they have reached every goal, so no number of steps makes a trial complete.
        json.put("train_steps", 0);
        return json;
    }

    private static Map<String, Object> discrete(List<?> points) {
        Map<String, Object> config = new TreeMap<>();
        config.put("feasible_points", points);
        config.put("type", "DISCRETE");
        return config;
    }

    private static Map<String, Object> metadata(SweepConfig config, Trajectory trajectory, long id) {
        Map<String, Object> parameters = new TreeMap<>(DatabaseNames.fixed(config.optimizer()));
        parameters.put("learning_rate", trajectory.trial().learningRate());
        parameters.put("seed", trajectory.trial().seed());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("_cbs_status", trajectory.end().key());
        json.put("_cbs_trial_id", trajectory.trial().id());
        json.put("parameters", parameters);
        json.put("status", TrialStatus.of(trajectory.end()).name());
        json.put("steps", Math.max(0, trajectory.lastStep()));
        json.put("trial_id", id);
        return json;
    }

    private static byte[] table(List<Series> columns, Trajectory trajectory) {
        StringBuilder text = new StringBuilder("step");
        columns.forEach(series -> text.append(',').append(DatabaseNames.column(series)));
        text.append('\n');
        for (Measurement measurement : trajectory.measurements()) {
            text.append(measurement.step());
            for (Series series : columns) {
                Double value = measurement.values().get(series);
                text.append(',').append(value == null ? "" : Decimals.format(value));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] json(Map<String, Object> content) {
        return (JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
