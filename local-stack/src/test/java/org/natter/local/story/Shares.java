package org.natter.local.story;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * What Natter serves a second of what the parts under it do by themselves in the same run, on the same machine: per cent of
 * the bare driver's writes, the bare producer's messages, the bare consumer's rows.
 */
final class Shares {

    private static final int FEWEST_WRITES = 2_000;
    private static final List<String> STEPS = List.of("ask", "confirm", "come in");

    private final Bench bench;

    Shares(Bench bench) {
        this.bench = bench;
    }

    /** Beside the steps of a room of so many people, which has been measured before. */
    void measure(int people) {
        var sheet = bench.sheet();
        var ceilings = new Ceilings(bench.store(), bench.broker());
        var writes = ceilings.writesOnOneDocument(Math.max(FEWEST_WRITES, people));
        var sent = ceilings.messagesSent();
        var read = ceilings.messagesPutIntoRows();
        var all = new LinkedHashMap<String, Object>();
        all.put("writesOnOneDocument", writes);
        all.put("messagesSent", sent);
        all.put("messagesPutIntoRows", read);
        sheet.say("a second, bare", 0, all);
        for (var step : STEPS) {
            var served = sheet.row(step, people).orElseThrow().number("served");
            var share = new LinkedHashMap<String, Object>();
            share.put("served", served);
            share.put("ofWrites%", 100 * served / writes);
            share.put("ofMessagesSent%", 100 * served / sent);
            share.put("ofRows%", 100 * served / read);
            sheet.say("share, " + step, people, share);
        }
    }
}
