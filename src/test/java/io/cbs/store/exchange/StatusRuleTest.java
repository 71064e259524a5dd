package io.cbs.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.measure.Measurement;
import io.cbs.measure.Sweeps;
import io.cbs.measure.Trajectory;
import io.cbs.measure.TrialEnd;
import io.cbs.plan.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRuleTest {
    private static final int HORIZON = 40;

    /** The goal is a loss of at most 0.5. */
    private final StatusRule rule = new StatusRule(Sweeps.rates(0.1).config(), HORIZON);

    private TrialStatus status(TrialEnd end, long stepsApart, double... losses) {
        List<Measurement> measurements = new ArrayList<>();
        for (double loss : losses) {
            measurements.add(new Measurement(measurements.size() * stepsApart, Map.of(Sweeps.LOSS, loss)));
        }
        return rule.of(new Trajectory(new Trial("a", Sweeps.BATCH, 0.1, 1), measurements, end, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "REACHED, COMPLETE",
        "NOT_REACHED, COMPLETE",
        "STALLED, COMPLETE",
        "BEATEN, INCOMPLETE",
        "FAILED, INCOMPLETE",
        "DIVERGED, INFEASIBLE"
    })
    void everyEndHasAStatus(TrialEnd end, TrialStatus status) {
        assertThat(status(end, 1, 1, 0.8, 0.5)).isEqualTo(status);
    }

    @Test
    void aTrialThatDivergedAfterItReachedIsInfeasible() {
        assertThat(status(TrialEnd.REACHED, 1, 1, 0.4, Double.NaN)).isEqualTo(TrialStatus.INFEASIBLE);
        assertThat(status(TrialEnd.REACHED, 1, 1, 0.4, 11)).isEqualTo(TrialStatus.INFEASIBLE);
    }

    @Test
    void aTrialStoppedWhenTheMeanReachedIsCensoredUnlessItReachedItself() {
        assertThat(status(TrialEnd.REACHED, 1, 1, 0.6)).isEqualTo(TrialStatus.INCOMPLETE);
        assertThat(status(TrialEnd.REACHED, 1, 1, 0.5)).isEqualTo(TrialStatus.COMPLETE);
        assertThat(status(TrialEnd.REACHED, HORIZON, 1, 0.6)).isEqualTo(TrialStatus.COMPLETE);
    }
}
