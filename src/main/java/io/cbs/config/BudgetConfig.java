package io.cbs.config;

/**
 * The most that one trial may use; the tighter of the two holds.
 *
 * @param steps optimiser steps
 * @param examples examples processed, batch size times steps
 */
public record BudgetConfig(long steps, long examples) {}
