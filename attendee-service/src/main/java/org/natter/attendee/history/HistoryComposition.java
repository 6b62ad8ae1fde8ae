package org.natter.attendee.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Before;
import org.natter.attendee.history.FeedbackAnswered.Introduction;
import org.natter.attendee.history.FeedbackAnswered.KnownBefore;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.History.Acquaintance;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.Met;
import org.natter.attendee.history.History.Moment;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.history.History.Outcome;
import org.natter.attendee.history.History.SoFar;
import org.natter.attendee.history.History.Yardstick;
import org.natter.attendee.history.Notebook.Added;
import org.natter.attendee.history.Notebook.Page;
import org.natter.attendee.history.OutcomeReported.Credited;
import org.natter.attendee.history.OutcomeReported.CreditedTo;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.Sector;

/** Composes one person's history from what was read: a pure function, so the same rows always give the same history. */
final class HistoryComposition {

    private static final int UNNAMED_CAP = 50;
    private static final int MOST_INTRODUCED_IN_A_ROW = 4;
    private static final int YARDSTICK_FROM = 3;
    private static final int MIDDLE_OF_A_MONTH = 15;

    /** All that was read for one history. */
    record Rows(
            Map<EventId, AttendanceId> attendances,
            Map<AttendanceId, HistoryEntry> own,
            Map<EventId, Room> rooms,
            Map<AttendanceId, HistoryEntry> theirs,
            Identities identities,
            Notebook notebook,
            Map<AttendanceId, PrivateWords.Kept> kept,
            Map<PersonId, Notebook.Shared> shared,
            Collection<Circles.Tie> ties) {}

    /** One event of the owner's, or a meeting from elsewhere, with what they said about it. */
    private record Visit(
            EventId event,
            AttendanceId me,
            Room room,
            Optional<FeedbackAnswered> answer,
            List<Side> sides,
            boolean elsewhere) {

        Instant when() {
            return room.told()
                    .map(Room.Facts::startsAt)
                    .or(() -> answer.map(FeedbackAnswered::at))
                    .orElse(Instant.EPOCH);
        }

        boolean isTold() {
            return answer.isPresent() || !sides.isEmpty();
        }

        /** Whether whom they met was said: somebody, or with the whole answer that it was nobody. */
        boolean saysWhom() {
            return !sides.isEmpty()
                    || !unnamed().isEmpty()
                    || answer.filter(FeedbackAnswered::sent).isPresent();
        }

        Sector sectorOf(Who who) {
            return who.attendance().map(room::sectorOf).orElse(Sector.NOT_SAID);
        }

        Optional<Moment> moment() {
            return room.told().map(facts -> new Moment(facts.startsAt(), facts.zone()));
        }

        Optional<LocalDate> day() {
            return room.told()
                    .map(facts -> facts.startsAt().atZone(facts.zone()).toLocalDate());
        }

        /** Sectors of people spoken to whose names were missed, one a person, at most fifty. */
        List<Sector> unnamed() {
            return answer.stream()
                    .flatMap(said -> said.others().stream())
                    .flatMap(group -> Collections.nCopies(group.count(), group.sector()).stream())
                    .limit(UNNAMED_CAP)
                    .toList();
        }

        /** Everybody checked in, and the owner, who says they were there; nobody at all if no check-in was taken. */
        Set<AttendanceId> present() {
            var present = new HashSet<>(room.present());
            if (!present.isEmpty()) {
                present.add(me);
            }
            return present;
        }
    }

    /** Something that came of it, wherever it was told. */
    private record Told(
            String outcome,
            @Nullable EventId event,
            Kind kind,
            Direction direction,
            int year,
            int month,
            List<Credited> credited,
            String words) {

        Stream<Who> whom() {
            return credited.stream().flatMap(link -> link.who().stream());
        }
    }

    /** Whoever is in the owner's own answers and notebook, by the id they have there. */
    private final Map<String, Who> byId = new HashMap<>();

    private final Identities identities;
    private final Rows rows;
    /** Oldest first. */
    private final List<Visit> visits;
    /** Newest first. */
    private final List<Told> outcomes;

    private final Map<String, List<Visit>> meetings = new LinkedHashMap<>();
    private final Map<String, Set<Kind>> cameOf = new HashMap<>();
    private final Map<String, Map<AcquaintanceId, Page>> pages = new HashMap<>();

