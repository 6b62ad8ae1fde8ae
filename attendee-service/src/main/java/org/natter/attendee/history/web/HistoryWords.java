package org.natter.attendee.history.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.natter.attendee.history.ChatsThatCounted;
import org.natter.attendee.history.EveningMeasures;
import org.natter.attendee.history.KnowAgain;
import org.natter.attendee.history.SpokenTo;
import org.natter.attendee.history.Stage;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** How a history's figures are said, by {@code history-messages.properties}: one sentence each, none for what is not shown. */
@Component
class HistoryWords {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    HistoryWords() {
        bundle.setBundleClassLoader(HistoryWords.class.getClassLoader());
        bundle.setBasename("history-messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    /** P1, P4, P5, P2 and P6, in reading order. */
    List<String> history(EveningMeasures measures) {
        return Stream.concat(
                        evening(measures).stream(),
                        Stream.of(
                                        measures.newFaces().band().map(band -> say("new-faces." + band)),
                                        measures.sectorMix().band().map(band -> say("sector-mix." + band)))
                                .flatMap(Optional::stream))
                .toList();
    }

    /** P1, P4 and P5: what there is to say as soon as an answer is sent. */
    List<String> evening(EveningMeasures measures) {
        return Stream.of(
                        measures.spokenTo().map(this::spokenTo),
                        Optional.of(measures.knowAgain())
                                .filter(KnowAgain::isShown)
                                .map(this::knowAgain),
                        Optional.of(measures.kinds())
                                .filter(kinds -> kinds.isShown())
                                .map(kinds -> say("kinds." + kinds.sectors())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** P7; nothing about nobody. */
    Optional<String> totals(Stage.Totals totals) {
        return totals.people() == 0
                ? Optional.empty()
                : Optional.of(say(
                        totals.beyondFirstChat() == 0 ? "people" : "people.beyond",
                        totals.people(),
                        totals.beyondFirstChat()));
    }

    /** P10. */
    Optional<String> chats(ChatsThatCounted chats) {
        return Optional.of(chats)
                .filter(ChatsThatCounted::isShown)
                .map(shown -> say("chats", shown.began(), shown.outcomes()));
    }

    /** What to call somebody erased. */
    String erased() {
        return say("erased");
    }

    private String spokenTo(SpokenTo spokenTo) {
        return say(
                spokenTo.people() > 1 && spokenTo.newPeople() > 0 ? "spoken-to.new" : "spoken-to",
                spokenTo.people(),
                spokenTo.newPeople());
    }

    private String knowAgain(KnowAgain again) {
        var key = again.surely() == 0 ? ".perhaps" : again.surely() == again.perhaps() ? ".surely" : ".both";
        return say("know-again" + key, again.surely(), again.perhaps());
    }

    private String say(String key, Object... values) {
        return bundle.getMessage(key, values, Locale.UK);
    }
}
