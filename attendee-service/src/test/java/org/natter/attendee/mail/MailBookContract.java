package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.MailBook.MailFilter;
import org.natter.attendee.mail.MailBook.Position;
import org.natter.attendee.person.EventId;

/** What leafing through the book must hold, over a queue that holds its own contract. */
public abstract class MailBookContract {

    protected static final EventId QUIZ = new EventId("5be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");

    private static final Instant NOW = MailFixture.NOW;
    private static final Set<MailStatus> ALL = EnumSet.allOf(MailStatus.class);

    /** An empty queue, whose book is {@link #book()}. */
    protected abstract MailQueue emptyQueue();

    protected abstract MailBook book();

    private MailQueue queue = new QueueInMemory();

    @BeforeEach
    void openQueue() {
        queue = emptyQueue();
    }

    @Test
    void leafingToTheEndAndBackShowsEveryMailOnceInOrder() {
        IntStream.range(0, 23).forEach(minute -> ask("booked/" + minute, MailFixture.RIVERSIDE, minute));
        var pages = new ArrayList<List<String>>();
        var page = MailPage.newest(book(), riverside(), 5);
        pages.add(causes(page));
        while (page.older() != null) {
            page = MailPage.olderThan(page.older(), book(), riverside(), 5);
            pages.add(causes(page));
        }

        var backwards = new ArrayList<List<String>>(List.of(causes(page)));
        while (page.newer() != null) {
            page = MailPage.newerThan(page.newer(), book(), riverside(), 5);
            backwards.add(0, causes(page));
        }

        assertThat(pages).hasSize(5);
        assertThat(pages.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.range(0, 23)
                        .mapToObj(minute -> "booked/" + (22 - minute))
                        .toList());
        assertThat(backwards).isEqualTo(pages);
    }

    @Test
    void mailsOfOneMomentAreAllShownOnceThereAndBack() {
        ask("offer/old", MailFixture.RIVERSIDE, -1);
        IntStream.range(0, 7).forEach(number -> ask("offer/" + number, MailFixture.RIVERSIDE, 0));
        send("offer/3");
        ask("offer/new", MailFixture.RIVERSIDE, 1);

        var page = MailPage.newest(book(), riverside(), 2);
        var shown = new ArrayList<String>(causes(page));
        while (page.older() != null) {
            page = MailPage.olderThan(page.older(), book(), riverside(), 2);
            shown.addAll(causes(page));
        }
        var back = new ArrayList<String>();
        while (page.newer() != null) {
            back.addAll(0, causes(page));
            page = MailPage.newerThan(page.newer(), book(), riverside(), 2);
        }
        back.addAll(0, causes(page));

        assertThat(shown)
                .hasSize(9)
                .startsWith("offer/new")
                .endsWith("offer/old")
                .contains("offer/0", "offer/1", "offer/2", "offer/3", "offer/4", "offer/5", "offer/6");
        assertThat(back).containsOnlyOnceElementsOf(shown).startsWith("offer/new");
    }

