package io.cbs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cbs.train.StopSignal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTestIT {

    @Test
    void everyCheckPassesOnTheCpuAndIsToldAsItEnds() {
        List<SelfTest.Check> told = new ArrayList<>();
        try (SelfTest test = new SelfTest("cpu", new StopSignal())) {
            List<SelfTest.Check> checks = test.run(told::add);
            assertThat(checks).isEqualTo(told).allMatch(SelfTest.Check::passed);
            assertThat(checks).hasSizeGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void aCheckFailsBeyondItsTolerance() {
        assertThat(new SelfTest.Check("off", 100, 106, 0.05).passed()).isFalse();
        assertThat(new SelfTest.Check("near", 100, 104, 0.05).passed()).isTrue();
        assertThat(new SelfTest.Check("lost", 100, Double.NaN, 0.05).passed()).isFalse();
    }
}
