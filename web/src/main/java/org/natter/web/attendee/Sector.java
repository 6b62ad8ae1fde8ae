package org.natter.web.attendee;

import java.util.Arrays;

/** The kinds of library people come from, in the order in which forms offer them; words are in the bundle. */
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
    OTHER;

    /** Whether this is one of them by name. */
    public static boolean knows(String typed) {
        return Arrays.stream(values()).anyMatch(sector -> sector.name().equals(typed));
    }
}
