package org.natter.local.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What somebody says on the feedback pages, with people by name; the steps as feedback-service reads them. */
final class FeedbackForm {

    /** The step that asks what sort of chat each was; there if anybody from the list is ticked. */
    static final int TALKS = 4;

    private static final String NOT_SAID = "NOT_SAID";

    private final int worthComing;
    private final int feltWelcome;
    private final List<String> newPeople = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, String> familiar = new LinkedHashMap<>();
    private final List<String> useful = new ArrayList<>();
    private final Map<String, String> introducedBy = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private String knownBefore = NOT_SAID;
    private String familiarFaces = NOT_SAID;
    private String came = NOT_SAID;

    private FeedbackForm(int worthComing, int feltWelcome) {
        this.worthComing = worthComing;
        this.feltWelcome = feltWelcome;
    }

    static FeedbackForm says(int worthComing, int feltWelcome) {
        return new FeedbackForm(worthComing, feltWelcome);
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
        List.of(names).forEach(name -> familiar.put(name, "BIT"));
        return this;
    }

    FeedbackForm knewWell(String... names) {
        List.of(names).forEach(name -> familiar.put(name, "WELL"));
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

    FeedbackForm unnamed(String sector, int count) {
        others.put(sector, count);
        return this;
    }

    FeedbackForm knewBefore(String share) {
        knownBefore = share;
        return this;
    }

    FeedbackForm withFamiliarFaces(String share) {
        familiarFaces = share;
        return this;
    }

    FeedbackForm alone() {
        came = "ALONE";
        return this;
    }

    FeedbackForm withColleagues() {
        came = "WITH_COLLEAGUES";
        return this;
    }

    List<String> labels() {
        return List.copyOf(labels);
    }

    /** Whether nobody has to be looked up on the who-was-there list. */
    boolean namesNobody() {
        return newPeople.isEmpty() && familiar.isEmpty();
    }

    /**
     * The bodies of the steps that say anything, by number and in their order. Names that are not on the list were not
     * there to be ticked and are left out.
     */
    SortedMap<Integer, Map<String, Object>> steps(Map<String, String> attendanceByName, List<String> labelIds) {
        List<Map<String, Object>> met = new ArrayList<>();
        newPeople.forEach(name -> who(name, attendanceByName).ifPresent(who -> met.add(Map.of("who", who))));
        labelIds.forEach(id -> met.add(Map.of("who", Map.of("kind", "LABEL", "id", id))));
        List<Map<String, Object>> counted = new ArrayList<>();
        others.forEach((sector, count) -> counted.add(Map.of("sector", sector, "count", count)));
        List<Map<String, Object>> known = new ArrayList<>();
        familiar.forEach((name, before) ->
                who(name, attendanceByName).ifPresent(who -> known.add(Map.of("who", who, "before", before))));
        List<Map<String, Object>> talks = talks(attendanceByName);

        SortedMap<Integer, Map<String, Object>> steps = new TreeMap<>();
        steps.put(1, Map.of("worthComing", worthComing, "feltWelcome", feltWelcome));
        if (!met.isEmpty() || !counted.isEmpty()) {
            steps.put(2, Map.of("met", met, "others", counted));
        }
        if (!known.isEmpty() || !knownBefore.equals(NOT_SAID)) {
            steps.put(3, Map.of("met", known, "knownBefore", knownBefore));
        }
        if (!talks.isEmpty()) {
            steps.put(TALKS, Map.of("talks", talks));
        }
        if (!familiarFaces.equals(NOT_SAID) || !came.equals(NOT_SAID)) {
            steps.put(5, Map.of("familiarFaces", familiarFaces, "came", came));
        }
        return steps;
    }

    private List<Map<String, Object>> talks(Map<String, String> attendanceByName) {
        List<String> everybody = new ArrayList<>(newPeople);
        everybody.addAll(familiar.keySet());
        List<Map<String, Object>> talks = new ArrayList<>();
        for (String name : everybody) {
            who(name, attendanceByName).ifPresent(who -> {
                Map<String, Object> talk = new LinkedHashMap<>();
                talk.put("who", who);
                talk.put("useful", useful.contains(name));
                talk.put("maybeNotRecognise", false);
                Optional.ofNullable(introducedBy.get(name))
                        .map(attendanceByName::get)
                        .ifPresent(by -> talk.put("introduced", Map.of("by", "ATTENDANCE", "id", by)));
                talk.put("askAgain", true);
                talks.add(talk);
            });
        }
        return talks;
    }

    private static Optional<Map<String, String>> who(String name, Map<String, String> attendanceByName) {
        return Optional.ofNullable(attendanceByName.get(name)).map(id -> Map.of("kind", "ATTENDANCE", "id", id));
    }
}
