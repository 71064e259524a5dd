package io.cbs.fit;

import java.util.List;

/**
 * One learning rate tried at one batch size.
 *
 * @param seeds what each seed shows, in the order of the sweep's seeds; at least one
 */
public record TriedRate(double learningRate, List<SeedRange> seeds) {

    public TriedRate {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("a learning rate without seeds: " + learningRate);
        }
    }

    /** The median over seeds, infinite where half of them never reach; a range while censored seeds decide it. */
    public SeedRange median() {
        return new SeedRange(
                Median.of(seeds.stream().map(SeedRange::atLeast).toList()),
                Median.of(seeds.stream().map(SeedRange::atMost).toList()));
    }
}
