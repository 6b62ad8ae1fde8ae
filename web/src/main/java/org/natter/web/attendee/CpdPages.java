package org.natter.web.attendee;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.CpdApi.CpdRecord;
import org.natter.web.services.CpdApi.Entry;
import org.natter.web.services.CpdApi.EventWish;
import org.natter.web.services.CpdApi.Helps;
import org.natter.web.services.CpdApi.OwnWish;
import org.natter.web.services.CpdApi.Reflection;
import org.springframework.web.util.UriComponentsBuilder;

/** What the pages of one's CPD record show beside what attendee-service tells. */
final class CpdPages {

    /** As many words as are plenty; a guide, nothing is refused for them. */
    private static final int PLENTY = 250;

    private CpdPages() {}

    /** Which part of a record is asked for; what cannot be read as a day is any. */
    record Asked(@Nullable LocalDate from, @Nullable LocalDate to, boolean names) {

        static Asked of(SubmittedForm asked) {
            return new Asked(day(asked.text("from")), day(asked.text("to")), asked.isTicked("names"));
        }

        public @Nullable String first() {
            return from == null ? null : from.toString();
        }

        public @Nullable String last() {
            return to == null ? null : to.toString();
        }

        public boolean isPart() {
            return from != null || to != null;
        }

        /** The same part on this page. */
        public String at(String page) {
            return UriComponentsBuilder.fromPath(page)
                    .queryParamIfPresent("from", Optional.ofNullable(from))
                    .queryParamIfPresent("to", Optional.ofNullable(to))
                    .queryParamIfPresent("names", names ? Optional.of("yes") : Optional.empty())
                    .build()
                    .toUriString();
        }

        /** The same part of the record, which says there that the PDF did not work. */
        String withoutAPdf() {
            return UriComponentsBuilder.fromUriString(at("/history/cpd"))
                    .queryParam("pdf", "no")
                    .fragment("files")
                    .build()
                    .toUriString();
        }

        private static @Nullable LocalDate day(String typed) {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeParseException unreadable) {
                return null;
            }
        }
    }

    /** The record, or a part of it. */
    record RecordPage(CpdRecord record, List<EntryPage> entries, Asked asked) {

        static RecordPage of(CpdRecord record, Asked asked) {
            return new RecordPage(
                    record, record.entries().stream().map(EntryPage::of).toList(), asked);
        }
    }

    /** One entry, with its day in words. */
    record EntryPage(Entry entry, String day) {

        static EntryPage of(Entry entry) {
            return new EntryPage(entry, SpokenTime.longDay(entry.on()));
        }

        public boolean isWrittenAbout() {
            return entry.reflection().saysSomething();
        }
    }

    /**
     * What stands in the boxes of the form for one entry.
     *
     * @param version of what it was filled from
     * @param title and day, for an entry of one's own
     */
    record Typed(
            long version,
            String title,
            String on,
            String hours,
            String heading,
            String happened,
            String soWhat,
            String nowWhat,
            List<Helps> helps) {

        /** An empty form for an entry of one's own. */
        static final Typed NOTHING = new Typed(0, "", "", "", "", "", "", "", List.of());

        static Typed of(Entry entry) {
            var said = entry.reflection();
            return new Typed(
                    entry.version(),
                    entry.title(),
                    entry.on().toString(),
                    Optional.ofNullable(entry.ownHours()).orElse(""),
                    said.heading(),
                    said.happened(),
                    said.soWhat(),
                    said.nowWhat(),
                    said.helps());
        }

        static Typed of(SubmittedForm form) {
            return new Typed(
                    form.version(),
                    form.text("title"),
                    form.text("on"),
                    form.text("hours"),
                    form.text("heading"),
                    form.text("happened"),
                    form.text("soWhat"),
                    form.text("nowWhat"),
                    helps(form));
        }

        /** The same, to go in the place of what stands there by now. */
        Typed insteadOf(Optional<Entry> now) {
            var seen = now.map(Entry::version).orElse(0);
            return new Typed(seen, title, on, hours, heading, happened, soWhat, nowWhat, helps);
        }

        public int words() {
            return WordCount.of(happened, soWhat, nowWhat);
        }

        public boolean isPlenty() {
            return words() > PLENTY;
        }

        public int plenty() {
            return PLENTY;
        }

        private static List<Helps> helps(SubmittedForm form) {
            var ticked = form.all("helps");
            return Arrays.stream(Helps.values())
                    .filter(whom -> ticked.contains(whom.name()))
                    .toList();
        }
    }

    static EventWish eventWish(SubmittedForm form) {
        return new EventWish(form.version(), form.words("hours"), reflection(form));
    }

    static OwnWish ownWish(SubmittedForm form) {
        return new OwnWish(
                form.version(), form.words("title"), form.words("on"), form.words("hours"), reflection(form));
    }

    private static Reflection reflection(SubmittedForm form) {
        return new Reflection(
                form.words("heading"),
                form.words("happened"),
                form.words("soWhat"),
                form.words("nowWhat"),
                Typed.helps(form));
    }
}
