package org.natter.feedback.answer;

/**
 * The kind of library, or other walk of life, somebody comes from.
 *
 * <p>{@link #NOT_SAID} where the writer did not catch it.
 */
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
