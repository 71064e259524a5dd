package io.cbs.report;

import io.cbs.fit.CriticalBatch;
import io.cbs.fit.CurveAnalysis;
import io.cbs.fit.CurvePoint;
import io.cbs.fit.Estimate;
import io.cbs.fit.FitResult;
import io.cbs.fit.Fitted;
import io.cbs.fit.FittedPoint;
import io.cbs.fit.GoalDependence;
import io.cbs.fit.IntervalMethod;
import io.cbs.fit.Intervals;
import io.cbs.fit.LackOfFit;
import io.cbs.fit.Refused;
import io.cbs.fit.Residuals;
import io.cbs.fit.Warning;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fit for programs: the JSON contract of {@code cbs fit --format json}.
 *
 * <p>Every key below is always there; a key is added only with the same {@code schema_version}, removed or given
 * another meaning only with the next. Numbers have full precision; what is not known or not bounded is null.
 *
 * <ul>
 *   <li>{@code schema_version}: 1; {@code label}; {@code unit} of every batch size and of examples;
 *   <li>{@code refused}: null, or {@code {reason, message, next_action, b_crit_bound: {low, high}}}, and then the keys
 *       {@code s_min} to {@code leave_one_out} are null, but for {@code points}, whose fitted values are;
 *   <li>{@code s_min}, {@code e_min}, {@code b_crit}: {@code {value, low, high, log_standard_error}}, 95% intervals, and the standard
 *       error of the logarithm from the scatter of the points alone;
 *   <li>{@code interval_method}: what the intervals rest on, see {@link IntervalMethod}; {@code bootstrap}: {@code
 *       {replicates, undecided_share, dropped_share, selection_shift}} as in {@link Intervals}, null without one;
 *   <li>{@code cbs}: list of {@code {definition, overhead, reference_batch, value, low, high}}, the definitions and
 *       what each leaves null as in {@link CriticalBatch.Definition};
 *   <li>{@code points}, ascending in batch size: {@code {batch, steps, low_steps, high_steps, examples, learning_rate,
 *       edge, seed_steps, used, fitted_steps, residual}}; {@code used}: fit to enter a fit; {@code steps} is null where the goal was not reached, {@code
 *       residual} is ln S - ln fitted S;
 *   <li>{@code residuals}: {@code {weights, rmse, residual_variance, degrees_of_freedom, sign_runs, sign_runs_p_value,
 *       lack_of_fit: {verdict, directions, f, p_value, largest, at_batch}}};
 *   <li>{@code leave_one_out}: {@code {low, high, most_influential_batch}} of B_crit;
 *   <li>the keys of {@link AnalysisJson}, whether refused or not;
 *   <li>{@code warnings}: list of {@code {code, message, next_action}}.
 * </ul>
 */
public final class FitJson {
    static final int SCHEMA_VERSION = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ObjectNode root = mapper.createObjectNode();

    private FitJson() {}

