package org.natter.attendee.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Before;
import org.natter.attendee.history.FeedbackAnswered.Introduction;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.Notebook.Added;
import org.natter.attendee.history.Notebook.Page;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.PersonId;

/**
 * What the owner wrote themselves, in answers and in the notebook, as visits in which everybody stands once, whatever names
 * they go by; without whom the owner removed.
 */
final class OwnRecords {

    /** Whoever is in the owner's own answers and notebook, by the id they have there. */
    private final Map<String, Who> byId = new LinkedHashMap<>();

    private final Identities identities;
    /** As whom somebody was found before: a history asks the same of few people very often. */
    private final Map<Who, String> persons = new HashMap<>();

    private final List<Visit> visits;
    private final Map<String, List<Visit>> meetings = new LinkedHashMap<>();
    private final Map<String, List<String>> ids = new HashMap<>();
    private final Notebook notebook;
    /** The ids under which anybody was met, as answers and the notebook have it now. */
    private final Set<String> met;

    private final Map<String, Map<AcquaintanceId, Page>> pages = new HashMap<>();

    OwnRecords(HistoryRows rows) {
        var written = written(rows);
        written.stream()
                .flatMap(visit -> visit.sides().stream())
                .forEach(side -> byId.put(side.who().id(), side.who()));
        this.notebook = rows.notebook();
        this.met = Set.copyOf(byId.keySet());
        notebook.allAdded().keySet().forEach(id -> byId.putIfAbsent(id, new Who(Who.Kind.LABEL, id)));
        this.identities = joined(rows, byId);
        byId.forEach((id, who) ->
                ids.computeIfAbsent(personOf(who), first -> new ArrayList<>()).add(id));
        rows.notebook()
                .allPages()
                .forEach((id, page) -> Optional.ofNullable(byId.get(id))
                        .ifPresent(who -> pages.computeIfAbsent(personOf(who), first -> new LinkedHashMap<>())
                                .put(new AcquaintanceId(id), page)));
        this.visits = written.stream()
                .map(this::withoutRemoved)
                .map(this::eachOnce)
                .filter(visit -> !visit.elsewhere() || !visit.sides().isEmpty())
                .toList();
        for (var visit : visits) {
            visit.sides().stream()
                    .map(side -> personOf(side.who()))
                    .distinct()
                    .forEach(person -> meetings.computeIfAbsent(person, first -> new ArrayList<>())
                            .add(visit));
        }
    }

    /** Oldest first. */
    List<Visit> visits() {
        return visits;
    }

    /** Whom they met, and where, oldest first. */
    Map<String, List<Visit>> meetings() {
        return meetings;
    }

    /** One text a person. */
    String personOf(Who who) {
        return persons.computeIfAbsent(who, identities::personOf);
    }

    String nameOf(Who who) {
        return identities.nameOf(who);
    }

    /** The same for a guest of an evening, if it is anybody of whom the owner told. */
    Optional<String> personOf(AttendanceId guest) {
        return identities.names().containsKey(guest) ? Optional.of(personOf(Who.of(guest))) : Optional.empty();
    }

    /** Empty for a label and for somebody erased. */
    Optional<PersonId> idOf(Who who) {
        return identities.idOf(who);
    }

