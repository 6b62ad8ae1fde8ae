package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.web.account.Allowances.Allowance;

/** The numbers under "Limits" in {@code docs/operations.md} are those by which strangers are counted. */
class LimitsSaidTest {

    /** By the first words of its row, what is counted for it in the order in which the row says it. */
    private static final Map<String, List<Allowance>> COUNTED = Map.ofEntries(
            Map.entry("codes mailed to one account", List.of(SigningIn.CODES_MAILED)),
            Map.entry("passwords tried from one network", List.of(SigningIn.BY_NETWORK)),
            Map.entry("showing a passkey", List.of(Limits.PASSKEYS_BY_NETWORK)),
            Map.entry(
                    "asking for a link to a new password",
                    List.of(Limits.PASSWORDS_BY_NETWORK, Limits.PASSWORDS_OF_ADDRESS)),
            Map.entry("asking for a place", List.of(Limits.PLACES_BY_NETWORK)),
            Map.entry("places kept unconfirmed", List.of(Limits.PLACES_KEPT)),
            Map.entry("asking for sign-in links", List.of(Limits.LINKS_BY_NETWORK)),
            Map.entry("trying door links", List.of(Limits.DOORS_BY_NETWORK)),
            Map.entry("booking for somebody by hand", List.of(Limits.BY_HAND)),
            Map.entry("test emails", List.of(Limits.TEST_MAILS)),
            Map.entry("forms sent by one mailed link", List.of(Limits.WRITES)),
            Map.entry("forms with a link that nobody", List.of(Limits.LINKS_BROUGHT_BY_NETWORK)),
            Map.entry("words for the organisers", List.of(Limits.WORDS_FOR_ORGANISERS)),
            Map.entry("sending the key", List.of(Limits.KEYS_OF_LINK)),
            Map.entry("mails that anybody has sent", List.of(Limits.MAILS_TO_ADDRESS)),
            Map.entry("all such mails", List.of(Limits.MAILS_IN_ALL)));

    @Test
    void whatIsCountedInAStretchOfTimeIsWhatIsSaid() throws IOException {
        assertThat(faults(operations(), COUNTED)).isEmpty();
    }

    @Test
    void atTheDoorAndOfSessionsSoManyInTenMinutes() throws IOException {
        assertThat(List.of(
                        Limits.WALK_INS_BY_PHONE,
                        Limits.WALK_IN_PRESSES_BY_PHONE,
                        Limits.WALK_INS_BY_LINK,
                        Limits.WALK_IN_PRESSES_BY_LINK,
                        Limits.PRESSES_BY_PHONE,
                        Limits.PRESSES_BY_LINK,
                        Limits.SESSIONS_BY_NETWORK,
                        Limits.SESSIONS_IN_ALL))
                .allSatisfy(one -> assertThat(one.within()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(row(operations(), "letting people in"))
                .contains("by one phone " + said(Limits.WALK_INS_BY_PHONE))
                .contains("and " + number(Limits.WALK_IN_PRESSES_BY_PHONE) + " presses")
                .contains("behind the link " + number(Limits.WALK_INS_BY_LINK))
                .contains("and " + number(Limits.WALK_IN_PRESSES_BY_LINK) + " presses |");
        assertThat(row(operations(), "checking in and undoing it"))
                .contains("by one phone " + said(Limits.PRESSES_BY_PHONE))
                .contains("behind the link " + number(Limits.PRESSES_BY_LINK) + " |");
        assertThat(row(operations(), "sessions, from one network and in all"))
                .contains("| " + number(Limits.SESSIONS_BY_NETWORK) + " and " + said(Limits.SESSIONS_IN_ALL) + " |");
    }

    @Test
    void aPauseBeginsAfterSoManyMissesAndDoublesToItsLongest() throws IOException {
        assertThat(Attempts.pauseAfter(4)).isZero();
        assertThat(Attempts.pauseAfter(5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Attempts.pauseAfter(6)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Attempts.pauseAfter(11)).isEqualTo(Duration.ofSeconds(320));
        assertThat(Attempts.pauseAfter(100)).isEqualTo(Duration.ofMinutes(10));
        for (var misses : List.of("wrong passwords", "wrong codes", "wrong old passwords")) {
            assertThat(row(operations(), misses)).contains("| 5 |");
        }
        assertThat(row(operations(), "wrong passwords"))
                .contains("a pause of 5 seconds that doubles, 10 minutes at most");
    }

    @Test
    void aSiteHasEightTimesWhatANetworkHas() throws IOException {
        var site = Limits.SESSIONS_BY_NETWORK.ofSite();

        assertThat(site.turns()).isEqualTo(8 * Limits.SESSIONS_BY_NETWORK.turns());
        assertThat(operations().replaceAll("\\s+", " ")).contains("have eight times what one has");
    }

    @Test
    void anotherNumberIsFound() {
        var said = "| What | At most |\n|---|---|\n| tea, from one pot | 5 in 10 minutes and 3 in an hour | |\n";
        var cups = new Allowance("cups", 5, Duration.ofMinutes(10));
        var pots = new Allowance("pots", 3, Duration.ofHours(1));

        assertThat(faults(said, Map.of("tea", List.of(cups, pots)))).isEmpty();
        assertThat(faults(said, Map.of("tea", List.of(cups), "coffee", List.of(pots))))
                .containsExactlyInAnyOrder("tea: 5 in 10 minutes", "coffee: there is no row that begins so");
    }

    private static List<String> faults(String operations, Map<String, List<Allowance>> counted) {
        var faults = new ArrayList<String>();
        counted.forEach((words, all) -> {
            var row = row(operations, words);
            var said =
                    String.join(" and ", all.stream().map(LimitsSaidTest::said).toList());
            if (row.isEmpty()) {
                faults.add(words + ": there is no row that begins so");
            } else if (!row.contains("| " + said + " |")) {
                faults.add(words + ": " + said);
            }
        });
        return faults;
    }

    private static String said(Allowance of) {
        var within = of.within();
        return number(of) + " in "
                + (within.equals(Duration.ofDays(1))
                        ? "a day"
                        : within.equals(Duration.ofHours(1)) ? "an hour" : within.toMinutes() + " minutes");
    }

    private static String number(Allowance of) {
        return String.format(Locale.UK, "%,d", of.turns());
    }

    private static String row(String operations, String firstWords) {
        return operations
                .lines()
                .filter(line -> line.startsWith("| " + firstWords))
                .findFirst()
                .orElse("");
    }

    private static String operations() throws IOException {
        return Files.readString(Path.of("../docs/operations.md"));
    }
}
