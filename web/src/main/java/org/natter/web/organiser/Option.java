package org.natter.web.organiser;

import java.util.List;
import java.util.stream.Stream;

/** One choice of a form: its value and the key of its words. */
public record Option(String value, String message) {

    static final List<Option> KINDS = of("event.kind.", "SOCIAL", "TALK", "TRAINING", "CONFERENCE");
    static final List<Option> KNOWN = of("event.known.", "YES", "NO", "NOT_KNOWN");
    static final List<Option> WHICH = of("event.which.", "EARLIER", "LATER");
    static final List<Option> SECTORS = of(
            "organise.sector.",
            "PUBLIC",
            "SCHOOL",
            "COLLEGE",
            "UNIVERSITY",
            "HEALTH",
            "PRISON",
            "GOVERNMENT",
            "LAW_OR_BUSINESS",
            "ARCHIVE_OR_MUSEUM",
            "STUDENT",
            "BETWEEN_JOBS_OR_RETIRED",
            "OTHER");

    static final List<Option> DISCARDS = of("set-aside.discard.", "NOT_OURS", "SUPERSEDED", "BROKEN_FOR_GOOD", "TEST");

    private static List<Option> of(String prefix, String... values) {
        return Stream.of(values).map(value -> new Option(value, prefix + value)).toList();
    }
}