    HistoryComposition(Rows rows) {
        this.rows = rows;
        var written = written(rows);
        written.stream()
                .flatMap(visit -> visit.sides().stream())
                .forEach(side -> byId.put(side.who().id(), side.who()));
        this.identities = joined(rows, byId);
        rows.notebook()
                .allPages()
                .forEach((id, page) -> Optional.ofNullable(byId.get(id))
                        .ifPresent(
                                who -> pages.computeIfAbsent(identities.personOf(who), first -> new LinkedHashMap<>())
                                        .put(new AcquaintanceId(id), page)));
        this.visits = written.stream()
                .map(this::withoutRemoved)
                .map(this::eachOnce)
                .filter(visit -> !visit.elsewhere() || !visit.sides().isEmpty())
                .sorted(Comparator.comparing(Visit::when).thenComparing(Visit::event))
                .toList();
        for (var visit : visits) {
            visit.sides().stream()
                    .map(side -> identities.personOf(side.who()))
                    .distinct()
                    .forEach(person -> meetings.computeIfAbsent(person, first -> new ArrayList<>())
                            .add(visit));
        }
        this.outcomes = Stream.concat(
                        rows.own().entrySet().stream()
                                .flatMap(entry -> entry.getValue().standingOutcomes().stream())
                                .map(this::told)
                                .flatMap(outcome -> withoutRemoved(outcome).stream()),
                        rows.notebook().allOutcomes().entrySet().stream()
                                .filter(own -> !isOwedToRemoved(own.getValue()))
                                .map(own -> told(own.getKey(), own.getValue())))
                .sorted(Comparator.comparing((Told outcome) -> outcome.year() * 100 + outcome.month())
                        .thenComparing(Told::outcome)
                        .reversed())
                .toList();
        for (var outcome : outcomes) {
            outcome.whom()
                    .forEach(who -> cameOf.computeIfAbsent(identities.personOf(who), first -> new HashSet<>())
                            .add(outcome.kind()));
        }
    }

    History compose() {
        var evenings = new ArrayList<Evening>();
        var metBefore = new HashSet<String>();
        for (var visit : visits) {
            evenings.add(0, evening(visit, metBefore));
            visit.sides().forEach(side -> metBefore.add(identities.personOf(side.who())));
        }
        var came = outcomes.stream().map(this::whatCameOfIt).toList();
        var stages = meetings.keySet().stream().map(this::stageWith).toList();
        return new History(
                evenings, acquaintances(), Stage.Totals.of(stages), ChatsThatCounted.of(came), came, soFar(evenings));
    }

    // ---- what was written, as visits ----

    private static List<Visit> written(Rows rows) {
        var notebook = rows.notebook();
        var events = rows.attendances().entrySet().stream()
                .map(mine -> {
                    var answer =
                            Optional.ofNullable(rows.own().get(mine.getValue())).flatMap(HistoryEntry::answered);
                    var sides =
                            new ArrayList<>(answer.map(FeedbackAnswered::met).orElse(List.of()));
                    notebook.addedAt(mine.getKey()).forEach(one -> sides.add(side(one.getKey(), one.getValue())));
                    return new Visit(
                            mine.getKey(),
                            mine.getValue(),
                            rows.rooms().getOrDefault(mine.getKey(), Room.UNKNOWN),
                            answer,
                            List.copyOf(sides),
                            false);
                })
                .filter(visit -> visit.isTold() || visit.room().wasHere(visit.me()));
        var elsewhere = notebook.allAdded().entrySet().stream()
                .filter(one -> one.getValue().event() == null)
                .map(one -> elsewhere(one.getKey(), one.getValue()));
        return Stream.concat(events, elsewhere).toList();
    }

    private static Visit elsewhere(String id, Added added) {
        var day = added.on() == null ? LocalDate.EPOCH : LocalDate.parse(added.on());
        var noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        var facts =
                new Room.Facts(Objects.requireNonNullElse(added.where(), ""), noon, noon, ZoneId.of("UTC"), "", null);
        return new Visit(
                new EventId(id),
                new AttendanceId(id),
                new Room(facts, null),
                Optional.empty(),
                List.of(side(id, added)),
                true);
    }

