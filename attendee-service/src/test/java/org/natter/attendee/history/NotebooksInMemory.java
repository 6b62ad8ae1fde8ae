package org.natter.attendee.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PersonId;

/** Notebooks in memory; passes {@link NotebooksContract} like the stored ones. */
final class NotebooksInMemory implements Notebooks {

    private static final Notebook.Page BLANK = new Notebook.Page(null, null, null, null, null);
    private static final Notebook.Aim NO_AIM = new Notebook.Aim("", null);

    private final Map<PersonId, Notebook> all = new HashMap<>();

    @Override
    public Notebook of(PersonId owner) {
        return all.getOrDefault(owner, Notebook.EMPTY);
    }

    @Override
    public Map<PersonId, Notebook.Shared> sharedBy(Collection<PersonId> owners) {
        var shared = new HashMap<PersonId, Notebook.Shared>();
        owners.stream()
                .filter(all::containsKey)
                .forEach(owner -> shared.put(owner, of(owner).shared()));
        return shared;
    }

    @Override
    public boolean write(PersonId owner, AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside) {
        var pages = new LinkedHashMap<>(of(owner).allPages());
        if (!fits(pages, about.value(), MOST)) {
            return false;
        }
        pages.merge(about.value(), page, NotebooksInMemory::over);
        var elsewhere = new Notebook.Page(
                page.note() == null ? null : "", page.metAgain(), page.keptInTouch(), null, page.removed());
        beside.forEach(other -> pages.merge(other.value(), elsewhere, NotebooksInMemory::over));
        keepPages(owner, pages);
        return true;
    }

    @Override
    public boolean write(
            PersonId owner, AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside, String insteadOf) {
        var pages = new HashSet<>(beside);
        pages.add(about);
        var now = of(owner).noteOn(pages);
        if (!now.equals(insteadOf) && !now.equals(page.note())) {
            throw ChangedMeanwhile.at(owner);
        }
        return write(owner, about, page, beside);
    }

    /** What the newer one says, and else what stood there. */
    private static Notebook.Page over(Notebook.Page before, Notebook.Page newer) {
        return new Notebook.Page(
                newer.note() == null ? before.note() : newer.note(),
                newer.metAgain() == null ? before.metAgain() : newer.metAgain(),
                newer.keptInTouch() == null ? before.keptInTouch() : newer.keptInTouch(),
                before.sameAs(),
                newer.removed() == null ? before.removed() : newer.removed());
    }

    @Override
    public boolean join(PersonId owner, AcquaintanceId label, AcquaintanceId really) {
        var pages = new LinkedHashMap<>(of(owner).allPages());
        if (!fits(pages, label.value(), MOST)) {
            return false;
        }
        var before = pages.getOrDefault(label.value(), BLANK);
        pages.put(
                label.value(),
                new Notebook.Page(before.note(), before.metAgain(), before.keptInTouch(), really, before.removed()));
        keepPages(owner, pages);
        return true;
    }

    @Override
    public boolean add(PersonId owner, AcquaintanceId id, Notebook.Added added) {
        var everybody = new LinkedHashMap<>(of(owner).allAdded());
        if (!fits(everybody, id.value(), MOST)) {
            return false;
        }
        everybody.put(id.value(), added);
        keepAdded(owner, everybody);
        return true;
    }

    @Override
    public void takeBack(PersonId owner, TakenBack taken) {
        var added = new LinkedHashMap<>(of(owner).allAdded());
        if (taken.going().isEmpty()) {
            taken.meetings()
                    .forEach(meeting -> added.computeIfPresent(
                            meeting.value(),
                            (id, one) -> new Notebook.Added(
                                    null, null, null, one.person(), one.words(), one.known(), one.talk())));
        }
        var pages = new LinkedHashMap<>(of(owner).allPages());
        var outcomes = new LinkedHashMap<>(of(owner).allOutcomes());
        outcomes.keySet().removeAll(of(owner).outcomesOf(taken.going()));
        taken.going().forEach(one -> {
            added.remove(one.value());
            pages.remove(one.value());
        });
        if (all.containsKey(owner)) {
            keepAdded(owner, added);
            keepPages(owner, pages);
            keepOutcomes(owner, outcomes);
        }
    }

    @Override
    public boolean tell(PersonId owner, OutcomeId id, Notebook.OwnOutcome outcome) {
        var outcomes = new LinkedHashMap<>(of(owner).allOutcomes());
        if (!fits(outcomes, id.value(), MOST_OUTCOMES)) {
            return false;
        }
        outcomes.put(id.value(), outcome);
        keepOutcomes(owner, outcomes);
        return true;
    }

    @Override
    public void forget(PersonId owner, OutcomeId id) {
        var outcomes = new LinkedHashMap<>(of(owner).allOutcomes());
        if (outcomes.remove(id.value()) != null) {
            keepOutcomes(owner, outcomes);
        }
    }

    @Override
    public void aim(PersonId owner, EventId event, Notebook.Aim aim) {
        var found = of(owner);
        var aims = new LinkedHashMap<String, Notebook.Aim>();
        Optional.ofNullable(found.aims()).ifPresent(aims::putAll);
        aims.put(event.value(), aim);
        all.put(owner, new Notebook(found.pages(), found.added(), found.outcomes(), aims, found.sharing()));
    }

    @Override
    public void aim(PersonId owner, EventId event, Notebook.Aim aim, Notebook.Aim insteadOf) {
        var now = of(owner).aimAt(event).orElse(NO_AIM);
        if (!now.equals(insteadOf) && !now.equals(aim)) {
            throw ChangedMeanwhile.at(owner);
        }
        aim(owner, event, aim);
    }

    @Override
    public void share(PersonId owner, Notebook.Sharing sharing) {
        keep(owner, of(owner).pages(), of(owner).added(), of(owner).outcomes(), sharing);
    }

    @Override
    public void share(PersonId owner, Notebook.Sharing sharing, Notebook.Sharing insteadOf) {
        var now = of(owner).shares();
        if (!now.isLike(insteadOf) && !now.isLike(sharing)) {
            throw ChangedMeanwhile.at(owner);
        }
        share(owner, sharing);
    }

    private static boolean fits(Map<String, ?> kept, String key, int most) {
        return kept.containsKey(key) || kept.size() < most;
    }

    private void keepPages(PersonId owner, Map<String, Notebook.Page> pages) {
        keep(owner, pages, of(owner).added(), of(owner).outcomes(), of(owner).sharing());
    }

    private void keepAdded(PersonId owner, Map<String, Notebook.Added> added) {
        keep(owner, of(owner).pages(), added, of(owner).outcomes(), of(owner).sharing());
    }

    private void keepOutcomes(PersonId owner, Map<String, Notebook.OwnOutcome> outcomes) {
        keep(owner, of(owner).pages(), of(owner).added(), outcomes, of(owner).sharing());
    }

    private void keep(
            PersonId owner,
            @Nullable Map<String, Notebook.Page> pages,
            @Nullable Map<String, Notebook.Added> added,
            @Nullable Map<String, Notebook.OwnOutcome> outcomes,
            Notebook.@Nullable Sharing sharing) {
        all.put(owner, new Notebook(pages, added, outcomes, of(owner).aims(), sharing));
    }
}
