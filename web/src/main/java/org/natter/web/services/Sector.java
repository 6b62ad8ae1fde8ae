package org.natter.web.services;

import java.util.Arrays;
import java.util.List;

/** The kinds of library people come from, in the order in which forms offer them. */
public enum Sector {
    PUBLIC,
    SCHOOL,
    COLLEGE,
    UNIVERSITY,
    HEALTH,
    PRISON,
    GOVERNMENT,
    LAW_OR_BUSINESS,
    ARCHIVE_OR_MUSEUM,
    STUDENT,
    BETWEEN_JOBS_OR_RETIRED,
    OTHER,
    NOT_SAID;

    /** Those that a form offers: all but {@code NOT_SAID}. */
    public static final List<Sector> OFFERED =
            Arrays.stream(values()).filter(sector -> sector != NOT_SAID).toList();

    /** Whether it is none of those that have a name here. */
    public boolean isOther() {
        return this == OTHER;
    }

    /** Whether it was said. */
    public boolean isSaid() {
        return this != NOT_SAID;
    }
}
