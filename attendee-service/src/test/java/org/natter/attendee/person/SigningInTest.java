package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.ids.LinkTokens;

/** Signing in by a mailed link, with everything in memory. */
class SigningInTest {

    private static final Instant NOW = Instant.parse("2026-10-15T17:30:00Z");
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final EmailAddress DESK = new EmailAddress("desk@library.example");
    private static final String BROWSER = "b".repeat(64);
    private static final String ANOTHER = "c".repeat(64);

    private static final Person WREN = reader(1, "Wren Hadley", true);
    private static final Person TOBIAS = reader(2, "Tobias Quill", true);
    private static final Person SAMIR = reader(3, "Samir Marsh", false);

    private final PeopleInMemory people = new PeopleInMemory();
    private final SignInAsksInMemory asks = new SignInAsksInMemory();
    private final PersonalLinks links = new PersonalLinks("https://natter.example", keys(), keys());

    /** Request by its person, as they were written to. */
    private final Map<String, PersonId> letters = new LinkedHashMap<>();

    private boolean postIsDown;
    private final SigningIn signingIn = new SigningIn(
            people,
            asks,
            new SignInRequestsInMemory(),
            (person, request, at) -> {
                if (postIsDown) {
                    throw new IllegalStateException("the post is down");
                }
                letters.put(request, person);
            },
            links);

    @Test
    void everybodyWhoReadsMailThereGetsALinkIntoTheirOwnPages() {
        people.with(WREN).with(TOBIAS).with(SAMIR);

        answerAll(NOW);

        assertThat(letters.values()).containsExactly(WREN.id(), TOBIAS.id());
        letters.forEach((request, person) -> assertThat(signIn(request, BROWSER, NOW))
                .as("pages of their own")
                .containsExactly(person));
    }

    /** Whoever had the address first reads their mail there: it was typed at a booking, and confirming is by mail. */
    @Test
    void whoeverHadTheAddressFirstGetsOneBeforeAnythingIsConfirmed() {
        people.with(SAMIR).with(TOBIAS);

        answerAll(NOW);

        assertThat(letters.values()).containsExactly(SAMIR.id(), TOBIAS.id());
    }

    @Test
    void anAddressThatNobodyReadsIsOneRowAndNoLetter() {
        signingIn.note(DESK, BROWSER, NOW);
        assertThat(signingIn.asked(List.of())).hasSize(1);

        signingIn.asked(List.of()).forEach(ask -> signingIn.answer(ask, NOW));

        assertThat(letters).isEmpty();
        assertThat(signingIn.asked(List.of())).isEmpty();
    }

    @Test
    void anAskThatCouldNotBeAnsweredStaysAndIsAnsweredOnce() {
        people.with(WREN);
        signingIn.note(DESK, BROWSER, NOW);
        var ask = signingIn.asked(List.of()).get(0);
        postIsDown = true;
        assertThatThrownBy(() -> signingIn.answer(ask, NOW)).hasMessage("the post is down");
        assertThat(signingIn.asked(List.of())).containsExactly(ask);

        postIsDown = false;
        signingIn.answer(ask, NOW);
        signingIn.answer(ask, NOW);

        assertThat(letters.values()).containsExactly(WREN.id());
    }

    /** The row comes again after a crash, and whoever answers it writes the same letter; its link is used up by then. */
    @Test
    void anAskAnsweredOnceMoreOpensNothingThatWasUsed() {
        people.with(WREN);
        signingIn.note(DESK, BROWSER, NOW);
        var ask = asks.find(signingIn.asked(List.of()).get(0)).orElseThrow();
        signingIn.answer(ask.id(), NOW);
        var request = new ArrayList<>(letters.keySet()).get(0);
        assertThat(signIn(request, BROWSER, NOW)).containsExactly(WREN.id());

        asks.note(ask);
        signingIn.answer(ask.id(), NOW);

        assertThat(letters.keySet()).containsExactly(request);
        assertThat(signIn(request, BROWSER, NOW)).isEmpty();
    }

    @Test
    void onceALinkWouldHaveRunOutNobodyIsWrittenTo() {
        people.with(WREN);

        answerAll(NOW.plus(LASTS));

        assertThat(letters).isEmpty();
        assertThat(signingIn.asked(List.of())).isEmpty();
    }

    @Test
    void whatCouldNotBeAnsweredInTimeIsForgotten() {
        signingIn.note(DESK, BROWSER, NOW);
        signingIn.note(DESK, BROWSER, NOW.plusSeconds(1));
        var first = signingIn.asked(List.of()).get(0);

        signingIn.forgetAsks(NOW.plus(LASTS).plusMillis(1));

        assertThat(signingIn.asked(List.of())).hasSize(1).doesNotContain(first);
    }

    @Test
    void aLinkOpensOnceInTheBrowserThatAskedForTenMinutes() {
        people.with(SAMIR);
        answerAll(NOW);
        var request = new ArrayList<>(letters.keySet()).get(0);

        assertThat(signIn(request, ANOTHER, NOW)).as("forwarded").isEmpty();
        assertThat(signIn(request, BROWSER, NOW.plus(LASTS))).as("too late").isEmpty();
        assertThat(people.find(SAMIR.id())).map(Person::used).contains(false);

        assertThat(signIn(request, BROWSER, NOW.plus(LASTS).minusMillis(1))).containsExactly(SAMIR.id());
        assertThat(people.find(SAMIR.id())).map(Person::used).contains(true);
        assertThat(signIn(request, BROWSER, NOW)).as("once").isEmpty();
    }

    /** An organiser corrected the address meanwhile: whoever reads mail at the first is somebody else. */
    @Test
    void aLinkThatWentToAnAddressBeforeTheyHadAnotherOpensNothing() {
        people.with(SAMIR);
        answerAll(NOW);
        var request = new ArrayList<>(letters.keySet()).get(0);

        people.readdress(SAMIR.id(), new EmailAddress("samir@library.example"), DESK);

        assertThat(signIn(request, BROWSER, NOW)).isEmpty();
        assertThat(people.find(SAMIR.id())).map(Person::used).contains(false);
    }

    @Test
    void whoHasNoAddressIsMailedNoLink() {
        var walkIn = new Person(id(4), details("Iona Stroud"), null, false, false, 0, Map.of(), Map.of());

        signingIn.mailLink(walkIn, BROWSER, NOW);
        assertThat(letters).isEmpty();

        people.with(WREN);
        signingIn.mailLink(WREN, BROWSER, NOW);
        assertThat(letters.values()).containsExactly(WREN.id());
    }

    private void answerAll(Instant at) {
        signingIn.note(DESK, BROWSER, NOW);
        signingIn.asked(List.of()).forEach(ask -> signingIn.answer(ask, at));
    }

    private List<PersonId> signIn(String request, String browser, Instant at) {
        var link = links.signIn(request);
        return signingIn.signIn(link.substring(link.lastIndexOf('/') + 1), browser, at).map(Person::id).stream()
                .toList();
    }

    private static Person reader(int number, String name, boolean proven) {
        return new Person(id(number), details(name), DESK, proven, false, 0, Map.of(), Map.of());
    }

    private static PersonDetails details(String name) {
        return new PersonDetails(name, "", Sector.COLLEGE);
    }

    private static PersonId id(int number) {
        return new PersonId(String.format("%032x", number));
    }

    private static LinkTokens keys() {
        return LinkTokens.under("own", "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=");
    }
}
