package org.natter.local.story;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long so many requests took, in milliseconds; each is the time of one of them (the nearest rank). */
record Percentiles(int requests, double median, double p95, double p99) {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    static Percentiles of(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    /** By name, in the order in which they are printed. */
    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("requests", requests);
        figures.put("median", median);
        figures.put("p95", p95);
        figures.put("p99", p99);
        return figures;
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1] / NANOS_IN_A_MILLISECOND;
    }
}
