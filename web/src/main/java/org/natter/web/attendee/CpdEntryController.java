package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.natter.web.attendee.CpdPages.EntryPage;
import org.natter.web.attendee.CpdPages.Typed;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormState;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Caller;
import org.natter.web.services.CpdApi;
import org.natter.web.services.CpdApi.Entry;
import org.natter.web.services.CpdApi.Helps;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.NotThere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody writes into their own CPD record; for the signed-in person alone. */
@Controller
class CpdEntryController {

    /** Fields of the service by those of the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "reflection.heading", "heading",
            "reflection.happened", "happened",
            "reflection.soWhat", "soWhat",
            "reflection.nowWhat", "nowWhat");

    private final CpdApi records;

    CpdEntryController(CpdApi records) {
        this.records = records;
    }

    /** An entry of one's own, about no event of the network's. */
    @GetMapping("/history/cpd/add")
    String add(HttpServletRequest request, Model model) {
        model.addAttribute("adding", true);
        return HistoryController.signedIn(
                request, caller -> show(FormId.fresh(), true, Optional.empty(), Typed.NOTHING, FormState.FRESH, model));
    }

    @PostMapping("/history/cpd/add")
    String keepAdded(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("adding", true);
        return HistoryController.signedIn(
                request, caller -> keepOwn(caller, form.formId("form"), form, response, model));
    }

    @GetMapping("/history/cpd/entries/{entry}/edit")
    String edit(@PathVariable FormId entry, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(request, caller -> {
            var found = find(caller, entry).orElseThrow(NotThere::here);
            return show(entry, found.own(), Optional.of(found), Typed.of(found), FormState.FRESH, model);
        });
    }

    /** Whatever was removed elsewhere meanwhile, what is typed here stays: an entry of one's own is made anew by it. */
    @PostMapping("/history/cpd/entries/{entry}/edit")
    String keep(
            @PathVariable FormId entry,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return HistoryController.signedIn(
                request,
                caller -> form.has("title")
                        ? keepOwn(caller, entry, form, response, model)
                        : keepEvent(caller, entry, form, response, model));
    }

    private String keepOwn(Caller caller, FormId entry, SubmittedForm form, HttpServletResponse response, Model model) {
        var wish = CpdPages.ownWish(form);
        return keep(caller, entry, true, form, () -> records.keep(caller, entry, wish), response, model);
    }

    private String keepEvent(
            Caller caller, FormId entry, SubmittedForm form, HttpServletResponse response, Model model) {
        var event = new EventId(entry.value());
        var wish = CpdPages.eventWish(form);
        return keep(caller, entry, false, form, () -> records.keep(caller, event, wish), response, model);
    }

    private String keep(
            Caller caller,
            FormId entry,
            boolean own,
            SubmittedForm form,
            Runnable keeping,
            HttpServletResponse response,
            Model model) {
        return FormState.send(
                response,
                FIELDS,
                () -> {
                    if (FilledFrom.isKept(keeping)) {
                        return "redirect:/history/cpd#e-" + entry;
                    }
                    var now = find(caller, entry);
                    model.addAttribute("older", true);
                    return show(entry, own, now, Typed.of(form).insteadOf(now), FormState.older(response), model);
                },
                state -> {
                    model.addAttribute("takesHours", form.has("hours"));
                    return show(entry, own, known(state, caller, entry), Typed.of(form), state, model);
                });
    }

    /** What stands there by now; of a service that sleeps it is not asked a second time. */
    private Optional<Entry> known(FormState state, Caller caller, FormId entry) {
        return state.asleep() == null ? find(caller, entry) : Optional.empty();
    }

    /** @param found absent for one of one's own that is not kept yet, or not any more */
    private static String show(
            FormId entry, boolean own, Optional<Entry> found, Typed typed, FormState state, Model model) {
        model.addAttribute("id", entry);
        model.addAttribute("page", found.map(EntryPage::of).orElse(null));
        found.ifPresent(now -> model.addAttribute("takesHours", now.takesHours()));
        model.addAttribute("own", own);
        model.addAttribute("typed", typed);
        model.addAttribute("helps", Option.of("attendee.cpd.helps.", Helps.class));
        model.addAttribute("state", state);
        return "web/attendee/cpd-edit";
    }

    @GetMapping("/history/cpd/entries/{entry}/remove")
    String ask(@PathVariable FormId entry, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(
                request,
                caller -> showRemove(
                        entry, Optional.of(find(caller, entry).orElseThrow(NotThere::here)), FormState.FRESH, model));
    }

    /** A second press finds nothing, and that is what it wanted. */
    @PostMapping("/history/cpd/entries/{entry}/remove")
    String remove(@PathVariable FormId entry, HttpServletRequest request, HttpServletResponse response, Model model) {
        return HistoryController.signedIn(
                request,
                caller -> FormState.send(
                        response,
                        Map.of(),
                        () -> {
                            var own = find(caller, entry).map(Entry::own).orElse(true);
                            records.remove(caller, entry);
                            return "redirect:/history/cpd?removed=" + (own ? "entry" : "words");
                        },
                        state -> showRemove(entry, known(state, caller, entry), state, model)));
    }

    private static String showRemove(FormId entry, Optional<Entry> found, FormState state, Model model) {
        model.addAttribute("id", entry);
        model.addAttribute("page", found.map(EntryPage::of).orElse(null));
        model.addAttribute("state", state);
        return "web/attendee/cpd-remove";
    }

    private Optional<Entry> find(Caller caller, FormId entry) {
        return CpdRecordController.find(records, caller, entry);
    }
}
