package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.natter.ids.LinkTokens;

/** Which keys and which purpose a mailed link has; the tokens themselves are proven in {@code ids}. */
class PersonalLinksTest {

    private static final AttendanceId WREN = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    private static final LinkTokens SHARED =
            LinkTokens.under("shared", "fb-2026:c2hhcmVkIHdpdGggZmVlZGJhY2stc2VydmljZSwgMzI=");
    private static final LinkTokens OWN =
            LinkTokens.under("own", "own-2026:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=");

    private final PersonalLinks links = new PersonalLinks("https://natter.example/", SHARED, OWN);

    @Test
    void aKeyWithAnyNameItMayHaveWritesLinksThatOpen() {
        assertThat(links.bookingOf(token(links.booking(WREN, 0)))).contains(new BookingLink(WREN, 1));
        assertThat(links.signInOf(token(links.signIn(WREN.value())))).contains(WREN.value());
    }

    @Test
    void aLinkIsWorthNothingForAnotherPurpose() {
        assertThat(links.signInOf(token(links.booking(WREN, 0)))).isEmpty();
        assertThat(links.bookingOf(token(links.signIn(WREN.value())))).isEmpty();
        assertThat(links.bookingOf(token(links.feedback(WREN, 1)))).isEmpty();
    }

    @Test
    void feedbackServiceCanReadTheLinksMeantForIt() {
        assertThat(links.feedback(WREN, 1)).startsWith("https://natter.example/f/");
        assertThat(SHARED.verify("feedback", token(links.feedback(WREN, 1)))).isPresent();
        assertThat(links.followUp(WREN, 2)).startsWith("https://natter.example/w/");
        assertThat(SHARED.verify("follow-up", token(links.followUp(WREN, 2)))).isPresent();
    }

    @Test
    void aMarkIsAlwaysTheSameAndSaysNothingOfItsText() {
        var cause = "feedback-reminder/" + WREN + "/1";

        assertThat(links.mark(cause)).matches("[0-9a-f]{32}").isEqualTo(links.mark(cause));
        assertThat(new PersonalLinks("https://natter.example/", OWN, SHARED).mark(cause))
                .as("under another key")
                .isNotEqualTo(links.mark(cause));
        assertThat(links.mark("feedback-reminder/" + WREN + "/2")).isNotEqualTo(links.mark(cause));
    }

    @Test
    void personalTypesPrintMasked() {
        var address = new EmailAddress(" Wren.Hadley@Library.Example ");

        assertThat(address.value()).isEqualTo("wren.hadley@library.example");
        assertThat(address.toString()).doesNotContain("wren", "library");
        assertThat(new PersonDetails("Wren Hadley", "", Sector.COLLEGE).toString())
                .doesNotContain("Wren");
    }

    @Test
    void anAddressKeptFromBeforeIsReadAndGoesOutAsItWasTypedOrNotAtAll() {
        assertThat(new EmailAddress("b@bücher.example").onTheWire()).hasValue("b@xn--bcher-kva.example");
        assertThat(new EmailAddress("żaneta@lib.example").value()).isEqualTo("żaneta@lib.example");
        assertThat(new EmailAddress("żaneta@lib.example").onTheWire()).isEmpty();
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
