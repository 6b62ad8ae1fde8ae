package org.natter.feedback.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Again;
import org.natter.feedback.measure.Crowd;
import org.natter.feedback.measure.Pull;
import org.natter.feedback.measure.Voice;

/** Rooms of the measures as what was told of them. */
final class Evidences {

    static final EventId EVENT = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    static final Instant AT = Instant.parse("2026-11-05T10:00:00Z");

    private Evidences() {}

    /** A room, its answers rated by the first so many of these lists of how many chose 1 to 5. */
    static Evidence of(Crowd crowd, List<Integer> worth, List<Integer> welcome) {
        var worthComing = spread(worth);
        var feltWelcome = spread(welcome);
        var guests = new HashMap<AttendanceId, GuestTold>();
        var here = new HashSet<AttendanceId>();
        crowd.guests().forEach(guest -> {
            here.add(guest.attendance());
            guests.put(guest.attendance(), new GuestTold(guest.attendance(), EVENT, guest.sector(), guest.newcomer()));
        });
        var answers = new HashMap<AttendanceId, AnswerTold>();
        for (var voice : crowd.voices()) {
            var number = answers.size();
            answers.put(voice.writer(), answer(voice, worthComing.get(number), feltWelcome.get(number)));
        }
        return new Evidence(EVENT, guests, Map.of(), here, answers, List.of());
    }

    /** The same, counted across events: these pairs knew each other, and of 24 that had met earlier nine talked again. */
    static Evidence counted(Evidence evidence, Pull pull) {
        return evidence.withCounts(new CountsTold(EVENT, List.of(pull), List.of(new Again(24, 9, 12, 18))));
    }

    static AnswerTold answer(Voice voice, int worthComing, int feltWelcome) {
        return new AnswerTold(
                voice.writer(),
                EVENT,
                AT,
                worthComing,
                feltWelcome,
                voice.named().stream()
                        .map(mention ->
                                met(mention.other(), mention.known() ? AnswerTold.Before.BIT : AnswerTold.Before.NEW))
                        .toList(),
                List.of(new Others(Sector.NOT_SAID, voice.unnamed())),
                FamiliarFaces.ABOUT_HALF);
    }

    static AnswerTold.Met met(AttendanceId other, AnswerTold.Before before) {
        return new AnswerTold.Met(Who.attendance(other), before, AnswerTold.Talk.CHAT, true, false);
    }

    private static List<Integer> spread(List<Integer> counts) {
        var said = new ArrayList<Integer>();
        for (var box = 1; box <= counts.size(); box++) {
            for (var one = 0; one < counts.get(box - 1); one++) {
                said.add(box);
            }
        }
        return said;
    }
}
