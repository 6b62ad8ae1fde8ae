package org.natter.local.story;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The forms about one event are in the post: who fills in what, and all of them side by side. */
final class MorningAfter {

    private final Stage stage;
    private final Gathering gathering;
    private final Instant night;
    private final Map<Ticket, Sheet> sheets = new LinkedHashMap<>();
    private int toAskAgain;

    MorningAfter(Stage stage, Gathering gathering, Instant night) {
        this.stage = stage;
        this.gathering = gathering;
        this.night = night;
    }

    MorningAfter says(String name, Sheet sheet) {
        sheets.put(stage.ticket(name, gathering), sheet);
        return this;
    }

    /** Each of them says something by chance. */
    MorningAfter sayAnything(List<Ticket> writers) {
        writers.forEach(writer -> sheets.put(writer, stage.chance().sheet(writer, writers)));
        return this;
    }

    /** All sheets so far are filled in and sent; returns when the overview shows how many have answered in all. */
    void handIn(int answered) {
        Answering answering = stage.region().answering();
        toAskAgain += (int) stage
                .region()
                .crowd()
                .sideBySide(
                        List.copyOf(sheets.keySet()),
                        writer -> answering.answer(writer, Objects.requireNonNull(sheets.get(writer)), night))
                .stream()
                .filter(ticked -> ticked)
                .count();
        sheets.clear();
        stage.region().awaitOverview(gathering, "answered", answered);
    }

    /** How many have ticked somebody, and so will be asked in three months whether anything came of it. */
    int toAskAgain() {
        return toAskAgain;
    }
}
