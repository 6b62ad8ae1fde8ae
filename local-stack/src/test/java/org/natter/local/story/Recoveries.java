package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.Application;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.HistoryApi.History;
import org.natter.web.services.Sector;

/**
 * What operators do after a bad night: Kafka's log is damaged and set aside, or the store is put back from a backup. A
 * story was played before; what people see afterwards is compared with it. No part of a build, since the whole stack starts
 * six times: {@code local-stack/recoveries} runs it.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class Recoveries {

    private static final Guest WREN = new Guest("Wren Hadley", Sector.COLLEGE, "Sedge College", true);
    private static final Guest IONA = new Guest("Iona Stroud", Sector.HEALTH, "Fenbridge Hospital", true);
    private static final Guest TOBIAS = new Guest("Tobias Quill", Sector.PUBLIC, "Fenbridge Library", true);
    private static final Guest AMARA = new Guest("Amara Teal", Sector.UNIVERSITY, "Cam University", true);
    private static final Guest LEO = new Guest("Leo Withy", Sector.SCHOOL, "Sedge School", true);
    private static final Guest RUTH = new Guest("Ruth Sedge", Sector.PUBLIC, "Wickenford Library", true);
    private static final LocalDateTime PUB = LocalDateTime.of(2026, 10, 15, 18, 30);
    private static final LocalDateTime WINTER = LocalDateTime.of(2026, 12, 3, 18, 0);
    private static final int CUT_BYTES = 50;

    @TempDir
    private Path folder;

    private final Ports ports = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private DataDirectory data;
    private AdjustableClock clock;
    private LocalStack stack;
    private RegionPeople region;
    private PublishedEvent pub;
    private PublishedEvent winter;
    private long crowd = 11;

    @BeforeEach
    void openTheFolder() {
        data = DataDirectory.open(folder.resolve("data"));
        clock = AdjustableClock.keptIn(data.path("clock"), Journey.BEGINS, Story.ZONE);
        stack = stopped();
    }

    @AfterEach
    void closeIt() {
        stop();
        data.close();
    }

    @Test
    void aDamagedLogIsSetAsideAndEverythingIsSaidAgain() throws Exception {
        play();
        var before = seen();
        var mails = mails();
        stop();
        damageTheLog();

        start();
        assertThat(new Browser(ports.addressOf(Application.WEB)).open("/").status())
                .isEqualTo(200);
        var late = region.book(winter, LEO);
        assertThat(late.booked()).as("acknowledged while the log is damaged").isTrue();
        Patience.untilTrue("the damage to be told", () -> sum("natter_consumers_unreadable") > 0);
        assertThat(health()).as("some application's health").contains(503);
        stop();

        stack = stopped();
        assertThat(stack.setLogAside()).isDirectory();
        start();
        stack.sayAgain();
        region.awaitBooked(winter, 3);
        Patience.untilTrue("everything to be seen as before", () -> seen().equals(before.afterBooking(seen(), LEO)));

        assertThat(sum("natter_consumers_unreadable")).isZero();
        assertNothingIsSetAside();
        Patience.untilTrue("the mail about the late booking", () -> count(LEO, "You're booked") == 1);
        Patience.untilTrue("nothing to wait for the relay", () -> sum("natter_outbox_oldest") == 0);
        var again = mails();
        mails.forEach((mail, times) -> assertThat(again).containsEntry(mail, times));
        assertThat(region.book(winter, RUTH).booked()).isTrue();
        region.awaitBooked(winter, 4);
    }

    @Test
    void anOlderStoreThatIsPutBackTakesNoCommandsUntilItIsAcceptedAndThenAllAgreeAgain() throws Exception {
        play();
        stop();
        var store = data.path("store/natter.mv");
        var backup = Files.copy(store, folder.resolve("backup.mv"));

        start();
        region.book(winter, LEO);
        region.book(winter, RUTH);
        region.awaitBooked(winter, 4);
        stop();
        Files.copy(backup, store, StandardCopyOption.REPLACE_EXISTING);

        start();
        assertThat(stack.restored()).contains("attendee-service");
        assertThat(stack.firstVisit()).as("no new installation").isEmpty();
        assertThat(region.attendees(winter)).hasSize(3);
        assertThat(sum("natter_store_restored")).isPositive();
        assertThat(health()).contains(503);
        var page = askOnThePage(AMARA);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Booking is having a rest. What you typed is still in the boxes");
        stop();

        stack = stopped();
        stack.acceptRestored();
        start();
        assertThat(stack.restored()).isEmpty();
        assertThat(region.attendees(winter)).hasSize(3);
        var again = Stream.of(LEO, RUTH, AMARA)
                .map(guest -> region.book(winter, guest))
                .toList();
        assertThat(again).allMatch(GuestBooking::booked);
        stack.sayAgain();
        region.awaitBooked(winter, 5);
        Patience.untilTrue("every view to agree with the ledgers", this::viewsAgree);

        Patience.untilTrue("nothing to wait for the relay", () -> sum("natter_outbox_oldest") == 0);
        assertNothingIsSetAside();
        assertThat(sum("natter_relay_forks")).isZero();
        assertThat(health()).containsOnly(200);
        assertThat(history(WREN).people()).hasSize(1);
        stop();

        stack = stopped();
        start();
        assertThat(stack.restored()).as("accepted once is accepted").isEmpty();
        assertThat(region.book(winter, IONA).booked()).isTrue();
        region.awaitBooked(winter, 6);
    }

    /** An evening that is over and answered, and one to come with two booked and one who has given the place up. */
    private void play() throws Exception {
        stack.start();
        var services = ServiceApis.of(ports, stack.keys(), clock);
        region = NetworkSetUp.setUp(stack, new MailReader(stack.mailbox()), clock, services, crowd);
        var moorhen = RegionPeople.venue("The Moorhen", "Quayside 4, Fenbridge", "");
        pub = region.publish(EventKind.SOCIAL, "Riverside pub evening", "", PUB, PUB.plusHours(2), 5, moorhen);
        winter = region.publish(EventKind.SOCIAL, "Winter Warmer", "", WINTER, WINTER.plusHours(2), 20, moorhen);
        var guests = region.book(pub, List.of(WREN, IONA, TOBIAS, AMARA));
        region.book(winter, List.of(WREN, TOBIAS));
        region.bookings().cancel(region.book(winter, IONA), AbsenceReason.values()[0]);
        region.awaitBooked(winter, 2);
        clock.moveTo(pub.startsAt().plusSeconds(300));
        region.arrive(guests);
        region.awaitHere(pub, 4);
        clock.moveTo(pub.endsAt().plusSeconds(60));
        region.awaitConcluded(pub);
        clock.moveToNextMorning();
        region.awaitAsked(pub, 4);
        region.answers().answer(guests.get(0), FeedbackForm.says(5, 4).newly(IONA.name()), pub.endsAt());
        region.answers().answer(guests.get(1), FeedbackForm.says(4, 4).newly(WREN.name()), pub.endsAt());
        region.awaitAnswered(pub, 2);
        Patience.untilTrue(
                "the history to be there", () -> !history(WREN).people().isEmpty());
        Patience.untilTrue("nothing to wait for the relay", () -> sum("natter_outbox_oldest") == 0);
    }

    private LocalStack stopped() {
        return LocalStack.onClock(data, ports, RealParts.none(), clock, line -> {});
    }

    /** Starts it, and everybody is who they were. */
    private void start() {
        stack.start();
        var services = ServiceApis.of(ports, stack.keys(), clock);
        region.close();
        region = NetworkSetUp.founded(new MailReader(stack.mailbox()), clock, services, ++crowd);
    }

    private void stop() {
        stack.close();
        stack = stopped();
    }

    private void damageTheLog() throws IOException {
        try (var files = Files.walk(data.path("broker"))) {
            var logs = files.filter(file -> file.toString().matches(".*/natter\\.attendees-[0-9]/[0-9]+\\.log"))
                    .filter(file -> file.toFile().length() > CUT_BYTES)
                    .toList();
            assertThat(logs).isNotEmpty();
            for (var log : logs) {
                try (var bytes = new RandomAccessFile(log.toFile(), "rw")) {
                    bytes.setLength(bytes.length() - CUT_BYTES);
                }
            }
        }
    }

    /** What people see: figures, lists and a history. */
    private record Seen(Overview pub, Overview winter, List<String> attendees, History history) {

        /** What is to be seen once somebody more has booked: nothing else may be otherwise. */
        Seen afterBooking(Seen now, Guest guest) {
            var names = Stream.concat(attendees.stream(), Stream.of(guest.name() + " BOOKED"))
                    .sorted()
                    .toList();
            return new Seen(pub, now.winter(), names, history);
        }
    }

    private Seen seen() {
        return new Seen(timeless(region.overview(pub)), timeless(region.overview(winter)), names(), history(WREN));
    }

    private List<String> names() {
        return region.attendees(winter).stream()
                .map(one -> one.name() + " " + one.status())
                .sorted()
                .toList();
    }

    private static Overview timeless(Overview it) {
        return new Overview(
                it.event(),
                it.title(),
                it.kind(),
                it.status(),
                it.startsAt(),
                it.endsAt(),
                it.zone(),
                it.startsAtInstant(),
                it.endsAtInstant(),
                it.venueName(),
                it.places(),
                it.booked(),
                it.waiting(),
                it.offered(),
                it.here(),
                it.walkIns(),
                null);
    }

    private boolean viewsAgree() {
        return agrees(winter) && agrees(pub);
    }

    private boolean agrees(PublishedEvent event) {
        var list = region.attendees(event);
        var view = region.overview(event);
        return view.booked() == count(list, BookingStatus.BOOKED)
                && view.waiting() == count(list, BookingStatus.WAITING)
                && view.here()
                        == list.stream()
                                .filter(one -> one.checkedInAt() != null)
                                .count();
    }

    private static long count(List<Attendee> list, BookingStatus status) {
        return list.stream().filter(one -> one.status() == status).count();
    }

    private History history(Guest guest) {
        return new OwnHistory(guest, ServiceApis.of(ports, stack.keys(), clock), new MailReader(stack.mailbox()), clock)
                .read();
    }

    private Browser.Page askOnThePage(Guest guest) {
        var browser = new Browser(ports.addressOf(Application.WEB));
        var form = browser.open("/events/" + winter.id() + "/book");
        return browser.submit(
                form,
                "/book",
                Map.of(
                        "name", List.of(guest.name()),
                        "email", List.of(guest.email()),
                        "organisation", List.of(guest.organisation()),
                        "sector", List.of(guest.sector().name()),
                        "newcomer", List.of("yes"),
                        "adult", List.of("yes")));
    }

    /** How often each mail has come to each address, but for those by which this test signs in. */
    private Map<String, Long> mails() {
        return stack.mailbox().all().stream()
                .filter(mail -> !mail.subject().startsWith("Your "))
                .collect(Collectors.groupingBy(
                        mail -> mail.to() + ": " + mail.subject(), TreeMap::new, Collectors.counting()));
    }

    private long count(Guest guest, String subject) {
        return stack.mailbox().to(guest.email()).stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .count();
    }

    private void assertNothingIsSetAside() {
        Patience.untilTrue(
                "letters set aside to be counted",
                () -> Stream.of(Application.values())
                        .allMatch(application -> metrics(application).contains("natter_dead_letters_undecided")));
        assertThat(sum("natter_dead_letters_undecided")).isZero();
    }

    private double sum(String metric) {
        var line = Pattern.compile("(?m)^" + metric + "(?:_seconds)?(?:\\{[^}]*})? ([0-9.E+-]+)$");
        return Stream.of(Application.values())
                .flatMap(application -> line.matcher(metrics(application)).results())
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private String metrics(Application application) {
        return get(application, "/actuator/prometheus").body();
    }

    private List<Integer> health() {
        return Stream.of(Application.values())
                .map(application -> get(application, "/actuator/health").statusCode())
                .toList();
    }

    private HttpResponse<String> get(Application application, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(ports.managementAddressOf(application) + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
