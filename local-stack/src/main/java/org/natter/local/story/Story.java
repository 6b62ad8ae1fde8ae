package org.natter.local.story;

import static org.natter.local.stack.Application.WEB;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.ReceivedMail;
import org.natter.local.stack.LocalStack;

/**
 * A year of Fenland and Cam, from an autumn conference to the morning after a pub evening, played through the REST APIs
 * and pages with the clock moved on. It ends on Friday 16 October 2026 at 10:05, with the morning's mails just sent.
 *
 * <p>Needs an empty stack. The two conferences are a fifth of the size they would have; everything else is as told.
 */
public final class Story {

    /** Where and when everything happens. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** When the story's clock starts: Monday 6 October 2025, ten in the morning. */
    public static final Instant BEGINS = at(2025, 10, 6, 10, 0);

    private static final String HOW_WAS_IT = "How was ";
    private static final Region.Venue MOORHEN =
            new Region.Venue("The Moorhen", "4 Quayside, Fenbridge", "The back room; ask for Tobias at the bar.");
    private static final Region.Venue COLLEGE =
            new Region.Venue("Sedge College library", "Sedge Road, Wickenford", "First floor, past the loans desk.");
    private static final Region.Venue HALL =
            new Region.Venue("The Corn Hall", "1 Market Place, Fenbridge", "Doors on the market side.");
    private static final Region.Venue ONLINE =
            new Region.Venue("Online", "Wherever you are", "The link comes by mail.");

    private final LocalStack stack;
    private final AdjustableClock clock;
    private final Consumer<String> progress;
    private final Services services;
    private final Post post;
    private final Random random = new Random(16_10_2026);
    private final Map<String, Ticket> tickets = new HashMap<>();

    /** A story for this stack; the progress gets one line a chapter. */
    public Story(LocalStack stack, AdjustableClock clock, Consumer<String> progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
        this.services = new Services(stack.ports(), stack.keys(), clock);
        this.post = new Post(stack.mailbox());
    }

    /** Plays it all; what it returns are the lines that say where to look. */
    public List<String> play() {
        try (Region region = Town.setUp(stack.ports(), post, clock, services, 16_10_2026)) {
            autumnDays2025(region);
            teachMeet(region);
            summerPub(region);
            List<Gathering> coming = announceAutumn(region);
            workExperience(region);
            lastNight(region, coming);
            return signposts(region, coming.get(0));
        }
    }

    private void autumnDays2025(Region region) {
        progress.accept("Playing November 2025: Autumn Days, the annual conference…");
        Gathering conference = region.publish(
                "CONFERENCE",
                "Autumn Days 2025",
                "Two halls, eleven talks, and long breaks on purpose.",
                LocalDateTime.of(2025, 11, 13, 9, 30),
                LocalDateTime.of(2025, 11, 13, 16, 30),
                240,
                HALL);
        List<Guest> guests = Stream.concat(
                        Cast.some("Oskar Thorney", "Fatima Heron", "Marguerite Oake", "Rosalind Carr", "Hugo Staithe")
                                .stream(),
                        Cast.delegates(43).stream())
                .toList();
        List<Ticket> booked = keep(region.book(conference, guests));
        goTo(conference.startsAt());
        region.arrive(booked.subList(0, 44));
        Instant asked = morningAfter(region, conference, 44);
        region.answer(ticket("Oskar Thorney", conference), Sheet.says(4, 4).knewBefore("NONE"), HOW_WAS_IT, asked);
        region.answer(
                ticket("Fatima Heron", conference),
                Sheet.says(5, 4).newly("Rosalind Carr").unnamed("PUBLIC", 2),
                HOW_WAS_IT,
                asked);
        answerAtRandom(region, booked.subList(2, 25), asked);
        region.awaitOverview(conference, "answered", 25);

        goTo(at(2026, 2, 13, 10, 5));
        ReceivedMail mail = post.await(Cast.one("Fatima Heron").email(), "Did anything come of it?", asked);
        region.tell(
                region.pass(Post.token(mail, "/w/")),
                "ADVICE",
                "RECEIVED",
                2026,
                1,
                Map.of("kind", "OVERHEARD", "id", ""));
    }

