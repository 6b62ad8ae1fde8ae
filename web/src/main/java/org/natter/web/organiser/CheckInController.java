package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Doorkeeper;
import org.natter.web.account.Doors;
import org.natter.web.account.Limits;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.organiser.CheckInResult.DoorState;
import org.natter.web.organiser.CheckInResult.RoomLeft;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.DoorApi;
import org.natter.web.services.DoorApi.AtTheDoor;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.DoorApi.DoorAnswer;
import org.natter.web.services.DoorApi.DoorResult;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The door, made for a phone: one box for a name or a code, one button a name, and a result one can read at arm's length.
 * Each button carries its own id, so pressing twice is one arrival. A press swaps the result, the count and the row alone;
 * without scripts it is the whole page again. Once the day is over it notes who came after all, and says so. Works while
 * event-service is down.
 */
@Controller
class CheckInController {

    private static final String LENT_NO_MORE = "redirect:/door";
    private static final String CALLED_OFF = "calledOff";
    private static final int UNPROCESSABLE = 422;

    private final DoorEvents events;
    private final BookingApi bookings;
    private final DoorApi door;
    private final CheckInLists lists;
    private final CurrentRegion regions;
    private final Organisers organisers;
    private final Doors doors;
    private final DoorLinkPages lending;
    private final Limits limits;
    private final ExecutorService pageCalls;
    private final Clock clock;

    CheckInController(
            DoorEvents events,
            BookingApi bookings,
            DoorApi door,
            CheckInLists lists,
            CurrentRegion regions,
            Organisers organisers,
            Doors doors,
            DoorLinkPages lending,
            Limits limits,
            ExecutorService pageCalls,
            Clock clock) {
        this.clock = clock;
        this.events = events;
        this.bookings = bookings;
        this.door = door;
        this.lists = lists;
        this.regions = regions;
        this.organisers = organisers;
        this.doors = doors;
        this.lending = lending;
        this.limits = limits;
        this.pageCalls = pageCalls;
    }

    @GetMapping("/organise/events/{event}/check-in")
    String door(
            @PathVariable EventId event,
            SubmittedForm shown,
            @AuthenticationPrincipal Doorkeeper keeper,
            HttpServletRequest request,
            Model model) {
        var result = shown.choice("result", DoorResult.class);
        var said = result == null
                ? Optional.<Said>empty()
                : Optional.of(
                        new Said(result, shown.id("who", AttendanceId::new), shown.choice("room", RoomLeft.FREE)));
        model.addAttribute("typed", shown.words("q"));
        return compose(event, shown.words("q"), said, keeper, request, model) ? "web/organiser/check-in" : LENT_NO_MORE;
    }

    /** The count alone, for a helper's page that stands open while somebody else presses. */
    @GetMapping("/organise/events/{event}/check-in/count")
    String count(
            @PathVariable EventId event,
            @AuthenticationPrincipal Doorkeeper keeper,
            HttpServletRequest request,
            Model model) {
        return compose(event, "", Optional.empty(), keeper, request, model)
                ? "web/organiser/check-in :: counted"
                : LENT_NO_MORE;
    }

    @PostMapping("/organise/events/{event}/check-in")
    String arrive(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Doorkeeper keeper,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        count(keeper);
        var attendance = form.id("attendance", AttendanceId::new);
        var typed = form.words("q");
        var code = attendance.isPresent() ? Optional.<String>empty() : codeIn(typed, event, keeper);
        if (attendance.isEmpty() && code.isEmpty()) {
            model.addAttribute("typed", typed);
            return show(event, typed, Optional.empty(), keeper, request, response, model);
        }
        var arrival = new AtTheDoor(
                form.formId("id"),
                code.orElse(null),
                attendance.orElse(null),
                form.isTicked("letIn"),
                form.isTicked("overLimit"));
        return show(
                event,
                attendance.isPresent() ? typed : "",
                Optional.of(press(event, arrival, keeper)),
                keeper,
                request,
                response,
                model);
    }

    @PostMapping("/organise/events/{event}/check-in/undo")
    String undo(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Doorkeeper keeper,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        count(keeper);
        var attendance = form.id("attendance", AttendanceId::new);
        if (attendance.isEmpty()) {
            return show(event, form.words("q"), Optional.empty(), keeper, request, response, model);
        }
        if (isCalledOff(event, keeper)) {
            return show(event, "", Optional.empty(), keeper, request, response, model);
        }
        door.undo(keeper.caller(), event, attendance.get());
        var said = new Said(DoorResult.UNDONE, attendance, RoomLeft.FREE);
        return show(event, form.words("q"), Optional.of(said), keeper, request, response, model);
    }

