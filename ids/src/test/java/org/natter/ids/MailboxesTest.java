package org.natter.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be written to, and what only looks like it. */
class MailboxesTest {

    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("wren@library.example", "wren@library.example"),
            Map.entry(" Wren.Hadley@Library.Example ", "wren.hadley@library.example"),
            Map.entry("plus+tag@lib.example", "plus+tag@lib.example"),
            Map.entry("o'neil@lib.example", "o'neil@lib.example"),
            Map.entry("a&b=c@lib.example", "a&b=c@lib.example"),
            Map.entry("x%2by@lib.example", "x%2by@lib.example"),
            Map.entry("_@x-y.example", "_@x-y.example"),
            Map.entry("b@bücher.example", "b@xn--bcher-kva.example"),
            Map.entry("b@BÜCHER.example", "b@xn--bcher-kva.example"),
            Map.entry("b@bu\u0308cher.example", "b@xn--bcher-kva.example"),
            Map.entry("b@xn--bcher-kva.example", "b@xn--bcher-kva.example"),
            Map.entry("biblioteka@łódź.example", "biblioteka@xn--d-uga0v4h.example"),
            Map.entry("info@مكتبة.example", "info@xn--ngbcb3hj.example"),
            Map.entry("x@" + "a".repeat(63) + ".example", "x@" + "a".repeat(63) + ".example"));

    private static final List<String> NO_MAILBOX = List.of(
            "",
            "wren",
            "@lib.example",
            "wren@",
            "wren@lib",
            "żaneta@lib.example",
            "ﬁona@lib.example",
            "\u212aate@lib.example",
            "wr\u200ben@lib.example",
            "wren@lib\u200b.example",
            "wren@li\u00adb.example",
            "wren\u202e@lib.example",
            "wren@lib.example\u0000",
            "wr en@lib.example",
            "wren@lib .example",
            "wren@lib.example.",
            "a..b@lib.example",
            "wren@lib..example",
            ".wren@lib.example",
            "wren.@lib.example",
            "wren@lib_under.example",
            "wren@-lib.example",
            "wren@lib-.example",
            "wren@192.0.2.1",
            "wren@lib.4you",
            "wren@lib." + "0".repeat(70),
            "wren@[192.0.2.1]",
            "\"wren hadley\"@lib.example",
            "wren@hadley@lib.example",
            "wren@straße.example",
            "wren@ﬁnland.example",
            "wren@ｌｉｂ.example",
            "wren@lib。example",
            "wren@☃\ufe0f.example",
            "w".repeat(65) + "@lib.example",
            "\u0130".repeat(64) + "@lib.example",
            "x@" + "a".repeat(64) + ".example",
            "x@" + "a.".repeat(130) + "example",
            "wren@lib.example,jo@lib.example",
            "wren@lib.example\r\nBcc: jo@lib.example",
            "mailto:wren@lib.example");

    @Test
    void oneMailboxHasOneSpelling() {
        SPELLED.forEach(
                (typed, spelled) -> assertThat(Mailboxes.named(typed)).as(typed).hasValue(spelled));
    }

    @Test
    void whatNoMailCanBeSentToNamesNone() {
        NO_MAILBOX.forEach(typed -> assertThat(Mailboxes.named(typed)).as(typed).isEmpty());
    }

    @Test
    void aSpellingSpellsItself() {
        SPELLED.values().forEach(spelled -> assertThat(Mailboxes.named(spelled)).hasValue(spelled));
    }

    @Test
    void whatIsKeptFromBeforeGoesOutAsItWasTypedOrNotAtAll() {
        assertThat(Mailboxes.onTheWire("b@bücher.example")).hasValue("b@xn--bcher-kva.example");
        assertThat(Mailboxes.onTheWire("owner@localhost")).hasValue("owner@localhost");
        assertThat(Mailboxes.onTheWire("żaneta@lib.example")).isEmpty();
        assertThat(Mailboxes.onTheWire("b@straße.example")).isEmpty();
    }

    @Test
    void lettersThatMailCannotCarryAreToldApartFromOtherTrouble() {
        assertThat(Mailboxes.hasOtherLetters("żaneta@lib.example")).isTrue();
        assertThat(Mailboxes.hasOtherLetters("wr\u200ben@lib.example")).isTrue();
        assertThat(Mailboxes.hasOtherLetters("b@bücher..example")).isFalse();
        assertThat(Mailboxes.hasOtherLetters("a..b@lib.example")).isFalse();
    }
}