    private void teachMeet(Region region) {
        progress.accept("Playing March: the TeachMeet, where Tobias introduces Wren to Amara…");
        Gathering teachMeet = region.publish(
                "TALK",
                "TeachMeet: ten minutes each",
                "Nine people, ten minutes each, on something that worked.",
                LocalDateTime.of(2026, 3, 11, 16, 30),
                LocalDateTime.of(2026, 3, 11, 18, 30),
                40,
                COLLEGE);
        Ticket ellis = region.book(teachMeet, Cast.one("Ellis Marchbank"));
        List<Guest> guests = Cast.allBut(
                "Ellis Marchbank",
                "Maurice Tydd",
                "Jory Eastrea",
                "Zainab Coates",
                "Leo Withy",
                "Anneke Polder",
                "Vivien Tansley",
                "Ruth Sedge",
                "Yusuf Plover",
                "Conor Mere");
        List<Ticket> booked = keep(region.book(teachMeet, guests));
        goTo(at(2026, 3, 9, 9, 0));
        region.cancel(ellis, "NOBODY_I_KNOW");
        goTo(teachMeet.startsAt());
        List<Ticket> here = without(booked, "Jean Tilley", "Benedict Lode", "Beatrix Slade");
        region.arrive(here);
        Instant asked = morningAfter(region, teachMeet, 27);
        region.answer(
                ticket("Wren Hadley", teachMeet),
                Sheet.says(5, 4)
                        .newly("Amara Teal", "Tobias Quill")
                        .somebody("H, red scarf")
                        .introduced("Tobias Quill", "Amara Teal")
                        .knewABit("Lowri Penfold")
                        .withFamiliarFaces("LESS_THAN_HALF"),
                HOW_WAS_IT,
                asked);
        region.answer(
                ticket("Amara Teal", teachMeet),
                Sheet.says(4, 5).newly("Wren Hadley").knewWell("Tobias Quill", "Piotr Wicken"),
                HOW_WAS_IT,
                asked);
        region.answer(
                ticket("Nia Fairbrother", teachMeet),
                Sheet.says(4, 4)
                        .knewWell("Callum Dray")
                        .withFamiliarFaces("NEARLY_ALL")
                        .withColleagues(),
                HOW_WAS_IT,
                asked);
        List<Ticket> others =
                without(here, "Wren Hadley", "Amara Teal", "Nia Fairbrother", "Cormac Fenn", "Hester Vane");
        answerAtRandom(region, others.subList(0, 12), asked);
        goTo(at(2026, 3, 24, 11, 0));
        region.answer(ticket("Cormac Fenn", teachMeet), Sheet.says(4, 4).newly("Edith Parchment"), HOW_WAS_IT, asked);
        region.awaitOverview(teachMeet, "answered", 16);
    }

