package io.cbs.fit;

/** The critical batch size at one goal. */
public record GoalBatch(double goal, Estimate bCrit) {}
