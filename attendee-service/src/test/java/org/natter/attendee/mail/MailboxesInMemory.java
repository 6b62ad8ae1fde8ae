package org.natter.attendee.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.PersonId;

/** What is remembered about mailboxes, in memory. */
final class MailboxesInMemory implements MailboxRecords {

    private final Map<EmailAddress, Instant> refused = new HashMap<>();
    private final Set<Object> stopped = new HashSet<>();
    private final Map<String, String> days = new HashMap<>();

    @Override
    public Optional<Instant> refusedUs(EmailAddress mailbox) {
        return Optional.ofNullable(refused.get(mailbox));
    }

    @Override
    public void rememberRefusal(EmailAddress mailbox, Instant at) {
        refused.put(mailbox, at);
    }

    @Override
    public void forgetRefusal(EmailAddress mailbox) {
        refused.remove(mailbox);
    }

    @Override
    public void stopAsking(AttendanceId attendance, Instant at) {
        stopped.add(attendance);
    }

    @Override
    public void stopAsking(PersonId person, Instant at) {
        stopped.add(person);
    }

    @Override
    public void askAgain(AttendanceId attendance) {
        stopped.remove(attendance);
    }

    @Override
    public void askAgain(PersonId person) {
        stopped.remove(person);
    }

    @Override
    public boolean isNotToBeAsked(AttendanceId attendance) {
        return stopped.contains(attendance);
    }

    @Override
    public boolean isNotToBeAsked(PersonId person) {
        return stopped.contains(person);
    }

    @Override
    public boolean takeDay(PersonId person, LocalDate day, String cause) {
        return days.computeIfAbsent(person + "/" + day, free -> cause).equals(cause);
    }

    @Override
    public boolean tookADay(PersonId person, LocalDate first, LocalDate last, String causes) {
        return first.datesUntil(last)
                .map(day -> days.getOrDefault(person + "/" + day, ""))
                .anyMatch(cause -> cause.startsWith(causes));
    }

    @Override
    public void forgetDaysTakenBefore(Instant then) {
        var first = LocalDate.ofInstant(then, ZoneOffset.UTC).minusDays(1);
        days.keySet()
                .removeIf(
                        id -> LocalDate.parse(id.substring(id.indexOf('/') + 1)).isBefore(first));
    }
}
