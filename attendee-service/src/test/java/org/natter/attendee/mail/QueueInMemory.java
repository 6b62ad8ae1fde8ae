package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;

/** The queue in memory; passes the contract of the real one. */
public final class QueueInMemory implements MailQueue {

    private final Map<String, Mail> rows = new LinkedHashMap<>();

    @Override
    public synchronized Map<String, Mail> find(Collection<String> causes) {
        var found = new LinkedHashMap<>(rows);
        found.keySet().retainAll(Set.copyOf(causes));
        return found;
    }

    @Override
    public synchronized boolean add(Mail first) {
        return rows.putIfAbsent(first.cause(), first) == null;
    }

    @Override
    public synchronized List<Mail> claim(Instant now, String by, int atMost, Duration lease) {
        var claimed = rows.values().stream()
                .filter(mail -> mail.isDueAt(now))
                .sorted(Comparator.comparing(Mail::nextAttemptAt))
                .limit(atMost)
                .map(mail -> mail.claimed(by, now.plus(lease)))
                .toList();
        claimed.forEach(mail -> rows.put(mail.cause(), mail));
        return claimed;
    }

    @Override
    public synchronized boolean write(Mail next) {
        var before = rows.get(next.cause());
        if (before == null || before.isFinished() || before.v() != next.v() - 1) {
            return false;
        }
        rows.put(next.cause(), next);
        return true;
    }

    @Override
    public synchronized void writeForSure(Mail result) {
        if (find(result.cause()).filter(Mail::isFinished).isEmpty()) {
            rows.put(result.cause(), result);
        }
    }

    @Override
    public synchronized List<Mail> waiting(AttendanceId about) {
        return rows.values().stream()
                .filter(mail -> about.equals(mail.wish().attendance()))
                .filter(mail -> !mail.isFinished() && Mail.WAITING.contains(mail.status()))
                .toList();
    }

    @Override
    public synchronized List<Mail> stuck(Instant now) {
        return rows.values().stream()
                .filter(mail -> Mail.HELD.contains(mail.status())
                        && mail.claimedUntil() != null
                        && mail.claimedUntil().isBefore(now))
                .toList();
    }

    @Override
    public void finishLeftOvers() {
        // a row is finished in one step
    }

    /** Finished or not, in the order of asking. */
    synchronized List<Mail> all() {
        return List.copyOf(rows.values());
    }
}
