package org.natter.feedback.measure;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AttendanceId;

/**
 * The people of one event and what those who answered said of them: the room all group figures are taken of.
 *
 * <p>A pair is <em>reported</em> if either said so, <em>mutual</em> if both did; it is <em>known before</em> if either says
 * so. Who was not there, and what is said of them, counts for nothing. Source: measures, sections 4 and 10.
 */
public final class Crowd {

    private final Map<AttendanceId, Guest> guests = new LinkedHashMap<>();
    private final List<Voice> voices;
    private final Set<Pair> reported = new LinkedHashSet<>();
    private final Set<Pair> mutual = new LinkedHashSet<>();
    private final Set<Pair> saidKnown = new HashSet<>();

    public Crowd(Collection<Guest> guests, Collection<Voice> voices) {
        guests.forEach(guest -> this.guests.put(guest.attendance(), guest));
        this.voices = voices.stream()
                .filter(voice -> this.guests.containsKey(voice.writer()))
                .map(this::amongGuests)
                .toList();
        this.voices.forEach(voice -> voice.named().forEach(mention -> report(voice.writer(), mention)));
    }

    private Voice amongGuests(Voice voice) {
        var named = voice.named().stream()
                .filter(mention -> guests.containsKey(mention.other()))
                .filter(mention -> !mention.other().equals(voice.writer()))
                .toList();
        return new Voice(voice.writer(), named, voice.unnamed(), voice.unnamedKnown());
    }

    private void report(AttendanceId writer, Voice.Mention mention) {
        var pair = Pair.of(writer, mention.other());
        if (!reported.add(pair)) {
            mutual.add(pair);
        }
        if (mention.known()) {
            saidKnown.add(pair);
        }
    }

    /** n: how many were there. */
    public int people() {
        return guests.size();
    }

    /** |R|: how many of them answered. */
    public int answers() {
        return voices.size();
    }

    /** T = n(n−1)/2: the pairs there could be. */
    public long possiblePairs() {
        return pairsOf(people());
    }

    /** D: pairs of whom either said that they talked. */
    public Set<Pair> reported() {
        return Set.copyOf(reported);
    }

    /** Pairs of whom both said so. */
    public Set<Pair> mutual() {
        return Set.copyOf(mutual);
    }

    /** Whether either of the two says that they knew each other before. */
    public boolean known(Pair pair) {
        return saidKnown.contains(pair);
    }

    /** Whether both of the two answered. */
    public boolean bothAnswered(Pair pair) {
        return answered(pair.one()) && answered(pair.other());
    }

    private boolean answered(AttendanceId guest) {
        return voices.stream().anyMatch(voice -> voice.writer().equals(guest));
    }

    public List<Voice> voices() {
        return voices;
    }

    public List<Guest> guests() {
        return List.copyOf(guests.values());
    }

    /** The sector of somebody who was there. */
    public Sector sectorOf(AttendanceId guest) {
        return guests.containsKey(guest) ? guests.get(guest).sector() : Sector.NOT_SAID;
    }

    /** The same answers among some of the people only. */
    public Crowd only(Predicate<Guest> some) {
        return new Crowd(guests.values().stream().filter(some).collect(Collectors.toList()), voices);
    }

    static long pairsOf(long people) {
        return people * (people - 1) / 2;
    }
}
