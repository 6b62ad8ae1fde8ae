package org.natter.attendee.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/**
 * Whom somebody talked with at one event: the whole answer as it now stands, zero or more sides in any order.
 *
 * @param familiarFaces absent in rows from before it was kept
 * @param came absent in rows from before it was kept
 * @param saysWhom whether whom they met is said, nobody included; absent where the message did not tell it yet
 */
public record FeedbackAnswered(
        AttendanceId writer,
        EventId event,
        Instant at,
        List<Side> met,
        List<Unnamed> others,
        KnownBefore knownBefore,
        @Nullable FamiliarFaces familiarFaces,
        @Nullable Came came,
        boolean sent,
        @Nullable Boolean saysWhom) {

    public FeedbackAnswered {
        met = List.copyOf(met);
        others = List.copyOf(others);
    }

    FamiliarFaces familiar() {
        return familiarFaces == null ? FamiliarFaces.NOT_SAID : familiarFaces;
    }

    Came cameWith() {
        return came == null ? Came.NOT_SAID : came;
    }

    /**
     * Whether it says that there was nobody: nobody is in it, whom the writer removed from their history included. Where that
     * was not told yet, it is taken from what is asked after it, if that was sent: what was sent with nothing said from there on
     * may have left the question out.
     */
    boolean saysNobody() {
        if (!met.isEmpty() || !others.isEmpty()) {
            return false;
        }
        return saysWhom != null
                ? saysWhom
                : sent && (knownBefore != KnownBefore.NOT_SAID || familiar() != FamiliarFaces.NOT_SAID);
    }

    /** One person the writer talked with. */
    public record Side(Who who, Before before, Talk talk, Again again, Introduction introduced) {

        /**
         * The two as what they are, one person: somebody from the list rather than a label, known if either says so, both kinds
         * of talk where they differ, and of the rest what was said first.
         */
        Side and(Side other) {
            return new Side(
                    who.attendance().isEmpty() && other.who.attendance().isPresent() ? other.who : who,
                    !before.isKnown() && other.before.isKnown() ? other.before : before,
                    talk == Talk.NOT_SAID || talk == other.talk
                            ? other.talk
                            : other.talk == Talk.NOT_SAID ? talk : Talk.BOTH,
                    other.again.ordinal() < again.ordinal() ? other.again : again,
                    introduced.by() == Introduction.By.NOT_SAID ? other.introduced : introduced);
        }
    }

    /** Somebody from the list, or a label of the writer's own. */
    public record Who(Kind kind, String id) {

        static Who of(AttendanceId attendance) {
            return new Who(Kind.ATTENDANCE, attendance.value());
        }

        /** Empty for a label. */
        Optional<AttendanceId> attendance() {
            return kind == Kind.ATTENDANCE ? Optional.of(new AttendanceId(id)) : Optional.empty();
        }

        boolean is(AttendanceId attendance) {
            return equals(of(attendance));
        }

        /** What an id is an id of. */
        public enum Kind {
            ATTENDANCE,
            LABEL
        }
    }

    /** How many talked with whose names were missed, of one sector. */
    public record Unnamed(Sector sector, int count) {}

    /** Who brought the two together; the id is empty unless it was a person. */
    public record Introduction(By by, String id) {

        /** Empty unless it was a person. */
        Optional<Who> who() {
            return switch (by) {
                case ATTENDANCE -> Optional.of(new Who(Who.Kind.ATTENDANCE, id));
                case LABEL -> Optional.of(new Who(Who.Kind.LABEL, id));
                case NOT_SAID, NOBODY, ORGANISER, ACTIVITY -> Optional.empty();
            };
        }

        /** By whom or what. */
        public enum By {
            NOT_SAID,
            NOBODY,
            ORGANISER,
            ACTIVITY,
            ATTENDANCE,
            LABEL
        }
    }

    /** Whether the writer knew them before, in the writer's own word; all that the message may say, though no form asks for {@link #UNSURE}. */
    public enum Before {
        NEW,
        BIT,
        WELL,
        UNSURE;

        boolean isKnown() {
            return this == BIT || this == WELL;
        }
    }

    /** With whom the writer came; all that the message may say. */
    public enum Came {
        ALONE,
        WITH_COLLEAGUES,
        NOT_SAID
    }

    /** The kind of talk; all that the message may say, though no form asks for {@link #BOTH}. */
    public enum Talk {
        CHAT,
        USEFUL,
        BOTH,
        NOT_SAID
    }

    /** Whether the writer would know them again; all that the message may say, though no form asks for {@link #NO}. */
    public enum Again {
        YES,
        MAYBE,
        NO,
        NOT_SAID
    }

    /** Roughly how many there the writer knew already, with its share of the others in the room. */
    public enum KnownBefore {
        NONE(0),
        A_FEW(0.2),
        ABOUT_HALF(0.5),
        MOST(0.8),
        NOT_SAID(0);

        private final double share;

        KnownBefore(double share) {
            this.share = share;
        }

        /** People, half up, of so many others; 0 if not said. */
        int of(int others) {
            return (int) Math.floor(share * others + 0.5);
        }
    }
}
