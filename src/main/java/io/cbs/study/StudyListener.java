package io.cbs.study;

import io.cbs.config.Goal;
import io.cbs.measure.Trajectory;
import java.util.List;
import java.util.Map;

/** Hears how a study goes on, on the thread that runs it. */
public interface StudyListener {

    /** Hears nothing. */
    StudyListener SILENT = new StudyListener() {};

    /** Why a wave runs. */
    enum WaveReason {
        /** Trials of the plan, or trials that the config as it is now leaves undecided. */
        PLAN("plan"),
        /** The best learning rate lies on the edge of those tried. */
        EXTENSION("extension");

        private final String key;

        WaveReason(String key) {
            this.key = key;
        }

        /** For people. */
        public String key() {
            return key;
        }
    }

    /** {@code trials} of the study at {@code batchSize} start together. */
    default void waveStarted(int batchSize, int trials, WaveReason reason) {}

    /**
     * Every running trial was measured.
     *
     * @param step optimiser steps taken
     * @param alive trials that go on
     * @param best smallest value of each goal's metric in this wave so far; NaN where there is none
     */
    default void evaluated(int batchSize, long step, int alive, Map<Goal, Double> best) {}

    /** The wave's trials are published. */
    default void waveFinished(int batchSize, List<Trajectory> published) {}
}