    private void summerPub(Region region) {
        progress.accept("Playing July: the summer pub evening, where Amara introduces Wren to Iona…");
        goTo(at(2026, 6, 22, 10, 0));
        Gathering evening = pubEvening(region, LocalDateTime.of(2026, 7, 9, 18, 30));
        List<Ticket> booked = keep(region.book(
                evening,
                Cast.some(
                        "Wren Hadley",
                        "Amara Teal",
                        "Iona Stroud",
                        "Tobias Quill",
                        "Nia Fairbrother",
                        "Callum Dray",
                        "Marguerite Oake",
                        "Odette Sparrow",
                        "Hamid Rook",
                        "Ruth Sedge",
                        "Asha Merrow",
                        "Piotr Wicken",
                        "Kofi Bulrush",
                        "Mei Lapwing",
                        "Rosalind Carr",
                        "Lowri Penfold",
                        "Samir Marsh",
                        "Gwen Causeway",
                        "Conor Mere",
                        "Yusuf Plover",
                        "Della Warboys",
                        "Edith Parchment",
                        "Benedict Lode",
                        "Jean Tilley")));
        goTo(evening.startsAt());
        List<Ticket> here = without(booked, "Benedict Lode", "Jean Tilley");
        region.arrive(here);
        Instant asked = morningAfter(region, evening, 22);
        region.answer(
                ticket("Wren Hadley", evening),
                Sheet.says(5, 5)
                        .newly("Iona Stroud", "Della Warboys")
                        .introduced("Amara Teal", "Iona Stroud")
                        .knewABit("Amara Teal", "Tobias Quill")
                        .withFamiliarFaces("ABOUT_HALF"),
                HOW_WAS_IT,
                asked);
        region.answer(
                ticket("Iona Stroud", evening),
                Sheet.says(4, 4)
                        .knewABit("Wren Hadley")
                        .knewWell("Amara Teal", "Conor Mere")
                        .unnamed("PUBLIC", 1),
                HOW_WAS_IT,
                asked);
        region.answer(
                ticket("Tobias Quill", evening),
                Sheet.says(5, 5)
                        .newly("Iona Stroud")
                        .knewWell(
                                "Wren Hadley",
                                "Amara Teal",
                                "Nia Fairbrother",
                                "Callum Dray",
                                "Marguerite Oake",
                                "Odette Sparrow",
                                "Hamid Rook",
                                "Kofi Bulrush",
                                "Mei Lapwing",
                                "Lowri Penfold",
                                "Gwen Causeway")
                        .knewBefore("MOST")
                        .withFamiliarFaces("NEARLY_ALL"),
                HOW_WAS_IT,
                asked);
        answerAtRandom(region, here.subList(4, 16), asked);
        region.awaitOverview(evening, "answered", 15);
    }

    private List<Gathering> announceAutumn(Region region) {
        progress.accept("Playing September: three events open for booking…");
        goTo(at(2026, 9, 14, 10, 0));
        Gathering pub = pubEvening(region, LocalDateTime.of(2026, 10, 15, 18, 30));
        Gathering online = region.publish(
                "TRAINING",
                "Weeding without tears",
                "What to let go of, and how to tell people. An online lunch hour.",
                LocalDateTime.of(2026, 10, 28, 12, 30),
                LocalDateTime.of(2026, 10, 28, 13, 30),
                16,
                ONLINE);
        Gathering conference = region.publish(
                "CONFERENCE",
                "Autumn Days 2026",
                "Two halls, ten talks, and even longer breaks.",
                LocalDateTime.of(2026, 11, 12, 9, 30),
                LocalDateTime.of(2026, 11, 12, 16, 30),
                240,
                HALL);
        keep(region.book(
                pub,
                Cast.some(
                        "Ellis Marchbank",
                        "Ruth Sedge",
                        "Wren Hadley",
                        "Iona Stroud",
                        "Amara Teal",
                        "Tobias Quill",
                        "Nia Fairbrother",
                        "Callum Dray",
                        "Marguerite Oake",
                        "Odette Sparrow",
                        "Hamid Rook",
                        "Asha Merrow",
                        "Kofi Bulrush",
                        "Mei Lapwing",
                        "Daniel Ousely",
                        "Lowri Penfold",
                        "Gwen Causeway",
                        "Conor Mere",
                        "Fatima Heron",
                        "Beatrix Slade",
                        "Piotr Wicken",
                        "Hugo Staithe",
                        "Iseult Farrow",
                        "Vivien Tansley")));
        for (String name : List.of("Samir Marsh", "Leo Withy", "Anneke Polder")) {
            keep(List.of(region.book(pub, Cast.one(name))));
        }
        keep(region.book(
                online,
                Cast.some(
                        "Wren Hadley",
                        "Lowri Penfold",
                        "Samir Marsh",
                        "Hester Vane",
                        "Ruth Sedge",
                        "Benedict Lode",
                        "Jean Tilley",
                        "Hamid Rook",
                        "Odette Sparrow",
                        "Gwen Causeway",
                        "Leo Withy",
                        "Anneke Polder",
                        "Beatrix Slade",
                        "Cormac Fenn",
                        "Edith Parchment",
                        "Daniel Ousely")));
        for (String name : List.of("Zainab Coates", "Mei Lapwing", "Yusuf Plover")) {
            keep(List.of(region.book(online, Cast.one(name))));
        }
        List<Guest> delegates = new ArrayList<>(Cast.delegates(30));
        delegates.addAll(Cast.some(
                "Joan Bittern",
                "Kofi Bulrush",
                "Marguerite Oake",
                "Wren Hadley",
                "Oskar Thorney",
                "Fatima Heron",
                "Rosalind Carr",
                "Hugo Staithe",
                "Edith Parchment",
                "Iona Stroud"));
        delegates.add(new Guest("Joan Bittern", "COLLEGE", "Bittern Home", true)); // from her other address
        keep(region.book(conference, delegates));
        return List.of(pub, online, conference);
    }

