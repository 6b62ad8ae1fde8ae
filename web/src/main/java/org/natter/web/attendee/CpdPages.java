package org.natter.web.attendee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TypedDay;
import org.natter.web.services.CpdApi.CpdRecord;
import org.natter.web.services.CpdApi.Entry;
import org.natter.web.services.CpdApi.Helps;
import org.natter.web.services.CpdApi.OwnWish;
import org.natter.web.services.CpdApi.Reflection;
import org.natter.web.services.CpdApi.ReflectionWish;
import org.springframework.web.util.UriComponentsBuilder;

/** What the pages of one's CPD record show beside what attendee-service tells. */
final class CpdPages {

    /** As many words as are plenty; a guide, nothing is refused for them. */
    private static final int PLENTY = 250;

    private static final String TURNED = "attendee.cpd.dates.turned";

    private CpdPages() {}

    /**
     * Which part of a record is asked for, as it was typed. As long as one of its days cannot be read, or the last comes before
     * the first, none is asked for, and the page says so.
     */
    record Asked(String typedFrom, String typedTo, boolean names) {

        static Asked of(SubmittedForm asked) {
            return new Asked(asked.words("from"), asked.words("to"), asked.isTicked("names"));
        }

        @Nullable
        String first() {
            return day(typedFrom);
        }

        @Nullable
        String last() {
            return day(typedTo);
        }

        private @Nullable String day(String typed) {
            return isWrong()
                    ? null
                    : TypedDay.read(typed).map(LocalDate::toString).orElse(null);
        }

        public boolean isPart() {
            return first() != null || last() != null;
        }

        public boolean isWrong() {
            return isUnreadable(typedFrom) || isUnreadable(typedTo) || isTurned();
        }

        /** Which sentence says what is to be put right at the first day. */
        public @Nullable String firstWrong() {
            return isUnreadable(typedFrom) ? "attendee.cpd.dates.unreadable" : isTurned() ? TURNED : null;
        }

        /** The same at the last day. */
        public @Nullable String lastWrong() {
            return isUnreadable(typedTo) ? "attendee.cpd.dates.unreadable" : null;
        }

        private static boolean isUnreadable(String typed) {
            return !typed.isEmpty() && TypedDay.read(typed).isEmpty();
        }

        private boolean isTurned() {
            var last = TypedDay.read(typedTo);
            return TypedDay.read(typedFrom)
                    .filter(first -> last.filter(first::isAfter).isPresent())
                    .isPresent();
        }

        /** What stands in the box for the first day. */
        public String firstInBox() {
            return inBox(typedFrom);
        }

        /** What stands in the box for the last day. */
        public String lastInBox() {
            return inBox(typedTo);
        }

        private static String inBox(String typed) {
            return TypedDay.sent(typed);
        }

        public String firstBox() {
            return TypedDay.box(firstInBox());
        }

        public String lastBox() {
            return TypedDay.box(lastInBox());
        }

        /** The same part on this page. */
        public String at(String page) {
            return with(page, first(), last());
        }

        /** The page that says what is to be put right, with what was typed. */
        String toPutRight() {
            return with("/history/cpd", typedFrom.isEmpty() ? null : typedFrom, typedTo.isEmpty() ? null : typedTo);
        }

        private String with(String page, @Nullable String from, @Nullable String to) {
            return UriComponentsBuilder.fromPath(page)
                    .queryParamIfPresent("from", Optional.ofNullable(from))
                    .queryParamIfPresent("to", Optional.ofNullable(to))
                    .queryParamIfPresent("names", names ? Optional.of("yes") : Optional.empty())
                    .encode()
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
    }

    /** The record, or a part of it. */
    record RecordPage(CpdRecord record, List<EntryPage> entries, Asked asked) {

        static RecordPage of(CpdRecord record, Asked asked) {
            return new RecordPage(
                    record, record.entries().stream().map(EntryPage::of).toList(), asked);
        }
    }

    /** One entry, with its day in words, or the first and the last of several. */
    record EntryPage(Entry entry, String day) {

        static EntryPage of(Entry entry) {
            var first = SpokenTime.longDay(entry.on());
            return new EntryPage(
                    entry,
                    entry.until().equals(entry.on()) ? first : first + " to " + SpokenTime.longDay(entry.until()));
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

        /** The type of the box for its day. */
        public String dayBox() {
            return TypedDay.box(on);
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

    static ReflectionWish eventWish(SubmittedForm form) {
        return new ReflectionWish(form.version(), hours(form), reflection(form));
    }

    /** As a service takes them: half an hour is typed as .5, too. */
    private static String hours(SubmittedForm form) {
        var typed = form.words("hours");
        return typed.startsWith(".") || typed.startsWith(",") ? "0" + typed : typed;
    }

    static OwnWish ownWish(SubmittedForm form) {
        return new OwnWish(
                form.version(), form.words("title"), TypedDay.sent(form.words("on")), hours(form), reflection(form));
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
