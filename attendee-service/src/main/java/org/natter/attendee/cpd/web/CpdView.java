package org.natter.attendee.cpd.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.cpd.CpdPage;
import org.natter.attendee.cpd.CpdPage.Line;
import org.natter.attendee.cpd.EntryId;
import org.natter.attendee.cpd.LearningTime;
import org.natter.attendee.cpd.Reflection;

/**
 * A CPD record as its owner's page shows it, its figures in sentences.
 *
 * @param entries in the dates asked for, newest first
 * @param dates which these are
 * @param counts what is more than nothing, one line each
 * @param how how hours and names come to stand here
 */
record CpdView(
        List<EntryView> entries,
        String dates,
        String lastTwelveMonths,
        String inTheseDates,
        List<String> counts,
        List<String> how) {

    static CpdView of(CpdPage page, String dates, boolean names, CpdWords words) {
        return new CpdView(
                page.lines().stream()
                        .map(line -> EntryView.of(line, names, words))
                        .toList(),
                dates,
                words.lastTwelveMonths(page),
                words.inTheseDates(page),
                words.counts(page),
                words.how());
    }

    @Override
    public String toString() {
        return "CpdView[…]";
    }

    /**
     * One entry.
     *
     * @param own whether it is one of the owner's own, about no event of the network's
     * @param until its last day; the same as the first unless it went on over several
     * @param hours as they count, in quarters, such as 2.25
     * @param ownHours those the owner put in; absent as long as what is suggested stands
     * @param takesHours whether the owner may put in any
     * @param suggested hours the event itself suggests
     * @param suggestion what the event itself says of its hours
     * @param version of what the owner wrote; 0 before the first word
     * @param people whom they talked with
     */
    record EntryView(
            EntryId id,
            boolean own,
            String title,
            LocalDate on,
            LocalDate until,
            String hours,
            @Nullable String ownHours,
            boolean takesHours,
            String because,
            String suggested,
            String suggestion,
            int version,
            Reflection reflection,
            List<String> people,
            List<String> counts) {

        private static EntryView of(Line line, boolean names, CpdWords words) {
            var said = line.written().quarters();
            return new EntryView(
                    line.id(),
                    line.event().isEmpty(),
                    line.title(),
                    line.on(),
                    line.until(),
                    LearningTime.hours(line.quarters()),
                    said == null ? null : LearningTime.hours(said),
                    line.hasHours(),
                    words.because(line),
                    LearningTime.hours(line.suggested()),
                    words.suggestion(line),
                    line.written().version(),
                    line.written().reflection(),
                    words.people(line.people(), names),
                    words.counts(line.grid()));
        }

        @Override
        public String toString() {
            return "EntryView[" + id + "]";
        }
    }
}
