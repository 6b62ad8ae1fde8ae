package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.Notebook.Added;
import org.natter.attendee.history.Notebook.Aim;
import org.natter.attendee.history.Notebook.OwnOutcome;
import org.natter.attendee.history.Notebook.Page;
import org.natter.attendee.history.Notebook.Sharing;
import org.natter.attendee.history.Notebook.Went;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PersonId;
import org.natter.ids.HexId;

/** What every place that keeps notebooks promises; each test is about an owner of its own. */
interface NotebooksContract {

    Notebooks notebooks();

    @Test
    default void aNotebookIsEmptyBeforeTheFirstWord() {
        var owner = owner();

        assertThat(notebooks().of(owner)).isEqualTo(Notebook.EMPTY);
        assertThat(notebooks().sharedBy(List.of(owner))).isEmpty();
    }

    @Test
    default void whatAPageDoesNotSayIsLeftAlone() {
        var owner = owner();
        var iona = acquaintance();
        notebooks().write(owner, iona, new Page("Buses.", true, null, null, null), Set.of());

        notebooks().write(owner, iona, new Page(null, null, true, null, true), Set.of());

        assertThat(notebooks().of(owner).allPages())
                .containsOnlyKeys(iona.value())
                .containsValue(new Page("Buses.", true, true, null, true));
    }

    @Test
    default void aNoteStandsOnceHoweverManyPagesThereAre() {
        var owner = owner();
        var first = acquaintance();
        var second = acquaintance();
        notebooks().write(owner, second, new Page("Buses.", null, null, null, null), Set.of());

        notebooks().write(owner, first, new Page("Crosswords.", true, null, null, null), Set.of(second));

        var kept = notebooks().of(owner);
        assertThat(kept.noteOn(Set.of(first, second))).isEqualTo("Crosswords.");
        assertThat(kept.allPages().get(second.value()).hasMetAgain()).isTrue();
    }

    @Test
    default void aNoteThatNobodyHasSeenIsNotWrittenOver() {
        var owner = owner();
        var iona = acquaintance();
        var later = new Page("Crosswords.", null, null, null, null);
        notebooks().write(owner, iona, new Page("Buses.", null, null, null, null), Set.of(), "");

        assertThatThrownBy(() -> notebooks().write(owner, iona, later, Set.of(), "Trains."))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(notebooks().of(owner).noteOf(iona)).isEqualTo("Buses.");

        notebooks().write(owner, iona, later, Set.of(), "Buses.");
        notebooks().write(owner, iona, later, Set.of(), "Buses.");
        assertThat(notebooks().of(owner).noteOf(iona)).isEqualTo("Crosswords.");
    }

    @Test
    default void whoeverIsRemovedIsToldToHistoriesOfOthersUnderEachOfTheirNames() {
        var owner = owner();
        var label = acquaintance();
        var really = acquaintance();
        var added = acquaintance();
        notebooks().join(owner, label, really);
        notebooks().add(owner, added, elsewhere(label));
        notebooks().write(owner, added, new Page("Not theirs.", null, null, null, true), Set.of());

        assertThat(notebooks().sharedBy(List.of(owner, owner())))
                .containsOnlyKeys(owner)
                .extractingByKey(owner)
                .isEqualTo(new Notebook.Shared(Sharing.NOT_SAID, Set.of(added.value(), label.value(), really.value())));
    }

    @Test
    default void whoWasMetNowhereElseGoesForGoodWithWhatCameOfIt() {
        var owner = owner();
        var added = acquaintance();
        var other = acquaintance();
        var outcome = new OutcomeId(HexId.random());
        notebooks().add(owner, added, elsewhere(null));
        notebooks().write(owner, added, new Page("Buses.", null, null, null, null), Set.of());
        notebooks().write(owner, other, new Page("Trains.", null, null, null, null), Set.of());
        notebooks().tell(owner, outcome, cameOf(added));

        notebooks().takeBack(owner, new TakenBack(Set.of(added), Set.of(added)));
        notebooks().takeBack(owner, new TakenBack(Set.of(added), Set.of(added)));

        var kept = notebooks().of(owner);
        assertThat(kept.allAdded()).isEmpty();
        assertThat(kept.allPages()).containsOnlyKeys(other.value());
        assertThat(kept.allOutcomes()).isEmpty();
    }