    /** Somebody added by hand stands under a label of their own. */
    private static Side side(String id, Added added) {
        return new Side(
                new Who(Who.Kind.LABEL, id),
                added.known() ? Before.WELL : Before.NEW,
                added.talk(),
                Again.YES,
                new Introduction(Introduction.By.NOT_SAID, ""));
    }

    /** Labels are others only by the owner's word, and only somebody in the owner's own answers. */
    private static Identities joined(Rows rows, Map<String, Who> byId) {
        var plain = rows.identities();
        var labels = new HashMap<>(plain.labels());
        var same = new HashMap<String, Who>();
        rows.notebook().allAdded().forEach((id, added) -> {
            if (added.words() != null) {
                labels.put(new LabelId(id), added.words());
            }
            if (added.person() != null && byId.containsKey(added.person().value())) {
                same.put(id, byId.get(added.person().value()));
            }
        });
        rows.notebook().allPages().forEach((id, page) -> {
            var who = byId.get(id);
            var really = page.sameAs() == null ? null : byId.get(page.sameAs().value());
            if (who != null && really != null && who.kind() == Who.Kind.LABEL && !who.equals(really)) {
                same.put(id, really);
            }
        });
        return new Identities(plain.names(), labels, plain.erased(), same);
    }

    private Visit withoutRemoved(Visit visit) {
        return new Visit(
                visit.event(),
                visit.me(),
                visit.room(),
                visit.answer(),
                visit.sides().stream().filter(side -> !isRemoved(side.who())).toList(),
                visit.elsewhere());
    }

    /** Whoever really is somebody else met there is one person of that evening. */
    private Visit eachOnce(Visit visit) {
        var once = new LinkedHashMap<String, Side>();
        visit.sides().forEach(side -> once.merge(identities.personOf(side.who()), side, Side::and));
        return new Visit(
                visit.event(), visit.me(), visit.room(), visit.answer(), List.copyOf(once.values()), visit.elsewhere());
    }

