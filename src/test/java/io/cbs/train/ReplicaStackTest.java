package io.cbs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.cbs.config.EvaluationSet;
import io.cbs.config.Metric;
import io.cbs.measure.Measurement.Series;
import io.cbs.optim.HeavyBall;
import io.cbs.program.EngineThread;
import io.cbs.workload.SmallWorkloads;
import io.cbs.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ReplicaStackTest {
    private static final Series LOSS = new Series(EvaluationSet.HELD_OUT, Metric.CROSS_ENTROPY);
    private static final Series ERROR = new Series(EvaluationSet.HELD_OUT, Metric.ERROR_RATE);
    private static final List<Double> RATES = List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05);

    private final StopSignal stop = new StopSignal();

    @Test
    void eightReplicasTrainAsEachWouldAlone() {
        for (Workload workload : List.of(SmallWorkloads.cnn(), SmallWorkloads.mlp())) {
            try (DeviceWorkload device = device(workload)) {
                List<List<Double>> together = losses(device, RATES);
                for (int i = 0; i < RATES.size(); i++) {
                    List<Double> alone = losses(device, List.of(RATES.get(i))).get(0);
                    assertThat(alone.get(10)).isNotEqualTo(alone.get(0));
                    for (int t = 0; t < alone.size(); t++) {
                        assertThat(together.get(i).get(t))
                                .describedAs("%s, rate %s, evaluation %d", workload.name(), RATES.get(i), t)
                                .isCloseTo(alone.get(t), Percentage.withPercentage(0.01));
                    }
                }
            }
        }
    }

    @Test
    void aCutOfARoundChangesNoBit() {
        try (DeviceWorkload device = device(SmallWorkloads.cnn());
                Stack whole = device.create(4, 1, RATES);
                Stack cut = device.create(4, 1, RATES)) {
            whole.advanceTo(30);
            for (int step = 1; step <= 30; step++) {
                cut.advanceTo(step);
            }
            assertThat(cut.evaluate()).isEqualTo(whole.evaluate());
        }
    }

    @Test
    void droppedRowsLeaveTheOthersTraining() {
        try (DeviceWorkload device = device(SmallWorkloads.mlp());
                Stack all = device.create(4, 1, RATES);
                Stack some = device.create(4, 1, RATES)) {
            all.advanceTo(10);
            some.advanceTo(10);
            some.keep(new int[] {1, 6});
            assertThat(some.replicas()).isEqualTo(2);
            all.advanceTo(20);
            some.advanceTo(20);
            assertThat(some.evaluate().get(0).get(LOSS))
                    .isCloseTo(all.evaluate().get(1).get(LOSS), within(1e-5));
            assertThat(some.evaluate().get(1).get(LOSS))
                    .isCloseTo(all.evaluate().get(6).get(LOSS), within(1e-5));
        }
    }

    @Test
    void theMetricsAreMeansOverTheSetInWhateverChunks() {
        try (DeviceWorkload device = device(SmallWorkloads.cnn());
                Stack one = device.create(4, 1, List.of(0.01));
                Stack many = device.create(4, 1, RATES)) { // more replicas, smaller chunks
            Map<Series, Double> alone = one.evaluate().get(0);
            assertThat(many.evaluate().get(0).get(LOSS)).isCloseTo(alone.get(LOSS), within(1e-6));
            assertThat(alone.get(ERROR) * 64).isCloseTo(Math.rint(alone.get(ERROR) * 64), within(1e-9));
            assertThat(alone.get(LOSS)).isBetween(1.0, 4.0); // near ln 5 at the initial weights
        }
    }

    @Test
    void aRequestedStopEndsARoundAtTheNextCall() {
        try (DeviceWorkload device = device(SmallWorkloads.mlp());
                Stack stack = device.create(4, 1, RATES)) {
            stop.request();
            assertThatThrownBy(() -> stack.advanceTo(1_000_000)).isInstanceOf(StopSignal.StoppedException.class);
        }
    }

    private DeviceWorkload device(Workload workload) {
        EngineThread.prepare(1);
        return new DeviceWorkload(
                workload, new HeavyBall(0.9), Device.cpu(), Set.of(EvaluationSet.HELD_OUT), null, stop);
    }

    /** The loss of each replica every 10 of 100 steps. */
    private static List<List<Double>> losses(DeviceWorkload device, List<Double> rates) {
        List<List<Double>> losses = new ArrayList<>();
        rates.forEach(rate -> losses.add(new ArrayList<>()));
        try (Stack stack = device.create(4, 1, rates)) {
            for (int step = 0; step <= 100; step += 10) {
                stack.advanceTo(step);
                List<Map<Series, Double>> metrics = stack.evaluate();
                for (int i = 0; i < rates.size(); i++) {
                    losses.get(i).add(metrics.get(i).get(LOSS));
                }
            }
        }
        return losses;
    }
}
