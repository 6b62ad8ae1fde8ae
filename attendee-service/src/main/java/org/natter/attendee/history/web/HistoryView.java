package org.natter.attendee.history.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.History;
import org.natter.attendee.history.KnowAgain;
import org.natter.attendee.history.Room;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** A history as JSON. Figures are unrounded; undefined ones are null. */
record HistoryView(
        List<EveningView> events,
        List<History.Acquaintance> people,
        TotalsView totals,
        List<History.WhatCameOfIt> outcomes) {

    static HistoryView of(History history) {
        return new HistoryView(
                history.events().stream().map(EveningView::of).toList(),
                history.people(),
                new TotalsView(
                        history.totals().people(),
                        history.totals().beyondFirstChat(),
                        history.totals().sentence(),
                        history.chats().began(),
                        history.chats().outcomes(),
                        history.chats().sentence().orElse(null)),
                history.outcomes());
    }

    record TotalsView(
            int people,
            int beyondFirstChat,
            String sentence,
            int beganAsChat,
            int outcomes,
            @Nullable String chatSentence) {}

    record EveningView(
            EventId event,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String zone,
            @Nullable String venueName,
            boolean calledOff,
            AttendanceId attendance,
            boolean answered,
            List<History.Met> people,
            int others,
            @Nullable MeasuresView measures) {

        static EveningView of(History.Evening evening) {
            Room.Facts facts = evening.facts().orElse(null);
            return new EveningView(
                    evening.event(),
                    facts == null ? null : facts.title(),
                    facts == null ? null : facts.startsAt(),
                    facts == null ? null : facts.endsAt(),
                    facts == null ? null : facts.zone(),
                    facts == null ? null : facts.venueName(),
                    facts != null && facts.off(),
                    evening.attendance(),
                    evening.answered(),
                    evening.people(),
                    evening.others(),
                    evening.measures().map(MeasuresView::of).orElse(null));
        }
    }

    record MeasuresView(
            int spokeTo,
            @JsonProperty("new") int newPeople,
            int known,
            int inTheRoom,
            int knownThere,
            @Nullable Double share,
            @Nullable Double roomShareNew,
            @Nullable Double lift,
            @Nullable Double x,
            @Nullable Double xNamed,
            @Nullable Double xStar,
            int kinds,
            @Nullable Integer knowAgain,
            @Nullable Integer knowAgainPerhaps,
            List<String> sentences) {

        static MeasuresView of(History.Measures measures) {
            return new MeasuresView(
                    measures.spokenTo().people(),
                    measures.spokenTo().newPeople(),
                    measures.spokenTo().known(),
                    measures.inTheRoom(),
                    measures.knownThere(),
                    orNull(measures.newFaces().share()),
                    orNull(measures.newFaces().roomShareNew()),
                    orNull(measures.newFaces().lift()),
                    orNull(measures.sectorMix().elsewhere()),
                    orNull(measures.sectorMix().elsewhereNamed()),
                    orNull(measures.sectorMix().room()),
                    measures.kinds().sectors(),
                    measures.knowAgain().map(KnowAgain::surely).orElse(null),
                    measures.knowAgain().map(KnowAgain::perhaps).orElse(null),
                    measures.sentences());
        }

        private static @Nullable Double orNull(OptionalDouble figure) {
            return figure.isPresent() ? figure.getAsDouble() : null;
        }
    }
}