    /** One document with several curves. */
    static String of(List<CurveAnalysis> curves, List<GoalDependence> goals) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode root = mapper.createObjectNode();
        root.put("schema_version", SCHEMA_VERSION);
        ArrayNode list = root.putArray("curves");
        curves.forEach(curve -> list.add(mapper.readTree(of(curve))));
        ArrayNode dependences = root.putArray("goals");
        goals.forEach(goal -> dependences.add(mapper.readTree(GoalJson.of(goal))));
        return text(root);
    }

    /** The document, indented by two spaces, with a line feed at its end on every system. */
    public static String of(CurveAnalysis analysis) {
        FitJson json = new FitJson();
        json.build(analysis.fit());
        AnalysisJson.put(json.root, analysis);
        json.putWarnings(analysis.warnings());
        return text(json.root);
    }

    /** Indented by two spaces, with a line feed at its end. */
    static String text(ObjectNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return JsonMapper.builder().build().writer().with(printer).writeValueAsString(node) + "\n";
    }

    private void build(FitResult result) {
        root.put("schema_version", SCHEMA_VERSION);
        root.put("label", result.curve().label());
        root.put("unit", result.curve().unit());
        if (result instanceof Fitted fitted) {
            root.putNull("refused");
            putEstimate("s_min", fitted.sMin());
            putEstimate("e_min", fitted.eMin());
            putEstimate("b_crit", fitted.bCrit());
            putIntervals(fitted.intervals());
            putCritical(root.putArray("cbs"), fitted.critical());
            ArrayNode points = root.putArray("points");
            for (FittedPoint at : fitted.points()) {
                putPoint(points.addObject(), at.point(), at.fittedSteps(), at.residual());
            }
            putResiduals(root.putObject("residuals"), fitted.residuals());
            ObjectNode left = root.putObject("leave_one_out");
            number(left, "low", fitted.leaveOneOut().low());
            number(left, "high", fitted.leaveOneOut().high());
            number(left, "most_influential_batch", fitted.leaveOneOut().mostInfluential());
        } else {
            buildRefused((Refused) result);
        }
    }

    private void putWarnings(List<Warning> found) {
        ArrayNode warnings = root.putArray("warnings");
        for (Warning warning : found) {
            ObjectNode node = warnings.addObject();
            node.put("code", warning.code().key());
            node.put("message", warning.message());
            node.put("next_action", warning.nextAction());
        }
    }

    private void buildRefused(Refused refused) {
        ObjectNode node = root.putObject("refused");
        node.put("reason", refused.reason().key());
        node.put("message", refused.message());
        node.put("next_action", refused.nextAction());
        ObjectNode bound = node.putObject("b_crit_bound");
        putInterval(bound, refused.bound().low(), refused.bound().high());
        for (String key : List.of("s_min", "e_min", "b_crit", "interval_method", "bootstrap", "cbs")) {
            root.putNull(key);
        }
        ArrayNode points = root.putArray("points");
        for (CurvePoint point : refused.curve().points()) {
            putPoint(points.addObject(), point, Double.NaN, Double.NaN);
        }
        root.putNull("residuals");
        root.putNull("leave_one_out");
    }

    private void putEstimate(String key, Estimate estimate) {
        ObjectNode node = root.putObject(key);
        number(node, "value", estimate.value());
        putInterval(node, estimate.low(), estimate.high());
        number(node, "log_standard_error", estimate.logStandardError());
    }

    private void putIntervals(Intervals intervals) {
        root.put("interval_method", intervals.method().key());
        if (intervals.replicates() == 0) {
            root.putNull("bootstrap");
            return;
        }
        ObjectNode node = root.putObject("bootstrap");
        node.put("replicates", intervals.replicates());
        number(node, "undecided_share", intervals.undecided());
        number(node, "dropped_share", intervals.dropped());
        number(node, "selection_shift", intervals.selectionShift());
    }

    private static void putCritical(ArrayNode array, List<CriticalBatch> table) {
        for (CriticalBatch critical : table) {
            ObjectNode node = array.addObject();
            node.put("definition", critical.definition().key());
            number(node, "overhead", critical.overhead());
            number(node, "reference_batch", critical.referenceBatch());
            number(node, "value", critical.value());
            putInterval(node, critical.low(), critical.high());
        }
    }

    private static void putPoint(ObjectNode node, CurvePoint point, double fitted, double residual) {
        number(node, "batch", point.batch());
        number(node, "steps", point.steps());
        number(node, "low_steps", point.lowSteps());
        number(node, "high_steps", point.highSteps());
        number(node, "examples", point.examples());
        number(node, "learning_rate", point.learningRate());
        node.put("edge", point.edge().key());
        ArrayNode seeds = node.putArray("seed_steps");
        point.seedSteps().forEach(steps -> {
            if (!Double.isFinite(steps)) {
                seeds.addNull();
            } else if (isWhole(steps)) {
                seeds.add(steps.longValue());
            } else {
                seeds.add(steps);
            }
        });
        node.put("used", point.usable());
        number(node, "fitted_steps", fitted);
        number(node, "residual", residual);
    }

    private static void putResiduals(ObjectNode node, Residuals residuals) {
        node.put("weights", residuals.weights().key());
        number(node, "rmse", residuals.rmse());
        number(node, "residual_variance", residuals.residualVariance());
        node.put("degrees_of_freedom", residuals.degreesOfFreedom());
        node.put("sign_runs", residuals.runs().count());
        number(node, "sign_runs_p_value", residuals.runs().probability());
        LackOfFit pattern = residuals.lackOfFit();
        ObjectNode lack = node.putObject("lack_of_fit");
        lack.put("verdict", pattern.verdict().key());
        lack.put("directions", pattern.directions());
        number(lack, "f", pattern.f());
        number(lack, "p_value", pattern.pValue());
        number(lack, "largest", pattern.largest());
        number(lack, "at_batch", pattern.atBatch());
    }

    /** A lower end of zero is no bound. */
    static void putInterval(ObjectNode node, double low, double high) {
        number(node, "low", low > 0 ? low : Double.NaN);
        number(node, "high", high);
    }

    static void number(ObjectNode node, String key, OptionalDouble value) {
        number(node, key, value.orElse(Double.NaN));
    }

    static void number(ObjectNode node, String key, double value) {
        if (!Double.isFinite(value)) {
            node.putNull(key);
        } else if (isWhole(value)) {
            node.put(key, (long) value);
        } else {
            node.put(key, value);
        }
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }
}
