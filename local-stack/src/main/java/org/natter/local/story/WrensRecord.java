package org.natter.local.story;

import java.util.List;
import org.natter.web.services.CpdApi;
import org.natter.web.services.CpdApi.Helps;
import org.natter.web.services.CpdApi.Reflection;
import org.natter.web.services.CpdApi.ReflectionWish;

/**
 * Wren's evening with her CPD record, in October: what each event put there by itself, and her own words about two of them. For
 * the TeachMeet its time stands as suggested; of the pub evening, which suggests none, she puts in half an hour.
 */
final class WrensRecord {

    private static final Reflection OF_THE_TEACH_MEET = new Reflection(
            "Promoting reading",
            "Nine people, ten minutes each. Amara showed how a loan history of one shelf tells you what nobody can find.",
            "Ours is shelved by what we were given, not by what people ask for.",
            "Two weeks of tallies at our desk, then move the careers books.",
            List.of(Helps.OWN_PERFORMANCE, Helps.OWN_ORGANISATION));

    private static final Reflection OF_THE_PUB_EVENING = new Reflection(
            "Other kinds of library",
            "Talked with Iona about buses and crosswords. On the way out she said how a ward asks her a question.",
            "I'd never thought of a hospital as a place with a library in it.",
            "Two weeks with her, and write down how a question is answered when somebody is waiting for it.",
            List.of(Helps.OWN_PERFORMANCE, Helps.WIDER_PROFESSION));

    private WrensRecord() {}

    static void keep(CpdApi records, OwnHistory wrens, PublishedEvent teachMeet, PublishedEvent pubEvening) {
        records.keep(wrens.caller(), teachMeet.id(), new ReflectionWish(0, "", OF_THE_TEACH_MEET));
        records.keep(wrens.caller(), pubEvening.id(), new ReflectionWish(0, "0.5", OF_THE_PUB_EVENING));
    }
}
