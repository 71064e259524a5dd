package io.cbs.measure;

import io.cbs.plan.Trial;

/** What one trial of a point says about a goal. */
public record SeedOutcome(Trial trial, Outcome outcome) {}