    /** What came of it goes with whom it is owed to; owed to others as well it stays theirs. */
    private Optional<Told> withoutRemoved(Told outcome) {
        var left = outcome.credited().stream()
                .filter(link -> link.who().filter(this::isRemoved).isEmpty())
                .toList();
        return left.isEmpty() && !outcome.credited().isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(
                        outcome.outcome(),
                        outcome.event(),
                        outcome.kind(),
                        outcome.direction(),
                        outcome.year(),
                        outcome.month(),
                        left,
                        outcome.words()));
    }

    private boolean isOwedToRemoved(Notebook.OwnOutcome own) {
        return Optional.ofNullable(own.person())
                .map(person -> byId.get(person.value()))
                .filter(this::isRemoved)
                .isPresent();
    }

    private boolean isRemoved(Who who) {
        return pagesOf(identities.personOf(who)).stream().anyMatch(Page::isRemoved);
    }

    private Collection<Page> pagesOf(String person) {
        return pages.getOrDefault(person, Map.of()).values();
    }

    /** The other pages about whoever has this one: written while they stood here under another name or evening. */
    Set<AcquaintanceId> pagesBeside(AcquaintanceId page) {
        return Optional.ofNullable(byId.get(page.value())).map(identities::personOf).map(pages::get).stream()
                .flatMap(theirs -> theirs.keySet().stream())
                .filter(other -> !other.equals(page))
                .collect(Collectors.toSet());
    }

    // ---- evenings ----

    private Evening evening(Visit visit, Set<String> metBefore) {
        return new Evening(
                visit.event(),
                visit.me(),
                visit.room().told(),
                visit.answer().map(FeedbackAnswered::at),
                visit.sides().stream().map(side -> met(visit, side, metBefore)).toList(),
                visit.unnamed().size(),
                visit.isTold() && !visit.elsewhere() ? Optional.of(measures(visit, metBefore)) : Optional.empty(),
                Optional.ofNullable(rows.kept().get(visit.me()))
                        .map(PrivateWords.Kept::overheard)
                        .orElse(""),
                introductions(visit),
                Optional.ofNullable(rows.own().get(visit.me())).map(HistoryEntry::invited),
                rows.notebook().aimAt(visit.event()),
                visit.elsewhere());
    }

    private Met met(Visit visit, Side side, Set<String> metBefore) {
        var person = identities.personOf(side.who());
        var introducer = introducer(side);
        return new Met(
                firstMetAs(person),
                identities.nameOf(side.who()),
                visit.sectorOf(side.who()),
                isKnown(side, metBefore) ? NewOrKnown.KNOWN : NewOrKnown.NEW,
                side.talk(),
                side.again(),
                introducer.map(identities::nameOf).orElse(null),
                introducer
                        .map(identities::personOf)
                        .filter(meetings::containsKey)
                        .map(this::firstMetAs)
                        .orElse(null),
                bothSaidSo(visit, side));
    }

    /** Section 4 of measures: known wins, not sure alone is new; only the owner's own word and own earlier meetings. */
    private boolean isKnown(Side side, Set<String> metBefore) {
        return side.before().isKnown() || metBefore.contains(identities.personOf(side.who()));
    }

    /** One who removed the owner, or does not share this, is like one who never said so. */
    private boolean bothSaidSo(Visit visit, Side side) {
        return side.who()
                .attendance()
                .map(rows.theirs()::get)
                .filter(other -> other.names(visit.me()))
                .filter(other -> sharesBothSaidSo(side.who()))
                .isPresent();
    }

    private boolean sharesBothSaidSo(Who who) {
        var shared = identities.idOf(who).map(rows.shared()::get).orElse(Notebook.Shared.NOTHING_SAID);
        return shared.sharing().sharesBothSaidSo()
                && rows.attendances().values().stream()
                        .noneMatch(mine -> shared.removed().contains(mine.value()));
    }

    private List<List<String>> introductions(Visit visit) {
        var chains = visit.sides().stream()
                .filter(side -> introducer(side).isPresent())
                .map(this::chainTo)
                .toList();
        return chains.stream()
                .filter(chain -> chains.stream()
                        .noneMatch(longer ->
                                longer.size() > chain.size() && Collections.indexOfSubList(longer, chain) >= 0))
                .distinct()
                .toList();
    }

    /** From the first introducer to this one; nobody twice. */
    private List<String> chainTo(Side last) {
        var seen = new LinkedHashSet<String>();
        var names = new ArrayList<String>();
        seen.add(identities.personOf(last.who()));
        names.add(identities.nameOf(last.who()));
        var introducer = introducer(last);
        while (introducer.isPresent()
                && names.size() < MOST_INTRODUCED_IN_A_ROW
                && seen.add(identities.personOf(introducer.get()))) {
            names.add(0, identities.nameOf(introducer.get()));
            introducer = introducerOf(identities.personOf(introducer.get()));
        }
        return List.copyOf(names);
    }

    private Optional<Who> introducerOf(String person) {
        return meetings.getOrDefault(person, List.of()).stream()
                .map(visit -> side(visit, person))
                .flatMap(side -> introducer(side).stream())
                .findFirst();
    }

    /** Nobody where the owner has removed them, and nobody to themselves. */
    private Optional<Who> introducer(Side side) {
        var met = identities.personOf(side.who());
        return side.introduced()
                .who()
                .filter(who -> !isRemoved(who) && !identities.personOf(who).equals(met));
    }

    private EveningMeasures measures(Visit visit, Set<String> metBefore) {
        var sides = visit.sides();
        var known = sides.stream().filter(side -> isKnown(side, metBefore)).toList();
        var unnamed = visit.unnamed();
        var present = visit.present();
        var spokenTo = SpokenTo.of(sides.size(), known.size(), unnamed.size());
        var knownBefore = visit.answer().map(FeedbackAnswered::knownBefore).orElse(KnownBefore.NOT_SAID);
        var knownThere =
                Math.max(knownThere(visit, known, present, metBefore), knownBefore.of(Math.max(0, present.size() - 1)));
        var named = sides.stream().map(side -> visit.sectorOf(side.who())).toList();
        var inTheRoom = present.stream().map(visit.room()::sectorOf).toList();
        return new EveningMeasures(
                visit.saysWhom() ? Optional.of(spokenTo) : Optional.empty(),
                KnowAgain.of(sides.stream().map(Side::again).toList()),
                SectorCount.of(Stream.concat(named.stream(), unnamed.stream()).toList()),
                NewFaces.of(spokenTo, present.size(), knownThere),
                SectorMix.of(visit.room().sectorOf(visit.me()), named, unnamed, inTheRoom),
                present.size());
    }

    /** How many people there the owner knew by their own records: met earlier, or said to be known this time. */
    private int knownThere(Visit visit, List<Side> known, Set<AttendanceId> present, Set<String> metBefore) {
        var said = known.stream().map(side -> identities.personOf(side.who()));
        var met = present.stream()
                .filter(guest -> !guest.equals(visit.me()))
                .map(guest -> identities.personOf(Who.of(guest)))
                .filter(metBefore::contains);
        return (int) Stream.concat(said, met).distinct().count();
    }

    // ---- people ----

    private Stage stageWith(String person) {
        var kinds = new HashSet<>(cameOf.getOrDefault(person, Set.of()));
        if (pagesOf(person).stream().anyMatch(Page::hasKeptInTouch)) {
            kinds.add(Kind.KEPT_IN_TOUCH);
        }
        var again = pagesOf(person).stream().anyMatch(Page::hasMetAgain) ? 1 : 0;
        return Stage.of(meetings.getOrDefault(person, List.of()).size() + again, kinds);
    }

    private List<Acquaintance> acquaintances() {
        return meetings.entrySet().stream()
                .map(met -> acquaintance(met.getKey(), met.getValue()))
                .sorted(Comparator.comparing((Acquaintance one) -> one.lastMet() == null
                                ? Instant.EPOCH
                                : one.lastMet().at())
                        .reversed()
                        .thenComparing(Acquaintance::name))
                .toList();
    }

    private Acquaintance acquaintance(String person, List<Visit> met) {
        var first = side(met.get(0), person);
        return new Acquaintance(
                firstMetAs(person),
                identities.nameOf(first.who()),
                met.get(0).moment().orElse(null),
                met.get(met.size() - 1).moment().orElse(null),
                met.size(),
                first.before().isKnown(),
                stageWith(person),
                pagesOf(person).stream().anyMatch(Page::hasMetAgain),
                pagesOf(person).stream().anyMatch(Page::hasKeptInTouch),
                met.stream().anyMatch(visit -> bothSaidSo(visit, side(visit, person))),
                person.startsWith("label/"),
                Notebook.notes(pagesOf(person).stream()),
                met.stream().map(Visit::event).toList());
    }

    private String firstMetAs(String person) {
        return side(meetings.getOrDefault(person, List.of()).get(0), person)
                .who()
                .id();
    }

    private Side side(Visit visit, String person) {
        return sideOf(visit, person).orElseThrow();
    }

    private Optional<Side> sideOf(Visit visit, String person) {
        return visit.sides().stream()
                .filter(side -> identities.personOf(side.who()).equals(person))
                .findFirst();
    }

    // ---- what came of it ----

    private Told told(OutcomeReported outcome) {
        var words = Optional.ofNullable(rows.kept().get(outcome.writer()))
                .map(kept -> kept.outcomes().get(outcome.outcome()))
                .orElse("");
        return new Told(
                outcome.outcome(),
                outcome.event(),
                outcome.kind(),
                outcome.direction(),
                outcome.year(),
                outcome.month(),
                outcome.credited(),
                words);
    }

    /** It belongs to the first meeting with whom it is owed to. */
    private Told told(String id, Notebook.OwnOutcome own) {
        var first = Optional.ofNullable(own.person())
                .map(person -> byId.get(person.value()))
                .map(identities::personOf)
                .map(meetings::get)
                .map(met -> met.get(0));
        var credited = first.flatMap(visit -> sideOf(
                        visit,
                        identities.personOf(Objects.requireNonNull(
                                byId.get(Objects.requireNonNull(own.person()).value())))))
                .map(Side::who)
                .map(who -> new Credited(
                        who.attendance().isPresent() ? CreditedTo.ATTENDANCE : CreditedTo.LABEL, who.id()));
        return new Told(
                id,
                first.map(Visit::event).orElse(null),
                own.kind(),
                own.direction(),
                own.year(),
                own.month(),
                credited.stream().toList(),
                own.words());
    }

    private Outcome whatCameOfIt(Told outcome) {
        return new Outcome(
                outcome.outcome(),
                outcome.event(),
                outcome.kind(),
                outcome.direction(),
                outcome.year(),
                outcome.month(),
                beganAsChat(outcome),
                isOverheard(outcome),
                List.copyOf(outcome.whom()
                        .collect(Collectors.toMap(
                                identities::personOf, identities::nameOf, (first, same) -> first, LinkedHashMap::new))
                        .values()),
                outcome.whom()
                        .map(identities::personOf)
                        .filter(meetings::containsKey)
                        .map(this::firstMetAs)
                        .distinct()
                        .toList(),
                outcome.words());
    }

    private static boolean isOverheard(Told outcome) {
        return outcome.credited().stream().limit(1).anyMatch(first -> first.kind() == CreditedTo.OVERHEARD);
    }

    private boolean beganAsChat(Told outcome) {
        return isOverheard(outcome)
                || outcome.credited().stream()
                        .limit(1)
                        .flatMap(first -> first.who().stream())
                        .map(identities::personOf)
                        .anyMatch(person -> visits.stream()
                                .filter(visit -> visit.event().equals(outcome.event()))
                                .flatMap(visit -> visit.sides().stream())
                                .anyMatch(side ->
                                        identities.personOf(side.who()).equals(person) && side.talk() == Talk.CHAT));
    }

    /** From the first meeting with anybody it is owed to, to the middle of the month in which it came. */
    private OptionalDouble daysTo(Told outcome) {
        var end = LocalDate.of(outcome.year(), outcome.month(), MIDDLE_OF_A_MONTH);
        return outcome.whom()
                .flatMap(who -> meetings.getOrDefault(identities.personOf(who), List.of()).stream())
                .flatMap(visit -> visit.day().stream())
                .min(Comparator.naturalOrder())
                .map(first -> OptionalDouble.of(Math.max(0, ChronoUnit.DAYS.between(first, end))))
                .orElse(OptionalDouble.empty());
    }

    // ---- everything so far ----

    private SoFar soFar(List<Evening> evenings) {
        var firsts = new HashSet<String>();
        var fresh = 0;
        var again = new LinkedHashMap<String, Again>();
        var sectors = new LinkedHashMap<String, Sector>();
        for (var visit : visits) {
            for (var side : visit.sides()) {
                var person = identities.personOf(side.who());
                fresh += firsts.add(person) && !side.before().isKnown() ? 1 : 0;
                if (side.again() != Again.NOT_SAID) {
                    again.put(person, side.again());
                }
                if (visit.sectorOf(side.who()) != Sector.NOT_SAID) {
                    sectors.put(person, visit.sectorOf(side.who()));
                }
            }
        }
        return new SoFar(
                (int) visits.stream()
                        .filter(visit -> visit.saysWhom() && !visit.elsewhere())
                        .count(),
                meetings.size(),
                fresh,
                visits.stream().mapToInt(visit -> visit.unnamed().size()).sum(),
                KnowAgain.of(again.values()),
                SectorVariety.of(sectors.values()),
                WhatCameOfIt.of(outcomes.stream()
                        .map(one -> new WhatCameOfIt.Thing(one.kind(), one.direction(), daysTo(one)))
                        .toList()),
                Circles.of(meetings.keySet(), rows.ties()),
                (int) meetings.values().stream().filter(this::sharesCircles).count(),
                FamiliarFaces.trendWord(visits.stream()
                        .flatMap(visit -> visit.answer().stream())
                        .map(FeedbackAnswered::familiar)
                        .toList()),
                yardstick(evenings));
    }

    private boolean sharesCircles(List<Visit> met) {
        return met.stream()
                .flatMap(visit -> visit.sides().stream())
                .filter(side -> meetings.get(identities.personOf(side.who())) == met)
                .flatMap(side -> identities.idOf(side.who()).stream())
                .map(person -> rows.shared().getOrDefault(person, Notebook.Shared.NOTHING_SAID))
                .anyMatch(shared -> shared.sharing().sharesCircles());
    }

    /** @param evenings newest first */
    private static Optional<Yardstick> yardstick(List<Evening> evenings) {
        var fresh = evenings.stream()
                .flatMap(evening -> evening.measures().stream())
                .flatMap(measures -> measures.spokenTo().stream())
                .map(spoken -> (double) spoken.newPeople())
                .toList();
        return fresh.size() < YARDSTICK_FROM
                ? Optional.empty()
                : Optional.of(new Yardstick(
                        fresh.get(0).intValue(),
                        Medians.of(fresh.subList(1, fresh.size())).orElseThrow(),
                        fresh.size() - 1));
    }
}
