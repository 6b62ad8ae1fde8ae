package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonalLinks;

/** What an organiser does about a mail that came back, once the address or our own mail server was put right. */
public final class TryingAgain {

    private static final int MOST = 10;
    /** A mail to another address waits for so long at most until that is the address. */
    private static final Duration CORRECTING = Duration.ofMinutes(1);

    private final MailboxRecords mailboxes;
    private final People people;
    private final KnownFacts known;
    private final LastLook look;
    private final UnaryOperator<Set<AttendanceId>> atTheDoor;
    private final PostOffice mails;
    private final PersonalLinks links;

    /** @param atTheDoor those of some who are checked in, or ever were */
    public TryingAgain(
            MailboxRecords mailboxes,
            People people,
            KnownFacts known,
            LastLook look,
            UnaryOperator<Set<AttendanceId>> atTheDoor,
            PostOffice mails,
            PersonalLinks links) {
        this.links = links;
        this.known = known;
        this.look = look;
        this.atTheDoor = atTheDoor;
        this.mailboxes = mailboxes;
        this.people = people;
        this.mails = mails;
    }

    /**
     * Writes to the mailbox again from now on, beginning with this mail. Pressing twice sends it once.
     *
     * @return false if the mail did not come back, or did so again and again, would not go now, or one sent after it has come
     *     as far as it will
     */
    public boolean tryAgain(Mail mail, Instant now) {
        var newer = newer(mail);
        if (newer.isPresent()) {
            return !newer.get().isFinished();
        }
        if (!mayBeTried(mail, now)) {
            return false;
        }
        people.find(mail.wish().to()).flatMap(Person::mailbox).ifPresent(mailboxes::forgetRefusal);
        mails.ask(again(mail, now));
        return true;
    }

    /**
     * What can be done about each of these. Their events, bookings, receivers and next attempts are read once for all of them;
     * whether it was called off, once an event; and of a mail that asks something whether that was answered or is not wanted,
     * for each.
     */
    public Remedies about(Collection<Mail> mails, Instant now) {
        var inVain = mails.stream().filter(Mail::didNotArrive).toList();
        var newer = newer(inVain);
        var toTry = toTry(inVain, newer, now);
        return new Remedies(
                causes(inVain.stream().filter(mail -> newer.containsKey(causeOfNext(mail)))),
                causes(toTry.stream()),
                causes(toCorrect(toTry, now)));
    }

