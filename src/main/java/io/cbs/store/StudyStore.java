package io.cbs.store;

import io.cbs.measure.Measurement;
import io.cbs.measure.Trajectory;
import io.cbs.plan.Trial;
import java.util.List;

/** What is known of one study, and where its new trials go. */
public interface StudyStore {

    /** Every published trial that verifies; where a trial was published twice, its longest observation. */
    List<Trajectory> published();

    /** Starts a wave: trials that run together and are published together. Only one is open at a time. */
    Wave begin(List<Trial> trials);

    /** Trials that run together. Closing it without {@link #publish} leaves nothing published. */
    interface Wave extends AutoCloseable {

        /** Appends one line; readers see it at once, and a torn last line is ignored by them. */
        void append(Trial trial, Measurement measurement);

        /** Publishes every trial of the wave in one atomic step: after a crash either all are there or none. */
        void publish(List<Trajectory> trajectories);

        @Override
        void close();
    }
}