    /** A cause has an attendance in it: in their order whoever knows the one reads the other. */
    @Test
    void theOrderOfOneMomentSaysNothingOfItsCauses() {
        IntStream.range(0, 9).forEach(number -> ask("offer/" + number, MailFixture.RIVERSIDE, 0));

        var shown = causes(MailPage.newest(book(), riverside(), 9));

        assertThat(shown).hasSize(9).isNotEqualTo(shown.stream().sorted().toList());
        assertThat(shown)
                .isNotEqualTo(shown.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void aMailIsFoundByItsPlaceWhateverItIsAbout() {
        ask("booked/0", MailFixture.RIVERSIDE, 0);
        ask("booked/1", MailFixture.RIVERSIDE, 0);
        ask("booked/2", QUIZ, 0);

        var places = new HashMap<String, Position>();
        MailPage.newest(book(), new MailFilter(Set.of(MailFixture.RIVERSIDE, QUIZ), ALL), 9)
                .placed()
                .forEach(placed -> places.put(placed.mail().cause(), placed.place()));

        assertThat(places).hasSize(3);
        assertThat(book().find(places.get("booked/0"))).map(Mail::cause).hasValue("booked/0");
        assertThat(book().find(places.get("booked/1"))).map(Mail::cause).hasValue("booked/1");
        assertThat(book().find(places.get("booked/2"))).map(Mail::cause).hasValue("booked/2");
        assertThat(book().find(new Position(NOW, "0".repeat(32)))).isEmpty();
    }

    @Test
    void whatWaitsIsNotInVain() {
        ask("booked/0", MailFixture.RIVERSIDE, 0);

        assertThat(book().inVain(Set.of(MailFixture.RIVERSIDE, QUIZ))).isEmpty();
        assertThat(book().inVain(Set.of())).isEmpty();
    }

    @Test
    void aMailThatArrivesMeanwhileMovesNoOther() {
        IntStream.range(0, 6).forEach(minute -> ask("booked/" + minute, MailFixture.RIVERSIDE, minute));
        var first = MailPage.newest(book(), riverside(), 3);

        ask("booked/new", MailFixture.RIVERSIDE, 60);

        var second = MailPage.olderThan(first.older(), book(), riverside(), 3);
        assertThat(causes(second)).containsExactly("booked/2", "booked/1", "booked/0");
        assertThat(causes(MailPage.newerThan(second.newer(), book(), riverside(), 3)))
                .containsExactly("booked/5", "booked/4", "booked/3");
    }

    @Test
    void theNewestPageIsFullHoweverOneComesThere() {
        IntStream.range(0, 5).forEach(minute -> ask("booked/" + minute, MailFixture.RIVERSIDE, minute));
        var second = MailPage.olderThan(MailPage.newest(book(), riverside(), 1).older(), book(), riverside(), 3);

        var back = MailPage.newerThan(second.newer(), book(), riverside(), 3);

        assertThat(causes(back)).containsExactly("booked/4", "booked/3", "booked/2");
        assertThat(back.newer()).isNull();
    }

    @Test
    void exactlyOnePageHasNoOlder() {
        IntStream.range(0, 3).forEach(minute -> ask("booked/" + minute, MailFixture.RIVERSIDE, minute));

        var only = MailPage.newest(book(), riverside(), 3);

        assertThat(only.mails()).hasSize(3);
        assertThat(only.older()).isNull();
        assertThat(only.newer()).isNull();
    }

    @Test
    void doneAndUndoneStandInOneOrderAndAreChosenByStatusAndEvent() {
        ask("booked/0", MailFixture.RIVERSIDE, 0);
        send("booked/0");
        ask("booked/1", MailFixture.RIVERSIDE, 1);
        ask("booked/2", MailFixture.RIVERSIDE, 2);
        send("booked/2");
        ask("booked/3", QUIZ, 3);
        ask("sign-in/4", null, 4);

        assertThat(causes(MailPage.newest(book(), riverside(), 9))).containsExactly("booked/2", "booked/1", "booked/0");
        assertThat(causes(MailPage.newest(
                        book(), new MailFilter(Set.of(MailFixture.RIVERSIDE, QUIZ), Set.of(MailStatus.SENT)), 9)))
                .containsExactly("booked/2", "booked/0");
        assertThat(MailPage.newest(book(), new MailFilter(Set.of(), ALL), 9).mails())
                .isEmpty();
    }

    @Test
    void countsAreByEventAndStatus() {
        ask("booked/0", MailFixture.RIVERSIDE, 0);
        send("booked/0");
        ask("booked/1", MailFixture.RIVERSIDE, 1);
        ask("booked/2", MailFixture.RIVERSIDE, 2);
        ask("booked/3", QUIZ, 3);
        ask("sign-in/4", null, 4);

        assertThat(book().counts(ALL))
                .isEqualTo(Map.of(
                        MailFixture.RIVERSIDE,
                        Map.of(MailStatus.SENT, 1, MailStatus.QUEUED, 2),
                        QUIZ,
                        Map.of(MailStatus.QUEUED, 1)));
        assertThat(book().counts(Set.of(MailStatus.SENT)))
                .isEqualTo(Map.of(MailFixture.RIVERSIDE, Map.of(MailStatus.SENT, 1)));
    }

    protected final Mail ask(String cause, @Nullable EventId event, int minute) {
        var at = NOW.plus(Duration.ofMinutes(minute));
        var mail = Mail.asked(new MailRequest(
                cause,
                MailKind.BOOKED,
                MailFixture.WREN,
                event,
                null,
                1,
                "",
                at,
                at,
                at.plus(Duration.ofDays(7)),
                null,
                null));
        queue.add(mail);
        return mail;
    }

    protected final void send(String cause) {
        var claimed = queue.claim(NOW.plus(Duration.ofDays(1)), "sender", 50, Duration.ofMinutes(3)).stream()
                .filter(mail -> mail.cause().equals(cause))
                .findFirst()
                .orElseThrow();
        queue.write(claimed.sending());
        queue.writeForSure(claimed.sending().sent("Subject", NOW));
    }

    protected static MailFilter riverside() {
        return new MailFilter(Set.of(MailFixture.RIVERSIDE), ALL);
    }

    protected static List<String> causes(MailPage page) {
        return page.mails().stream().map(Mail::cause).toList();
    }
}