    /**
     * Those of them that did not arrive, and about which an organiser has something to do. Whoever gave a place up knows that
     * they did, so that mail may be tried again and is nothing to do. Whose place an organiser took back may still come for it,
     * for as long as the event has not begun.
     */
    public Set<Mail> toDo(Collection<Mail> mails, Instant now) {
        var inVain = mails.stream()
                .filter(mail -> mail.didNotArrive()
                        && mail.wish().kind().isForOrganisersToRead()
                        && mail.wish().kind() != MailKind.CANCELLED_BY_YOU)
                .toList();
        var isToCome = look.isToCome(inVain.stream().map(Mail::wish).toList(), now);
        return toTry(inVain, newer(inVain), now).stream()
                .filter(mail -> mail.wish().kind() != MailKind.CANCELLED_FOR_YOU || isToCome.test(mail.wish()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that are the newest of their kind and would go if they were tried again now. */
    private List<Mail> toTry(Collection<Mail> inVain, Map<String, Mail> newer, Instant now) {
        var newest = inVain.stream()
                .filter(mail -> mail.wish().attempt() <= MOST && !newer.containsKey(causeOfNext(mail)))
                .toList();
        var receivers =
                people.find(newest.stream().map(mail -> mail.wish().to()).collect(Collectors.toSet()));
        var wouldGo = look.wouldGo(newest.stream().map(mail -> again(mail, now)).toList(), now);
        return newest.stream()
                .filter(mail -> Optional.ofNullable(receivers.get(mail.wish().to()))
                        .flatMap(Person::mailbox)
                        .isPresent())
                .filter(mail -> wouldGo.test(again(mail, now)))
                .toList();
    }

    private boolean mayBeTried(Mail mail, Instant now) {
        return about(List.of(mail), now).mayBeTried(mail);
    }

    private boolean mayBeCorrected(Mail mail, Instant now) {
        return about(List.of(mail), now).mayBeCorrected(mail);
    }

    /**
     * Of those that may be tried the ones whose address may be corrected: before the event alone, since from then on others
     * name whoever came, and never for whoever was checked in.
     */
    private Stream<Mail> toCorrect(List<Mail> toTry, Instant now) {
        var shown = toTry.stream()
                .filter(mail -> mail.wish().kind().isForOrganisersToRead())
                .toList();
        var isToCome = look.isToCome(shown.stream().map(Mail::wish).toList(), now);
        var attendances = shown.stream()
                .map(mail -> mail.wish().attendance())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var came = attendances.isEmpty() ? Set.<AttendanceId>of() : atTheDoor.apply(attendances);
        return shown.stream().filter(mail -> {
            var attendance = mail.wish().attendance();
            return attendance != null && isToCome.test(mail.wish()) && !came.contains(attendance);
        });
    }

    /**
     * Whoever booked is reached there from now on, and this mail goes there. It has their personal link, so an address that
     * somebody has used, by pressing a button in a mail or answering, stays: what they keep to themselves hangs on it. So does
     * one of somebody with other bookings, where somebody of this name reads mail at the new one, and of mails about answers,
     * of which nobody may know whose they are.
     *
     * <p>The mail that goes there is asked for first, and waits: of several corrections at once one alone asks for it, and
     * that one alone moves the address; it says which that is, so that whoever asks for the same in that moment finishes it with
     * the first. The same correction once more changes nothing.
     *
     * @throws AddressStays if it is none to correct, or the one that refused the mail; nothing is changed then
     */
    public void correct(Mail mail, EmailAddress address, Instant now) {
        if (isCorrected(mail, address)) {
            return;
        }
        try {
            move(mail, address, now);
        } catch (AddressStays stays) {
            if (!isFinished(mail, address, now)) {
                throw stays;
            }
        }
    }

    private void move(Mail mail, EmailAddress address, Instant now) {
        var person = people.find(mail.wish().to())
                .filter(found -> mayBeCorrected(mail, now))
                .filter(found -> isUnused(found, mail) && !isTheirNameKnownAt(address, found))
                .orElseThrow(AddressStays::new);
        var before = person.mailbox().orElseThrow(AddressStays::new);
        if (before.equals(address) && mailboxes.refusedUs(address).isPresent()) {
            throw new AddressStays();
        }
        var again = again(mail, now).notBefore(now.plus(CORRECTING)).goingTo(mark(mail, address));
        if (!mails.ask(again)) {
            throw new AddressStays();
        }
        if (!people.readdress(person.id(), address, before)) {
            mails.find(again.cause()).ifPresent(waiting -> mails.stop(waiting, StopReason.NO_LONGER_TRUE, now));
            throw new AddressStays();
        }
        go(again.cause(), address, now);
    }

    /** By the mail that went there: that one was tried again says nothing, or an organiser could guess who reads it. */
    private boolean isCorrected(Mail mail, EmailAddress address) {
        return mail.wish().kind().isForOrganisersToRead()
                && newer(mail)
                        .filter(next -> mark(mail, address).equals(next.wish().goingTo()))
                        .isPresent()
                && people.find(mail.wish().to())
                        .flatMap(Person::mailbox)
                        .filter(address::equals)
                        .isPresent();
    }

    /** Somebody else asked for the same in this moment: whoever comes first finishes it for both, also if the other broke off. */
    private boolean isFinished(Mail mail, EmailAddress address, Instant now) {
        newer(mail)
                .filter(waiting -> !waiting.isFinished()
                        && mark(mail, address).equals(waiting.wish().goingTo()))
                .ifPresent(waiting -> people.find(mail.wish().to())
                        .flatMap(Person::mailbox)
                        .filter(before -> people.readdress(mail.wish().to(), address, before))
                        .ifPresent(moved -> go(waiting.cause(), address, now)));
        return isCorrected(mail, address);
    }

    /** It waits no more. */
    private void go(String waiting, EmailAddress address, Instant now) {
        mailboxes.forgetRefusal(address);
        mails.hurry(waiting, now);
    }

    /** Stands for an address in a mail that is to go there. */
    String mark(Mail mail, EmailAddress address) {
        return links.mark(mail.cause() + "/" + address.value());
    }

    private Optional<Mail> newer(Mail mail) {
        return mails.find(causeOfNext(mail));
    }

    /** By their causes, what was sent after these. */
    private Map<String, Mail> newer(Collection<Mail> inVain) {
        return mails.find(inVain.stream().map(TryingAgain::causeOfNext).collect(Collectors.toSet()));
    }

    private static Set<String> causes(Stream<Mail> mails) {
        return mails.map(Mail::cause).collect(Collectors.toSet());
    }

    private static String causeOfNext(Mail mail) {
        return mail.wish().again(mail.wish().at()).cause();
    }

    /** The same once more; what is true for as long as the booking stands has its time anew. */
    private static MailRequest again(Mail mail, Instant now) {
        var again = mail.wish().again(now);
        return again.kind().isLasting() ? again.validUntil(now.plus(MailRequest.NEWS_IS_OF_USE)) : again;
    }

    private boolean isUnused(Person person, Mail mail) {
        var attendance = mail.wish().attendance();
        return attendance != null
                && !person.used()
                && person.mailbox().isPresent()
                && person.attendances().size() == 1
                && person.attendances().containsValue(attendance)
                && !known.hasAnswered(attendance);
    }

    /** Whether somebody else there goes by one of their names: there, one name is one person. */
    private boolean isTheirNameKnownAt(EmailAddress address, Person person) {
        return people.atAddress(address).stream()
                .filter(other -> !other.id().equals(person.id()))
                .flatMap(TryingAgain::names)
                .anyMatch(theirs -> names(person).anyMatch(theirs::isNamedLike));
    }

    private static Stream<PersonDetails> names(Person person) {
        return Stream.concat(Stream.of(person.details()), person.said().values().stream());
    }
}
