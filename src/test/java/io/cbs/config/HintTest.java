package io.cbs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {
    private static final List<String> KNOWN = List.of("batch_sizes", "budget", "seeds", "sgd", "stop");

    @ParameterizedTest
    @CsvSource({"batchSizes, batch_sizes", "batch-size, batch_sizes", "bugdet, budget", "seed, seeds", "SGD, sgd"})
    void findsTheNearestWord(String word, String meant) {
        assertThat(Hint.didYouMean(word, KNOWN)).isEqualTo("; did you mean `" + meant + "`?");
    }

    @ParameterizedTest
    @CsvSource({"learning_rate", "x", "adam"})
    void staysSilentWhereNoWordIsNear(String word) {
        assertThat(Hint.didYouMean(word, KNOWN)).isEmpty();
    }
}