    @Test
    default void ofWhoWasMetElsewhereTooTheMeetingAloneGoes() {
        var owner = owner();
        var iona = acquaintance();
        var added = acquaintance();
        notebooks().add(owner, added, elsewhere(iona));
        notebooks().write(owner, added, new Page("Buses.", null, null, null, null), Set.of());

        notebooks().takeBack(owner, new TakenBack(Set.of(added), Set.of()));

        var kept = notebooks().of(owner);
        assertThat(kept.allAdded()).containsValue(new Added(null, null, null, iona, null, false, Talk.CHAT));
        assertThat(kept.noteOf(added)).isEqualTo("Buses.");
    }

    @Test
    default void whatCameOfItIsKeptUntilItIsTakenBack() {
        var owner = owner();
        var outcome = new OutcomeId(HexId.random());
        var told = cameOf(acquaintance());
        notebooks().tell(owner, outcome, told);
        assertThat(notebooks().of(owner).allOutcomes()).containsEntry(outcome.value(), told);

        notebooks().forget(owner, outcome);
        notebooks().forget(owner, outcome);

        assertThat(notebooks().of(owner).allOutcomes()).isEmpty();
    }

    @Test
    default void anAimThatNobodyHasSeenIsNotWrittenOver() {
        var owner = owner();
        var event = new EventId(HexId.random());
        var none = new Aim("", null);
        var asked = new Aim("Ask one question.", null);
        var done = new Aim("Ask one question.", Went.DID_IT);
        notebooks().aim(owner, event, asked, none);

        assertThatThrownBy(() -> notebooks().aim(owner, event, new Aim("Talk.", null), none))
                .isInstanceOf(ChangedMeanwhile.class);
        notebooks().aim(owner, event, asked, none);
        notebooks().aim(owner, event, done, asked);
        assertThat(notebooks().of(owner).aimAt(event)).contains(done);

        notebooks().aim(owner, event, none);
        assertThat(notebooks().of(owner).aimAt(event)).map(Aim::words).contains("");
    }

    @Test
    default void whatIsSharedIsNotWrittenOverUnseen() {
        var owner = owner();
        var coming = new Sharing(true, false, true);
        notebooks().share(owner, coming, Sharing.NOT_SAID);

        assertThatThrownBy(() -> notebooks().share(owner, new Sharing(false, true, false), Sharing.NOT_SAID))
                .isInstanceOf(ChangedMeanwhile.class);
        notebooks().share(owner, coming, Sharing.NOT_SAID);
        assertThat(notebooks().of(owner).shares()).isEqualTo(coming);

        notebooks().share(owner, new Sharing(false, true, false));
        assertThat(notebooks().sharedBy(List.of(owner)).get(owner).sharing())
                .isEqualTo(new Sharing(false, true, false));
    }

    @Test
    default void moreThanAnybodyWouldWriteIsNotTaken() {
        var owner = owner();
        var first = new OutcomeId(HexId.random());
        notebooks().tell(owner, first, cameOf(acquaintance()));
        for (var number = 1; number < Notebooks.MOST_OUTCOMES; number++) {
            assertThat(notebooks().tell(owner, new OutcomeId(HexId.random()), cameOf(acquaintance())))
                    .isTrue();
        }

        assertThat(notebooks().tell(owner, new OutcomeId(HexId.random()), cameOf(acquaintance())))
                .isFalse();
        assertThat(notebooks().tell(owner, first, cameOf(acquaintance())))
                .as("the same once more")
                .isTrue();
        assertThat(notebooks().of(owner).allOutcomes()).hasSize(Notebooks.MOST_OUTCOMES);
    }

    private static Added elsewhere(@Nullable AcquaintanceId person) {
        return new Added(null, "Course in Leeds", "2026-05-20", person, null, false, Talk.CHAT);
    }

    private static OwnOutcome cameOf(AcquaintanceId person) {
        return new OwnOutcome(Kind.ADVICE, Direction.RECEIVED, 2026, 5, person, "");
    }

    private static PersonId owner() {
        return new PersonId(HexId.random());
    }

    private static AcquaintanceId acquaintance() {
        return new AcquaintanceId(HexId.random());
    }
}
