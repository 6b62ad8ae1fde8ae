package org.natter.local.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.AnythingElse;
import org.natter.web.services.FeedbackApi.Came;
import org.natter.web.services.FeedbackApi.Chat;
import org.natter.web.services.FeedbackApi.Chats;
import org.natter.web.services.FeedbackApi.Chosen;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.FamiliarPeople;
import org.natter.web.services.FeedbackApi.FamiliarPerson;
import org.natter.web.services.FeedbackApi.HowWasIt;
import org.natter.web.services.FeedbackApi.HowWell;
import org.natter.web.services.FeedbackApi.IntroducedBy;
import org.natter.web.services.FeedbackApi.Introduction;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.NewPeople;
import org.natter.web.services.FeedbackApi.NewPerson;
import org.natter.web.services.FeedbackApi.Others;
import org.natter.web.services.FeedbackApi.Pick;
import org.natter.web.services.LabelId;
import org.natter.web.services.QuestionId;
import org.natter.web.services.Sector;
import org.natter.web.services.Who;

/** What somebody says on the feedback pages, with people by name. */
final class FeedbackForm {

    private final HowWasIt howWasIt;
    private final List<String> newPeople = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, HowWell> familiar = new LinkedHashMap<>();
    private final List<String> useful = new ArrayList<>();
    private final Map<String, String> introducedBy = new LinkedHashMap<>();
    private final List<Others> others = new ArrayList<>();
    private final List<Chosen> picked = new ArrayList<>();
    private final Map<QuestionId, String> ownWords = new LinkedHashMap<>();
    private KnownBefore knownBefore = KnownBefore.NOT_SAID;
    private FamiliarFaces familiarFaces = FamiliarFaces.NOT_SAID;
    private Came came = Came.NOT_SAID;

    private FeedbackForm(HowWasIt howWasIt) {
        this.howWasIt = howWasIt;
    }

    static FeedbackForm says(int worthComing, int feltWelcome) {
        return new FeedbackForm(new HowWasIt(worthComing, feltWelcome));
    }

    FeedbackForm newly(String... names) {
        newPeople.addAll(List.of(names));
        return this;
    }

    FeedbackForm somebody(String label) {
        labels.add(label);
        return this;
    }

    FeedbackForm knewABit(String... names) {
        List.of(names).forEach(name -> familiar.put(name, HowWell.BIT));
        return this;
    }

    FeedbackForm knewWell(String... names) {
        List.of(names).forEach(name -> familiar.put(name, HowWell.WELL));
        return this;
    }

    FeedbackForm usefulWith(String... names) {
        useful.addAll(List.of(names));
        return this;
    }

    FeedbackForm introduced(String by, String to) {
        introducedBy.put(to, by);
        return this;
    }

    FeedbackForm unnamed(Sector sector, int count) {
        others.add(new Others(sector, count));
        return this;
    }

    FeedbackForm knewBefore(KnownBefore share) {
        knownBefore = share;
        return this;
    }

    FeedbackForm withFamiliarFaces(FamiliarFaces share) {
        familiarFaces = share;
        return this;
    }

    FeedbackForm alone() {
        came = Came.ALONE;
        return this;
    }

    FeedbackForm withColleagues() {
        came = Came.WITH_COLLEAGUES;
        return this;
    }

    /** One line of a list of the organisers' own, or a mark for a talk. */
    FeedbackForm picks(QuestionId question, Pick pick) {
        picked.add(new Chosen(question, pick));
        return this;
    }

    /** A few words to a question of the organisers' own, or to whoever gave a talk. */
    FeedbackForm writes(QuestionId question, String words) {
        ownWords.put(question, words);
        return this;
    }

    Map<QuestionId, String> ownWords() {
        return Collections.unmodifiableMap(ownWords);
    }

    List<String> labels() {
        return List.copyOf(labels);
    }

    /** Whether nobody has to be looked up on the who-was-there list. */
    boolean namesNobody() {
        return newPeople.isEmpty() && familiar.isEmpty();
    }

    /** The five pages as they are sent; one that says nothing is left out. */
    record FilledIn(
            HowWasIt howWasIt,
            Optional<NewPeople> newPeople,
            Optional<FamiliarPeople> familiarPeople,
            Optional<Chats> talks,
            Optional<AnythingElse> anythingElse) {

        /** Whether there is somebody in it about whom the writer will be asked again. */
        boolean namesSomebody() {
            return talks.isPresent()
                    || newPeople.filter(page -> !page.met().isEmpty()).isPresent();
        }

        /** The first person on the list with whom it was just a chat, or something useful came up; empty for none. */
        Optional<AttendanceId> firstTalk(boolean useful) {
            return talks.stream()
                    .flatMap(page -> page.talks().stream())
                    .filter(chat -> chat.useful() == useful)
                    .map(chat -> new AttendanceId(chat.who().id()))
                    .findFirst();
        }

        void saveAt(FeedbackApi feedback, AnswerPass pass) {
            var writer = pass.caller();
            feedback.save(writer, pass.attendance(), howWasIt);
            newPeople.ifPresent(page -> feedback.save(writer, pass.attendance(), page));
            familiarPeople.ifPresent(page -> feedback.save(writer, pass.attendance(), page));
            talks.ifPresent(page -> feedback.save(writer, pass.attendance(), page));
            anythingElse.ifPresent(page -> feedback.save(writer, pass.attendance(), page));
        }
    }

    /** Names that are not on the list were not there to be ticked and are left out. */
    FilledIn filledIn(Map<String, AttendanceId> roster, List<LabelId> labelIds) {
        var met = new ArrayList<NewPerson>();
        var known = new ArrayList<FamiliarPerson>();
        var talks = new ArrayList<Chat>();
        newPeople.forEach(name -> who(name, roster).ifPresent(who -> {
            met.add(new NewPerson(who));
            talks.add(chat(name, who, roster));
        }));
        labelIds.forEach(label -> met.add(new NewPerson(Who.labelled(label))));
        familiar.forEach((name, howWell) -> who(name, roster).ifPresent(who -> {
            known.add(new FamiliarPerson(who, howWell));
            talks.add(chat(name, who, roster));
        }));
        return new FilledIn(
                howWasIt,
                said(!met.isEmpty() || !others.isEmpty(), new NewPeople(met, List.copyOf(others))),
                said(!known.isEmpty() || knownBefore != KnownBefore.NOT_SAID, new FamiliarPeople(known, knownBefore)),
                said(!talks.isEmpty(), new Chats(talks)),
                said(
                        familiarFaces != FamiliarFaces.NOT_SAID || came != Came.NOT_SAID || !picked.isEmpty(),
                        new AnythingElse(familiarFaces, came, picked)));
    }

    private Chat chat(String name, Who who, Map<String, AttendanceId> roster) {
        var introduction = Optional.ofNullable(introducedBy.get(name))
                .map(roster::get)
                .map(by -> new Introduction(IntroducedBy.ATTENDANCE, by.value()))
                .orElseGet(() -> new Introduction(IntroducedBy.NOT_SAID, ""));
        return new Chat(who, useful.contains(name), false, introduction, true);
    }

    private static <T> Optional<T> said(boolean anything, T page) {
        return anything ? Optional.of(page) : Optional.empty();
    }

    private static Optional<Who> who(String name, Map<String, AttendanceId> roster) {
        return Optional.ofNullable(roster.get(name)).map(Who::attending);
    }
}
