package org.natter.feedback.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.UnknownEvent;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.report.EventReport;
import org.natter.feedback.report.ReadingReports;
import org.natter.feedback.report.ReadingReports.Look;
import org.natter.feedback.report.SeasonReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What organisers may know: how it was, who mixed, and whether chatting counts. Published once; never who said what. */
@RestController
class ReportController {

    private final ReadingReports reports;
    private final Clock clock;

    ReportController(ReadingReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * How far it has come, and once it is published how it was, what people wrote, why others could not come, and
     * what was said to the organisers' own questions.
     */
    record FeedbackResponse(
            ReadingReports.State state,
            int asked,
            int answered,
            Instant closesAt,
            Instant publishesAt,
            @Nullable Integer came,
            EventReport.@Nullable Feedback feedback,
            List<String> comments,
            List<EventReport.Reason> reasons,
            List<OwnTold> own) {

        @Override
        public String toString() {
            return "FeedbackResponse[*]";
        }
    }

    /** One of the organisers' own questions: how many picked something and what, where that can be told, or the words said. */
    record OwnTold(
            QuestionId question,
            OwnQuestion.Kind kind,
            String words,
            @Nullable Integer answered,
            List<EventReport.Line> lines,
            List<String> said) {

        static OwnTold of(ReadingReports.OwnAnswers own) {
            var told = own.told();
            return new OwnTold(told.question(), told.kind(), told.words(), told.answered(), told.lines(), own.said());
        }

        @Override
        public String toString() {
            return "OwnTold[*]";
        }
    }

    /** How far it has come, and once it is published who mixed with whom, as a whole. */
    record MixingResponse(
            ReadingReports.State state,
            int asked,
            int answered,
            Instant closesAt,
            Instant publishesAt,
            @Nullable Integer came,
            EventReport.@Nullable Conversations mixing) {}

    /** The years that were published, newest first; none while nobody can know. */
    record ChattingResponse(List<Season> seasons) {}

    /** One year: questions asked and answered, when it was settled, what can be said, and whether newcomers came again. */
    record Season(
            int year,
            int asked,
            int answered,
            Instant publishedAt,
            SeasonReport.@Nullable Sentence sentence,
            Told.@Nullable Band cameAgain) {

        static Season of(SeasonReport report) {
            return new Season(
                    report.year(),
                    report.asked(),
                    report.answered(),
                    report.at(),
                    report.sentence(),
                    report.cameAgain());
        }
    }

    /** Turnout until day 21, then the report for good. Comments come in no order, from five; reasons in groups of five. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "How an event was, once enough have answered and everybody has had a chance")
    @GetMapping("/events/{event}/feedback")
    FeedbackResponse feedback(@PathVariable EventId event, Caller caller) {
        var look = look(event, caller);
        var report = look.report();
        return new FeedbackResponse(
                look.state(),
                look.asked(),
                look.answered(),
                look.closesAt(),
                look.publishesAt(),
                report == null ? null : report.came(),
                report == null ? null : report.feedback(),
                reports.comments(look),
                report == null ? List.of() : report.reasons(),
                reports.own(look).stream().map(OwnTold::of).toList());
    }

    /** Turnout until day 21, then the report for good, from ten answers. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "How people of an event mixed, once enough have answered and everybody has had a chance")
    @GetMapping("/events/{event}/mixing")
    MixingResponse mixing(@PathVariable EventId event, Caller caller) {
        var look = look(event, caller);
        var report = look.report();
        return new MixingResponse(
                look.state(),
                look.asked(),
                look.answered(),
                look.closesAt(),
                look.publishesAt(),
                report == null ? null : report.came(),
                report == null ? null : report.mixing());
    }

    /** Each calendar year once its last follow-up has closed. A region that is not the caller's has none. */
    @Operation(summary = "Whether chatting counts, a region's years that can be told")
    @GetMapping("/regions/{region}/chatting")
    ChattingResponse chatting(@PathVariable RegionId region, Caller caller) {
        return new ChattingResponse(
                caller.runs(region.value())
                        ? reports.seasons(region).stream().map(Season::of).toList()
                        : List.of());
    }

    private Look look(EventId event, Caller caller) {
        return reports.look(event, region -> caller.runs(region.value()), clock.instant());
    }
}