    private void workExperience(Region region) {
        progress.accept("Playing October: what came of July…");
        goTo(at(2026, 10, 9, 10, 5));
        Instant asked = clock.instant().minusSeconds(600);
        Guest wren = Cast.one("Wren Hadley");
        Guest iona = Cast.one("Iona Stroud");
        ReceivedMail toWren = post.await(wren.email(), "Did anything come of it?", asked);
        ReceivedMail toIona = post.await(iona.email(), "Did anything come of it?", asked);
        goTo(at(2026, 10, 12, 20, 0));
        String title = "Riverside pub evening";
        region.tell(
                region.pass(Post.token(toWren, "/w/")),
                "WORK_EXPERIENCE",
                "RECEIVED",
                2026,
                10,
                Map.of(
                        "kind",
                        "ATTENDANCE",
                        "id",
                        ticketOf("Iona Stroud", title, 2026, 7).attendance()));
        region.tell(
                region.pass(Post.token(toIona, "/w/")),
                "WORK_EXPERIENCE",
                "GIVEN",
                2026,
                10,
                Map.of(
                        "kind",
                        "ATTENDANCE",
                        "id",
                        ticketOf("Wren Hadley", title, 2026, 7).attendance()));
    }

    private void lastNight(Region region, List<Gathering> coming) {
        progress.accept("Playing last night: 24 booked, 19 of them and 2 walk-ins come…");
        Gathering pub = coming.get(0);
        goTo(at(2026, 10, 15, 14, 10));
        region.cancel(ticket("Vivien Tansley", pub), "COVER_AT_WORK");
        Ticket samir = ticket("Samir Marsh", pub);
        Patience.untilTrue(
                "Samir to be offered Vivien's place",
                () -> region.read(samir).get("status").asString().equals("OFFERED"));
        region.accept(samir);
        goTo(pub.startsAt().plusSeconds(240));
        List<Ticket> here = Stream.concat(
                        Stream.of(samir),
                        without(
                                tonight(pub),
                                "Samir Marsh",
                                "Leo Withy",
                                "Anneke Polder",
                                "Vivien Tansley",
                                "Piotr Wicken",
                                "Hugo Staithe",
                                "Iseult Farrow",
                                "Beatrix Slade",
                                "Daniel Ousely")
                                .stream())
                .toList();
        region.arrive(here);
        region.walkIn(pub, Cast.one("Maurice Tydd"), false);
        region.walkIn(pub, Cast.one("Jory Eastrea"), true);
        region.awaitOverview(pub, "here", 21);
        goTo(at(2026, 10, 15, 21, 40));
        region.cancel(ticket("Daniel Ousely", coming.get(1)), "TIME");
        goTo(at(2026, 10, 16, 10, 5));
        post.await(Cast.one("Ellis Marchbank").email(), HOW_WAS_IT, at(2026, 10, 16, 8, 0));
        Patience.untilTrue(
                "twenty forms to be in the post", () -> post.count(HOW_WAS_IT, at(2026, 10, 16, 8, 0)) >= 20);
    }

    private List<String> signposts(Region region, Gathering pub) {
        Guest ellis = Cast.one("Ellis Marchbank");
        ReceivedMail mail = post.await(ellis.email(), HOW_WAS_IT, at(2026, 10, 16, 8, 0));
        String web = stack.ports().addressOf(WEB);
        return List.of(
                "",
                "It is Friday 16 October 2026, 10:05, in Fenland and Cam.",
                "",
                "  What's on           " + web + "/",
                "  Dashboard           " + web + "/organise   sign in as " + Town.OWNER_EMAIL,
                "                      password: " + Town.OWNER_PASSWORD + "   (the code is in the mailbox)",
                "  Mailbox and clock   " + stack.mailbox().pageAddress() + "/",
                "  Ellis's feedback    " + Post.link(mail, "/f/"),
                "  Wren's history      " + web + "/sign-in   with "
                        + Cast.one("Wren Hadley").email() + "   (the link is in the mailbox)",
                "",
                "Open Ellis's link, tick Ruth, send, and watch the dashboard: 1 of "
                        + region.overview(pub).get("asked").asInt() + " answered.",
                "(The two conferences are played with a fifth of their people.)",
                "");
    }