    /** Somebody in the owner's own answers or notebook. */
    Optional<Who> who(AcquaintanceId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /** The id under which the owner met this person first. */
    String firstMetAs(String person) {
        return side(meetings.getOrDefault(person, List.of()).get(0), person)
                .who()
                .id();
    }

    /** All ids under which this person stands in the owner's answers and notebook, oldest first. */
    List<String> idsOf(String person) {
        return ids.getOrDefault(person, List.of());
    }

    /** The id of whom this one is at last. */
    String reallyId(Who who) {
        return identities.really(who).id();
    }

    /** How this person came to this visit by hand, of several times the first; empty if they stand there by an answer, too. */
    Optional<History.ByHand> byHand(Visit visit, String person) {
        var answered = visit.answer().stream()
                .flatMap(said -> said.met().stream())
                .anyMatch(side -> personOf(side.who()).equals(person));
        var meeting = visit.elsewhere()
                ? Optional.of(visit.event().value())
                : addedTo(visit.event(), person).findFirst();
        return meeting.filter(added -> !answered)
                .map(added -> new History.ByHand(
                        added, !takenBack(new AcquaintanceId(added)).going().isEmpty()));
    }

    /** What goes when the meeting that was added under this id is taken back. */
    TakenBack takenBack(AcquaintanceId meeting) {
        var added = notebook.allAdded().get(meeting.value());
        var who = who(meeting);
        if (added == null || who.isEmpty()) {
            return TakenBack.NOTHING;
        }
        var person = personOf(who.get());
        var meetings = added.event() == null
                ? Set.of(meeting.value())
                : addedTo(added.event(), person).collect(Collectors.toSet());
        var theirs = idsOf(person);
        var metElsewhere = theirs.stream().anyMatch(id -> met.contains(id) && !meetings.contains(id));
        return new TakenBack(ids(meetings), metElsewhere ? Set.of() : ids(theirs));
    }

    /** The ids under which this person was added to the evening. */
    private Stream<String> addedTo(EventId event, String person) {
        return notebook.addedAt(event).stream()
                .map(Map.Entry::getKey)
                .filter(id -> Optional.ofNullable(byId.get(id))
                        .map(this::personOf)
                        .filter(person::equals)
                        .isPresent());
    }

    private static Set<AcquaintanceId> ids(Collection<String> plain) {
        return plain.stream().map(AcquaintanceId::new).collect(Collectors.toSet());
    }

    /** On whose page it stands that whoever has this one is that other one; empty if they are the same already. */
    Optional<AcquaintanceId> becoming(AcquaintanceId page, AcquaintanceId other) {
        var person = who(page).map(this::personOf);
        if (person.isPresent() && person.equals(who(other).map(this::personOf))) {
            return Optional.empty();
        }
        return Optional.of(who(page)
                .map(identities::lastLabelOf)
                .map(last -> new AcquaintanceId(last.id()))
                .orElse(page));
    }

    Side side(Visit visit, String person) {
        return sideOf(visit, person).orElseThrow();
    }

    Optional<Side> sideOf(Visit visit, String person) {
        return visit.sides().stream()
                .filter(side -> personOf(side.who()).equals(person))
                .findFirst();
    }

    boolean isRemoved(Who who) {
        return pagesOf(personOf(who)).stream().anyMatch(Page::isRemoved);
    }

    Collection<Page> pagesOf(String person) {
        return pages.getOrDefault(person, Map.of()).values();
    }

    /** The other pages about whoever has this one: written while they stood here under another name or evening. */
    Set<AcquaintanceId> pagesBeside(AcquaintanceId page) {
        return who(page).map(this::personOf).map(pages::get).stream()
                .flatMap(theirs -> theirs.keySet().stream())
                .filter(other -> !other.equals(page))
                .collect(Collectors.toSet());
    }

    /** Oldest first. */
    private static List<Visit> written(HistoryRows rows) {
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
                .filter(visit -> visit.isTold()
                        || visit.room().wasHere(visit.me()) && !visit.room().wasCalledOff()
                        || isWrittenAbout(visit, rows));
        var elsewhere = notebook.allAdded().entrySet().stream()
                .filter(one -> one.getValue().isFromElsewhere())
                .map(one -> elsewhere(one.getKey(), one.getValue()));
        return Stream.concat(events, elsewhere)
                .sorted(Comparator.comparing(Visit::when).thenComparing(Visit::event))
                .toList();
    }

    /** Whether the owner keeps words of their own about it. */
    private static boolean isWrittenAbout(Visit visit, HistoryRows rows) {
        var kept = rows.kept().get(visit.me());
        return kept != null && !kept.overheard().isEmpty()
                || rows.notebook()
                        .aimAt(visit.event())
                        .filter(aim -> !aim.words().isEmpty())
                        .isPresent();
    }

    private static Visit elsewhere(String id, Added added) {
        var day = added.on() == null ? LocalDate.EPOCH : LocalDate.parse(added.on());
        var noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        var facts = new Room.Facts(
                Objects.requireNonNullElse(added.where(), ""), noon, noon, ZoneId.of("UTC"), "", null, null);
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
    private static Identities joined(HistoryRows rows, Map<String, Who> byId) {
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
        visit.sides().forEach(side -> once.merge(personOf(side.who()), side, Side::and));
        return new Visit(
                visit.event(), visit.me(), visit.room(), visit.answer(), List.copyOf(once.values()), visit.elsewhere());
    }
}
