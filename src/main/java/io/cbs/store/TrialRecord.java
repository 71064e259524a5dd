package io.cbs.store;

import io.cbs.measure.Measurement;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import java.util.Arrays;
import java.util.List;

/**
 * One trial as published: two files, a function of the trajectory alone, so that equal trajectories are equal bytes.
 * Times, hosts and durations are kept elsewhere.
 */
record TrialRecord(byte[] metadata, byte[] measurements) {

    static TrialRecord of(Trajectory trajectory) {
        if (!Double.isFinite(trajectory.trial().learningRate())) {
            throw new IllegalArgumentException("a learning rate is a number: " + trajectory.trial());
        }
        byte[] measurements = MeasurementLines.encode(trajectory.measurements());
        TrialMetadata metadata = new TrialMetadata(
                trajectory.trial(),
                trajectory.end().key(),
                trajectory.lastStep(),
                trajectory.message(),
                Sha256.of(measurements));
        return new TrialRecord(metadata.encode(), measurements);
    }

    /** The trajectory, where both files are whole, belong together, and to this trial of this study. */
    Trajectory verify(String trialId, int batchSize) throws UnusableRecordException {
        TrialMetadata decoded = TrialMetadata.decode(metadata);
        if (!decoded.trial().id().equals(trialId) || decoded.trial().batchSize() != batchSize) {
            throw new UnusableRecordException(
                    "record of trial " + decoded.trial().id() + " at batch size "
                            + decoded.trial().batchSize() + " in the place of another");
        }
        if (!decoded.measurementsSha256().equals(Sha256.of(measurements))) {
            throw new UnusableRecordException(Names.MEASUREMENTS + " does not match its checksum");
        }
        List<Measurement> decodedMeasurements = MeasurementLines.decode(measurements);
        Trajectory trajectory =
                new Trajectory(decoded.trial(), decodedMeasurements, end(decoded.status()), decoded.message());
        if (trajectory.lastStep() != decoded.steps()) {
            throw new UnusableRecordException("steps does not match the last measurement");
        }
        return trajectory;
    }

    private static TrialEnd end(String status) throws UnusableRecordException {
        return Arrays.stream(TrialEnd.values())
                .filter(end -> end.key().equals(status))
                .findFirst()
                .orElseThrow(() -> new UnusableRecordException("unknown status " + status));
    }
}
