package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.natter.web.account.AddingOrganisers;
import org.natter.web.account.AddingOrganisers.NewOrganiser;
import org.natter.web.account.DoorLink;
import org.natter.web.account.Doors;
import org.natter.web.account.Doors.Door;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Organisers.TeamChange;
import org.natter.web.account.Passwords;
import org.natter.web.account.Role;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TryLater;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.EventId;
import org.natter.web.services.PagePart;
import org.natter.web.services.RegionId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The team, for owners: who organises which region; adding somebody, changing what somebody may do, and letting somebody go. */
@Controller
class TeamController {

    private static final List<Option> ROLES = Option.of("team.role.", List.of(Role.ORGANISER, Role.OWNER));

    private final Organisers organisers;
    private final AddingOrganisers adding;
    private final CurrentRegion regions;
    private final FormAnswers answers;
    private final Doors doors;
    private final EventApi events;
    private final Clock clock;

    TeamController(
            Organisers organisers,
            AddingOrganisers adding,
            CurrentRegion regions,
            FormAnswers answers,
            Doors doors,
            EventApi events,
            Clock clock) {
        this.organisers = organisers;
        this.adding = adding;
        this.regions = regions;
        this.answers = answers;
        this.doors = doors;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/organise/team")
    String team(@AuthenticationPrincipal Organiser owner, HttpServletRequest request, Model model) {
        return page(
                new NewOrganiser("", "", "", regions.id(owner, request).value(), Role.ORGANISER),
                FormErrors.none(),
                owner,
                model);
    }

    @PostMapping("/organise/team")
    String add(
            SubmittedForm form, @AuthenticationPrincipal Organiser owner, HttpServletResponse response, Model model) {
        var wish = new NewOrganiser(
                form.words("name"),
                form.words("email"),
                form.text("password"),
                form.text("region"),
                form.choice("role", Role.ORGANISER));
        var errors = FormErrors.none();
        if (regions.all(owner).stream()
                .noneMatch(known -> known.region().value().equals(wish.region()))) {
            errors = errors.with("region", answers.say("team.region.missing"));
        }
        try {
            for (var objection :
                    errors.any() ? AddingOrganisers.objectionsTo(wish) : adding.add(wish, clock.instant())) {
                errors = errors.with(objection.field(), answers.say(objection.message()));
            }
        } catch (Passwords.TooBusy nobodyCanHash) {
            TryLater.say(response);
            return page(wish, FormErrors.one("", answers.say("account.busy")), owner, model);
        }
        if (errors.any()) {
            return page(wish, errors.toPutRight(response), owner, model);
        }
        return "redirect:/organise/team";
    }

    @PostMapping("/organise/team/remove")
    String remove(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser owner,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var change = organisers.remove(new OrganiserId(form.text("account")), clock.instant());
        return answer(change, owner, request, response, model);
    }

    @PostMapping("/organise/team/change")
    String change(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser owner,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var region = form.id("region", RegionId::new).flatMap(id -> regions.named(owner, id));
        var role = form.choice("role", Role.class);
        if (role == null || region.isEmpty()) {
            return again("team.region.missing", owner, request, response, model);
        }
        var wish = filled(role, region.get().region());
        var change = organisers
                .find(new OrganiserId(form.text("account")))
                .map(read -> FilledFrom.isOlder(form, filled(read.role(), read.region()), wish)
                        ? TeamChange.MEANWHILE
                        : organisers.place(read, role, region.get().region(), clock.instant()))
                .orElse(TeamChange.GONE);
        return answer(change, owner, request, response, model);
    }

    private static String filled(Role role, RegionId region) {
        return FilledFrom.these(role, region.value());
    }

    /** Switches a door link off; works while event-service is down. A page from before switches no newer link off. */
    @PostMapping("/organise/team/doors/off")
    String switchOff(SubmittedForm form) {
        form.id("event", EventId::new).ifPresent(event -> doors.switchOff(event, form.text("link")));
        return "redirect:/organise/team";
    }

    private String answer(
            TeamChange change, Organiser owner, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (change) {
            case DONE ->
                organisers.find(owner.id()).filter(Organiser::owner).isPresent()
                        ? "redirect:/organise/team"
                        : "redirect:/organise";
            case LAST_OWNER -> again("team.last-owner", owner, request, response, model);
            case MEANWHILE -> again("team.changed-meanwhile", owner, request, response, model);
            case GONE -> again("team.gone", owner, request, response, model);
            case BUSY -> again("team.busy", owner, request, response, model);
        };
    }

    private String again(
            String words, Organiser owner, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(
                new NewOrganiser("", "", "", regions.id(owner, request).value(), Role.ORGANISER),
                FormErrors.one("", answers.say(words)).toPutRight(response),
                owner,
                model);
    }

    private String page(NewOrganiser form, FormErrors errors, Organiser owner, Model model) {
        var known = regions.all(owner);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        var team = organisers.all();
        model.addAttribute(
                "members", team.stream().map(one -> Member.of(one, known)).toList());
        model.addAttribute("doors", doors(team));
        model.addAttribute("roles", Role.values());
        model.addAttribute("roleOptions", ROLES);
        model.addAttribute(
                "choices",
                known.stream()
                        .map(one -> new Navigation.Choice(one.region().value(), one.name(), false))
                        .toList());
        return "web/organiser/team";
    }

    /** The doors lent today and later. However many they are, one question says what their events are called. */
    private List<LentDoor> doors(List<Organiser> team) {
        var now = clock.instant();
        var lent = doors.lentFrom(now);
        var programme = lent.isEmpty()
                ? List.<Event>of()
                : PagePart.of(() -> events.programme(Caller.everybody(), null))
                        .found()
                        .orElse(List.of());
        var titles = programme.stream().collect(Collectors.toMap(Event::event, Event::title, (one, same) -> one));
        var names = team.stream().collect(Collectors.toMap(Organiser::id, Organiser::name));
        return lent.stream()
                .map(Door::link)
                .map(link -> LentDoor.of(
                        link, titles.getOrDefault(link.event(), ""), names.getOrDefault(link.madeBy(), ""), now))
                .toList();
    }

    /**
     * A door that is lent.
     *
     * @param title empty while nobody can say it
     * @param by who made the link, empty if they are not known any more
     */
    record LentDoor(EventId event, String link, String title, DoorLinkPage.Times day, String by) {

        static LentDoor of(DoorLink link, String title, String by, Instant now) {
            return new LentDoor(link.event(), link.id(), title, DoorLinkPage.Times.of(link.day(), now), by);
        }

        @Override
        public String toString() {
            return "LentDoor[" + event + "]";
        }
    }

    /** One member of the team as the page shows it. */
    record Member(String id, String name, String email, Role role, String region, String regionId, String filledFrom) {

        static Member of(Organiser one, List<Region> regions) {
            return new Member(
                    one.id().value(),
                    one.name(),
                    one.email().value(),
                    one.role(),
                    one.owner() ? "" : nameOf(one.region(), regions),
                    one.region().value(),
                    filled(one.role(), one.region()));
        }

        private static String nameOf(RegionId region, List<Region> regions) {
            return regions.stream()
                    .filter(known -> known.region().equals(region))
                    .map(Region::name)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }
}