    private Gathering pubEvening(Region region, LocalDateTime starts) {
        return region.publish(
                "SOCIAL",
                "Riverside pub evening",
                "A relaxed evening by the river; come alone, most people do.",
                starts,
                starts.plusMinutes(150),
                24,
                MOORHEN);
    }

    /** Ends the event, moves to the morning after and waits until the forms are out; says since when to look for them. */
    private Instant morningAfter(Region region, Gathering gathering, int asked) {
        goTo(gathering.endsAt().plusSeconds(60));
        Patience.untilTrue(
                gathering.title() + " to be over",
                () -> region.overview(gathering).get("status").asString().equals("CONCLUDED"));
        Instant night = clock.instant();
        clock.moveToNextMorning();
        region.awaitOverview(gathering, "asked", asked);
        return night;
    }

    private void answerAtRandom(Region region, List<Ticket> writers, Instant asked) {
        List<Sheet> sheets = new ArrayList<>();
        for (Ticket writer : writers) {
            List<String> names = new ArrayList<>(writers.stream()
                    .map(ticket -> ticket.guest().name())
                    .filter(name -> !name.equals(writer.guest().name()))
                    .toList());
            java.util.Collections.shuffle(names, random);
            Sheet sheet = Sheet.says(3 + random.nextInt(3), 3 + random.nextInt(3))
                    .newly(names.get(0))
                    .knewABit(names.get(1));
            if (random.nextBoolean()) {
                sheet.newly(names.get(2)).usefulWith(names.get(2));
            }
            if (random.nextInt(3) == 0) {
                sheet.knewWell(names.get(3)).unnamed("NOT_SAID", 1 + random.nextInt(2));
            }
            sheets.add(sheet.withFamiliarFaces(random.nextBoolean() ? "ABOUT_HALF" : "LESS_THAN_HALF"));
        }
        Map<Ticket, Sheet> byWriter = new HashMap<>();
        for (int i = 0; i < writers.size(); i++) {
            byWriter.put(writers.get(i), sheets.get(i));
        }
        region.sideBySide(writers, writer -> {
            region.answer(writer, java.util.Objects.requireNonNull(byWriter.get(writer)), HOW_WAS_IT, asked);
            return writer;
        });
    }

    private List<Ticket> keep(List<Ticket> booked) {
        booked.forEach(ticket ->
                tickets.put(key(ticket.guest().name(), ticket.gathering().event()), ticket));
        return booked;
    }

    private Ticket ticket(String name, Gathering gathering) {
        return java.util.Objects.requireNonNull(
                tickets.get(key(name, gathering.event())), () -> name + " has no ticket for " + gathering.title());
    }

    private Ticket ticketOf(String name, String title, int year, int month) {
        return tickets.values().stream()
                .filter(ticket -> ticket.guest().name().equals(name))
                .filter(ticket -> ticket.gathering().title().equals(title))
                .filter(ticket -> ticket.gathering().starts().getYear() == year
                        && ticket.gathering().starts().getMonthValue() == month)
                .findFirst()
                .orElseThrow();
    }

    private List<Ticket> tonight(Gathering gathering) {
        return tickets.values().stream()
                .filter(ticket -> ticket.gathering().equals(gathering))
                .toList();
    }

    private static List<Ticket> without(List<Ticket> all, String... names) {
        List<String> absent = List.of(names);
        return all.stream()
                .filter(ticket -> !absent.contains(ticket.guest().name()))
                .toList();
    }

    private static String key(String name, String event) {
        return event + " " + name;
    }

    private void goTo(Instant then) {
        clock.moveTo(then);
    }

    private static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute).atZone(ZONE).toInstant();
    }
}
