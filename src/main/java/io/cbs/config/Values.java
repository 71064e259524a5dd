package io.cbs.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The lists behind ranges, grids and counts. Each takes a node that fits the schema. */
final class Values {
    /** More values than this are a slip of the pen. */
    static final int MOST = 1000;

    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final double TOLERANCE = 1e-9;

    private Values() {}

    /** In file order; a geometric range is rounded to whole numbers, each once. Stops one above {@link #MOST}. */
    static List<Integer> batchSizes(JsonNode node) {
        if (node.isArray()) {
            return whole(node).stream().map(Math::toIntExact).toList();
        }
        double from = node.path("from").doubleValue();
        double to = node.path("to").doubleValue();
        double factor = node.path("factor").asDouble(2);
        List<Integer> sizes = new ArrayList<>();
        double last = -1;
        for (double size = from; size <= to * (1 + TOLERANCE) && sizes.size() <= MOST; size *= factor) {
            if (Math.rint(size) != last) {
                last = Math.rint(size);
                sizes.add((int) last);
            }
        }
        return sizes;
    }

    /** In file order; a grid is rounded to six digits so that its values read well. Stops one above {@link #MOST}. */
    static List<Double> learningRates(JsonNode node) {
        JsonNode list = node.isArray() ? node : node.path("values");
        if (list.isArray()) {
            return real(list);
        }
        double from = node.path("from").doubleValue();
        double to = node.path("to").doubleValue();
        int perDecade = node.path("per_decade").intValue();
        List<Double> rates = new ArrayList<>();
        for (int i = 0; rates.size() <= MOST; i++) {
            double rate = from * Math.pow(10, (double) i / perDecade);
            if (rate > to * (1 + TOLERANCE)) {
                break;
            }
            rates.add(new BigDecimal(rate).round(SIX_DIGITS).doubleValue());
        }
        return rates;
    }

    static List<Long> seeds(JsonNode node) {
        if (node.isArray()) {
            return whole(node);
        }
        List<Long> seeds = new ArrayList<>();
        for (long seed = 0; seed < node.path("count").longValue(); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    static List<Long> whole(JsonNode list) {
        List<Long> numbers = new ArrayList<>();
        list.forEach(element -> numbers.add(element.longValue()));
        return numbers;
    }

    static List<Double> real(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(element -> numbers.add(element.doubleValue()));
        return numbers;
    }
}
