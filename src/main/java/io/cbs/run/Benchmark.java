package io.cbs.run;

import io.cbs.train.DeviceWorkload;
import io.cbs.train.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Training speed of stacks of several sizes. The sizes take turns, so that all see the same state of the machine and
 * their ratios hold even where absolute figures drift.
 */
public final class Benchmark {
    private static final int TURNS = 5;

    private final DeviceWorkload device;
    private final double secondsPerTurn;

    /** @param secondsPerTurn how long each stack trains in each of its turns */
    public Benchmark(DeviceWorkload device, double secondsPerTurn) {
        this.device = device;
        this.secondsPerTurn = secondsPerTurn;
    }

    /**
     * One line of the result.
     *
     * @param replicaStepsPerSecond replicas times steps per second, the median turn
     * @param callsPerRound native calls for one round
     * @param stepsPerRound optimiser steps of that round
     */
    public record Speed(
            int batchSize, int replicas, double replicaStepsPerSecond, long callsPerRound, long stepsPerRound) {}

    /** Measures every stack size at one batch size, side by side. */
    public List<Speed> measure(int batchSize, List<Integer> replicas) {
        List<Stack> stacks = new ArrayList<>();
        try {
            for (int k : replicas) {
                stacks.add(device.create(batchSize, 0, Collections.nCopies(k, 0.01)));
            }
            int[] steps = new int[stacks.size()];
            long[] calls = new long[stacks.size()];
            double[][] seconds = new double[stacks.size()][TURNS];
            for (int i = 0; i < stacks.size(); i++) {
                steps[i] = stepsPerTurn(stacks.get(i));
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < stacks.size(); i++) {
                    long before = device.calls();
                    seconds[i][turn] = time(stacks.get(i), steps[i]);
                    calls[i] = device.calls() - before;
                }
            }
            List<Speed> speeds = new ArrayList<>();
            for (int i = 0; i < stacks.size(); i++) {
                Arrays.sort(seconds[i]);
                int k = replicas.get(i);
                speeds.add(new Speed(batchSize, k, k * (double) steps[i] / seconds[i][TURNS / 2], calls[i], steps[i]));
            }
            return speeds;
        } finally {
            stacks.forEach(Stack::close);
        }
    }

    /** Warms up, and finds how many steps fill a turn. */
    private int stepsPerTurn(Stack stack) {
        time(stack, 1); // the first call compiles the program and loads libraries
        int steps = 1;
        while (true) {
            double seconds = time(stack, steps);
            if (seconds >= secondsPerTurn / 2) {
                return (int) Math.max(1, Math.round(steps * secondsPerTurn / seconds));
            }
            steps *= 2;
        }
    }

    private static double time(Stack stack, int steps) {
        long start = System.nanoTime();
        stack.advanceTo(stack.step() + steps);
        return (System.nanoTime() - start) * 1e-9;
    }
}
