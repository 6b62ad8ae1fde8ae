package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How much of something each may still do. Every instance of web counts in the same place. */
public interface Allowances {

    /**
     * Takes one turn, decided and counted in one write.
     *
     * @param whose a network, an address, an event or nobody in particular; never kept as it is
     * @return how long to wait instead, if all turns have been taken
     */
    Optional<Duration> take(Allowance of, String whose, Instant now);

    /**
     * Takes one turn for the network somebody comes from, and one of the eightfold for all networks that one customer of a
     * provider may have; a network that has had its own takes nothing from the others.
     */
    default Optional<Duration> takeFrom(Origin from, Allowance of, Instant now) {
        var wait = take(of, from.network(), now);
        return wait.isPresent() || !from.isOneOfMany() ? wait : take(of.ofSite(), from.site(), now);
    }

    /** Hands back a turn that was taken at this moment: what it was for has been refused. */
    void handBack(Allowance of, String whose, Instant now);

    /** So many turns in so long; counted anew at each beginning of that time. */
    record Allowance(String name, int turns, Duration within) {

        private static final int NETWORKS_OF_SITE = 8;

        /** The same for a whole site: as much as eight networks of it may have at once. */
        Allowance ofSite() {
            return new Allowance(name + "-of-site", turns * NETWORKS_OF_SITE, within);
        }

        /** When the time began in which this moment lies. */
        public Instant beganAt(Instant now) {
            var length = within.toMillis();
            return Instant.ofEpochMilli(now.toEpochMilli() / length * length);
        }
    }
}
