package org.natter.attendee.person;

/** The kind of library or life somebody comes from. The constants are those of the messages and never change meaning. */
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
    NOT_SAID
}