    /** Whether nobody is checked in any more, so that who was stays; nobody can say while event-service is down. */
    private boolean isCalledOff(EventId event, Doorkeeper keeper) {
        return PagePart.of(() -> events.find(keeper, event))
                .found()
                .flatMap(Function.identity())
                .filter(Event::isCalledOff)
                .isPresent();
    }

    private void count(Doorkeeper keeper) {
        if (keeper instanceof DoorPass pass) {
            limits.pressAtDoor(pass, clock.instant());
        }
    }

    /** What came of a press. */
    private record Said(DoorResult result, Optional<AttendanceId> who, RoomLeft room) {}

    private Said press(EventId event, AtTheDoor arrival, Doorkeeper keeper) {
        try {
            var answer = door.checkIn(keeper.caller(), event, arrival);
            return new Said(answer.result(), Optional.ofNullable(answer.attendance()), room(event, answer, keeper));
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == UNPROCESSABLE) {
                return new Said(DoorResult.NOT_FOUND, Optional.empty(), RoomLeft.FREE);
            }
            throw refusal;
        }
    }

    /** Whether everything is taken, or only kept for others, is asked where it matters. */
    private RoomLeft room(EventId event, DoorAnswer answer, Doorkeeper keeper) {
        if (answer.room()) {
            return RoomLeft.FREE;
        }
        return roomOf(bookings, keeper, event);
    }

    /** How full an event without a free place is. */
    static RoomLeft roomOf(BookingApi bookings, Doorkeeper keeper, EventId event) {
        return PagePart.of(() -> bookings.places(keeper.caller(), event))
                .found()
                .flatMap(Function.identity())
                .filter(places -> places.booked() < places.places())
                .map(places -> RoomLeft.KEPT)
                .orElse(RoomLeft.FULL);
    }

    /**
     * The code in the box, if it is one: a scanned link, or letters that stand on this list as a code or are nobody's name.
     * Whatever may be a name is looked for. While the list cannot be read nobody is, so such letters are a code.
     */
    private Optional<String> codeIn(String typed, EventId event, Doorkeeper keeper) {
        if (typed.contains("/")) {
            return Optional.of(typed);
        }
        var letters = typed.replaceAll("[\\s-]", "");
        if (!letters.matches("[A-Za-z]{6}")) {
            return Optional.empty();
        }
        var all = namesOf(event, keeper).found().orElse(List.of());
        return CheckInPage.shownTo(keeper, all).anyMatch(one -> PlainName.finds(typed, one.name()))
                ? Optional.empty()
                : Optional.of(letters);
    }

    /**
     * The parts a press changes, for a page that asks for them; else the whole page anew. A page that swaps them in no longer
     * has the outcome of an earlier press in its address, and one that stood open over the calling off is opened anew.
     */
    private String show(
            EventId event,
            String q,
            Optional<Said> said,
            Doorkeeper keeper,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + address(event, q, said);
        }
        response.setHeader("HX-Replace-Url", request.getContextPath() + address(event));
        if (!compose(event, "", said, keeper, request, model)) {
            return LENT_NO_MORE;
        }
        if (Boolean.TRUE.equals(model.getAttribute(CALLED_OFF))) {
            response.setHeader("HX-Redirect", request.getContextPath() + address(event));
        }
        return "web/organiser/check-in :: pressed";
    }

    static String address(EventId event) {
        return "/organise/events/" + event + "/check-in";
    }

    /** The door with what came of a press, for a walk-in too. */
    static String shownAt(EventId event, DoorAnswer answer) {
        return "redirect:"
                + address(
                        event,
                        "",
                        Optional.of(
                                new Said(answer.result(), Optional.ofNullable(answer.attendance()), RoomLeft.FREE)));
    }

    private static String address(EventId event, String q, Optional<Said> said) {
        var address = UriComponentsBuilder.fromPath(address(event));
        said.ifPresent(what -> {
            address.queryParam("result", what.result());
            what.who().ifPresent(who -> address.queryParam("who", who.value()));
            if (what.room() != RoomLeft.FREE) {
                address.queryParam("room", what.room());
            }
        });
        return (q.isEmpty() ? address : address.queryParam("q", "{q}"))
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    /** Asked for once more if nobody answers: without a name nobody at a busy door knows who is in. */
    private PagePart<List<Attendee>> namesOf(EventId event, Doorkeeper keeper) {
        var asked = PagePart.of(() -> listed(event, keeper));
        return asked.isDown() ? PagePart.of(() -> listed(event, keeper)) : asked;
    }

    private List<Attendee> listed(EventId event, Doorkeeper keeper) {
        return AttendeeRow.orNobody(() -> door.attendees(keeper.caller(), event));
    }

    /** False if the door is lent no more, since the event has been called off. */
    private boolean compose(
            EventId event, String q, Optional<Said> said, Doorkeeper keeper, HttpServletRequest request, Model model) {
        var asked = PagePart.asked(pageCalls, () -> events.find(keeper, event).orElseThrow(NotThere::here));
        var people = namesOf(event, keeper);
        var found = asked.get().found();
        if (found.filter(Event::isDraft).isPresent()) {
            throw NotThere.here(); // nobody can book it, so nobody comes
        }
        var calledOff = found.filter(Event::isCalledOff).isPresent();
        if (keeper instanceof DoorPass && calledOff) {
            doors.calledOff(event);
            return false;
        }
        var over = found.filter(one -> one.isOver(clock.instant())).isPresent();
        var zone = found.map(Event::zone).orElseGet(() -> zone(keeper, request));
        var words = found.map(one -> ArrivalWords.of(one, clock.instant()))
                .orElseGet(() -> ArrivalWords.today(zone, clock.instant()));
        var page = people.map(everybody -> CheckInPage.of(everybody, q, words, keeper))
                .map(list -> over && list.here() > 0 ? list.withList(complete(event, keeper)) : list);
        model.addAttribute("event", event);
        model.addAttribute("eventTitle", found.map(Event::title).orElse(""));
        model.addAttribute("when", found.map(one -> events.when(keeper, one)).orElse(""));
        model.addAttribute(CALLED_OFF, calledOff);
        model.addAttribute("over", over);
        model.addAttribute("later", words.onALaterDay());
        model.addAttribute("lends", found.map(lending::hasADoor).orElse(true));
        var online = found.filter(one -> one.venue().takesPlaceOnline()).isPresent();
        model.addAttribute("online", online);
        model.addAttribute("countAt", address(event) + "/count");
        model.addAttribute("q", q);
        model.addAttribute("findId", FormId.fresh());
        model.addAttribute("page", page);
        var state = page.found()
                .map(list -> DoorState.of(
                        over, online, found.map(Event::places).orElse(0), list.here(), list.booked() - list.came()))
                .orElseGet(() -> DoorState.ofAnUnreadList(over, online));
        var result = said.filter(what -> !calledOff)
                .map(what -> CheckInResult.of(
                        what.result(), what.room(), what.who(), people.found(), state, words, this::helper));
        model.addAttribute("result", result.orElse(null));
        model.addAttribute(
                "everyone",
                page.found().filter(CheckInPage::everyone).isPresent()
                        && found.filter(lending::isOn).isPresent()
                        && words.onItsFirstDay()
                        && !online
                        && !calledOff
                        && result.filter(CheckInResult::atTheDoor).isEmpty());
        var who = said.flatMap(Said::who);
        var changed = who.flatMap(one -> page.found().map(list -> list.of(one))).orElse(List.of());
        model.addAttribute("changed", changed);
        model.addAttribute("gone", changed.isEmpty() && page.found().isPresent() ? who.orElse(null) : null);
        return true;
    }

    /** Whether the list of an event that is over is complete; whoever has the door by a link is not told. */
    private @Nullable Boolean complete(EventId event, Doorkeeper keeper) {
        return keeper instanceof DoorPass
                ? null
                : lists.complete(List.of(event), keeper.caller()).get(event);
    }

    private ZoneId zone(Doorkeeper keeper, HttpServletRequest request) {
        if (keeper instanceof DoorPass pass) {
            return doors.zone(pass).orElse(ZoneOffset.UTC);
        }
        return regions.zone((Organiser) keeper, request);
    }

    private String helper(@Nullable String account) {
        return account == null
                ? ""
                : organisers
                        .find(new OrganiserId(account))
                        .map(Organiser::firstName)
                        .orElse("");
    }
}
