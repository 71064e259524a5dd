package io.cbs.fit;

import java.util.ArrayList;
import java.util.List;

/** What the points alone give cause to say. */
final class PointWarnings {
    private PointWarnings() {}

    static List<Warning> of(Curve curve) {
        List<Warning> warnings = new ArrayList<>();
        for (CurvePoint point : curve.points()) {
            addReach(warnings, point);
            addEdge(warnings, point);
        }
        addRises(warnings, curve.usable());
        return warnings;
    }

    private static void addReach(List<Warning> warnings, CurvePoint point) {
        int seeds = point.seedSteps().size();
        if (!point.reached()) {
            String spent = point.lowSteps() > 0 ? " within " + Digits.measured(point.lowSteps()) + " steps" : "";
            String among = seeds > 1 ? " by the median of " + seeds + " seeds" : "";
            warnings.add(new Warning(
                    Warning.Code.NOT_REACHED,
                    at(point) + "the goal was not reached" + spent + among + "; left out of the fit",
                    "raise the budget at this batch size, or choose a goal that every batch size reaches"));
        } else if (point.reachedSeeds() < seeds) {
            warnings.add(new Warning(
                    Warning.Code.SEEDS_NOT_REACHED,
                    at(point) + point.reachedSeeds() + " of " + seeds + " seeds reached the goal; S is the median with "
                            + "the others as infinity",
                    "raise the budget at this batch size"));
        }
        if (point.steps() == 0) {
            warnings.add(new Warning(
                    Warning.Code.GOAL_MET_AT_START,
                    at(point) + "the goal is met before the first step; left out of the fit",
                    "choose a harder goal"));
        }
    }

    private static void addEdge(List<Warning> warnings, CurvePoint point) {
        if (!point.reached()) {
            return;
        }
        switch (point.edge()) {
            case GRID ->
                warnings.add(new Warning(
                        Warning.Code.GRID_EDGE,
                        at(point) + "the best learning rate" + rate(point) + " is the last one tried, so S <= "
                                + Digits.measured(point.steps()) + " is only a bound; left out of the fit",
                        "add learning rates beyond it"));
            case STABILITY ->
                warnings.add(new Warning(
                        Warning.Code.STABILITY_EDGE,
                        at(point) + "the best learning rate" + rate(point) + " is the largest that does not diverge",
                        "add learning rates between it and the next; warm-up or gradient clipping may move the edge"));
            case NONE, UNFINISHED -> {} // what is unfinished says the study
        }
    }

    /** Only where the brackets leave no doubt: the larger batch was above the goal when the smaller had reached it. */
    private static void addRises(List<Warning> warnings, List<CurvePoint> points) {
        List<String> rises = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            CurvePoint before = points.get(i - 1);
            CurvePoint after = points.get(i);
            if (after.steps() > before.steps() && after.lowSteps() >= before.highSteps()) {
                rises.add("from " + Digits.measured(before.steps()) + " at B=" + Digits.measured(before.batch())
                        + " to " + Digits.measured(after.steps()) + " at B=" + Digits.measured(after.batch()));
            }
        }
        if (!rises.isEmpty()) {
            warnings.add(new Warning(
                    Warning.Code.NON_MONOTONE,
                    "S(B) rises with the batch size: " + String.join(", ", rises),
                    "add seeds and learning rates at these batch sizes"));
        }
    }

    private static String at(CurvePoint point) {
        return "B=" + Digits.measured(point.batch()) + ": ";
    }

    private static String rate(CurvePoint point) {
        return point.learningRate().isPresent()
                ? " " + Digits.brief(point.learningRate().getAsDouble())
                : "";
    }
}
