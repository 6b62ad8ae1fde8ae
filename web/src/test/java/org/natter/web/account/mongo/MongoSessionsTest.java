package org.natter.web.account.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.natter.web.WholeWebBody;
import org.natter.web.account.SessionKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** What requests that overlap leave of one session. */
class MongoSessionsTest extends WholeWebBody {

    @Autowired
    private MongoSessions sessions;

    @Test
    void aRequestInFlightDoesNotBringASignedOutSessionBack() {
        var id = stored();
        var inFlight = found(id);
        inFlight.setAttribute("natter.region", "elsewhere");

        sessions.deleteById(id);
        sessions.save(inFlight);

        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void norDoesOneThatTakesANewId() {
        var id = stored();
        var inFlight = found(id);
        var fresh = inFlight.changeSessionId();

        sessions.deleteById(id);
        sessions.save(inFlight);

        assertThat(sessions.findById(fresh)).isNull();
    }

    @Test
    void twoTabsKeepWhatEachHasSet() {
        var id = stored();
        var one = found(id);
        var other = found(id);
        one.setAttribute("natter.region", "fenland");
        other.setAttribute("natter.feedback.link", "abc");
        other.removeAttribute("natter.name");

        sessions.save(one);
        sessions.save(other);

        assertThat(found(id).attributes())
                .containsOnly(
                        java.util.Map.entry("natter.region", "fenland"),
                        java.util.Map.entry("natter.feedback.link", "abc"));
    }

    @Test
    void aNewIdKeepsWhatAnotherTabHasSet() {
        var id = stored();
        var one = found(id);
        var other = found(id);
        one.setAttribute("natter.region", "fenland");
        sessions.save(one);
        other.setAttribute("natter.feedback.link", "abc");
        var fresh = other.changeSessionId();

        sessions.save(other);

        assertThat(found(fresh).getAttributeNames())
                .containsExactlyInAnyOrder("natter.name", "natter.region", "natter.feedback.link");
    }

    /** Somebody may have known it, or put it there. */
    @Test
    void theFormerIdLearnsNothingOfWhatTheNewOneKnows() {
        var id = stored();
        var session = found(id);
        session.setAttribute("natter.attendee.person", "wren");
        session.changeSessionId();

        sessions.save(session);

        assertThat(found(id).getAttributeNames()).containsExactly("natter.name");
    }

    /** A second press was on its way with the cookie that the first one's answer replaces. */
    @Test
    void ofTwoPressesAtOnceEitherEndsWithASessionThatWorks() {
        var id = stored();
        var one = found(id);
        var other = found(id);
        one.setAttribute("natter.booking.link", "abc");
        other.setAttribute("natter.feedback.link", "xyz");
        var first = one.changeSessionId();
        var second = other.changeSessionId();

        sessions.save(one);
        sessions.save(other);
        var late = found(id);
        var third = late.changeSessionId();
        sessions.save(late);

        assertThat(found(first).getAttributeNames()).containsExactlyInAnyOrder("natter.name", "natter.booking.link");
        assertThat(found(second).getAttributeNames()).containsExactlyInAnyOrder("natter.name", "natter.feedback.link");
        assertThat(found(third).getAttributeNames()).containsExactly("natter.name");
    }

    @Test
    void signingOutEndsWhatEitherPressLeft() {
        var id = stored();
        var one = found(id);
        var other = found(id);
        var inFlight = found(id);
        var first = one.changeSessionId();
        var second = other.changeSessionId();
        var third = inFlight.changeSessionId();
        sessions.save(one);
        sessions.save(other);

        sessions.deleteById(first);
        sessions.save(inFlight);

        for (var each : List.of(id, first, second, third)) {
            assertThat(sessions.findById(each)).isNull();
        }
        assertThat(mongo.getCollection("session").countDocuments()).isZero();
    }

    @Test
    void whatIsTakenAwayFromOneIsTakenFromThemAll() {
        var id = stored();
        var one = found(id);
        var fresh = one.changeSessionId();
        sessions.save(one);

        var signedOut = found(fresh);
        signedOut.removeAttribute("natter.name");
        sessions.save(signedOut);

        assertThat(found(id).attributes()).isEmpty();
    }

    @Test
    void soIsWhatIsTakenAwayByWhoeverTakesANewId() {
        var id = stored();
        var inFlight = found(id);
        var third = inFlight.changeSessionId();
        sessions.save(inFlight);
        var one = found(id);
        one.removeAttribute("natter.name");
        one.setAttribute("natter.region", "fenland");
        var fresh = one.changeSessionId();

        sessions.save(one);

        assertThat(found(id).attributes()).isEmpty();
        assertThat(found(third).attributes()).isEmpty();
        assertThat(found(fresh).getAttributeNames()).containsExactly("natter.region");
    }

    @Test
    void aFamilyIsFoundByAnIndex() {
        stored();

        assertThat(mongo.getCollection("session").listIndexes())
                .extracting(index -> index.get("key", Document.class).keySet())
                .contains(Set.of("family"));
    }

    /** It may be in use for longer. */
    @Test
    void aFormerIdThatHasRunOutEndsNothingElse() {
        var id = stored();
        var one = found(id);
        var fresh = one.changeSessionId();
        clock.move(Duration.ofMinutes(20));
        sessions.save(one);
        clock.move(Duration.ofMinutes(20));

        assertThat(sessions.findById(id)).isNull();

        assertThat(found(fresh).getAttributeNames()).containsExactly("natter.name");
    }

    @RepeatedTest(20)
    void pressesThatRaceAllEndWithOneThatWorksUnlessTheSessionIsSignedOut(RepetitionInfo turn) throws Exception {
        var id = stored();
        var out = turn.getCurrentRepetition() % 2 == 0;
        var start = new CountDownLatch(1);
        var fresh = new ArrayList<Future<String>>();
        var threads = Executors.newFixedThreadPool(5);
        try {
            for (var press = 0; press < 4; press++) {
                var session = found(id);
                fresh.add(threads.submit(() -> {
                    start.await();
                    session.changeSessionId();
                    sessions.save(session);
                    return session.getId();
                }));
            }
            var signingOut = threads.submit(() -> {
                start.await();
                if (out) {
                    sessions.deleteById(id);
                }
                return id;
            });
            start.countDown();
            signingOut.get();

            for (var each : fresh) {
                assertThat(sessions.findById(each.get()) == null).isEqualTo(out);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobodyReadsARowWithoutTheBrowsersCookie() {
        var id = stored();
        var session = found(id);
        session.setAttribute("natter.booking.link", "k1.1.wren.secret");
        session.setAttribute("natter.count", 7L);
        session.setAttribute("natter.yes", true);

        sessions.save(session);

        assertThat(mongo.getCollection("session").find().first().toJson())
                .doesNotContain("Wren", "secret", id)
                .contains("natter~booking~link");
        assertThat(found(id).attributes())
                .containsOnly(
                        java.util.Map.entry("natter.name", "Wren"),
                        java.util.Map.entry("natter.booking.link", "k1.1.wren.secret"),
                        java.util.Map.entry("natter.count", 7L),
                        java.util.Map.entry("natter.yes", true));
    }

    @Test
    void aRowOfAnEarlierVersionIsStillRead() {
        var id = stored();
        mongo.getCollection("session")
                .updateOne(
                        Filters.eq("_id", SessionKeys.stored(id)), Updates.set("attributes.natter~region", "fenland"));

        var session = found(id);
        var fresh = session.changeSessionId();
        sessions.save(session);

        assertThat(found(fresh).attributes())
                .containsOnly(
                        java.util.Map.entry("natter.name", "Wren"), java.util.Map.entry("natter.region", "fenland"));
    }

    @Test
    void aPauseOfItsOwnIsKeptToAndTheLongestLifeHoldsAllTheSame() {
        var usual = stored();
        var session = sessions.createSession();
        session.setMaxInactiveInterval(Duration.ofDays(1));
        sessions.save(session);

        clock.move(Duration.ofMinutes(40));
        sessions.sweep();

        assertThat(sessions.findById(usual)).isNull();
        assertThat(found(session.getId()).getMaxInactiveInterval()).isEqualTo(Duration.ofDays(1));
        clock.move(Duration.ofHours(12));
        sessions.sweep();
        assertThat(mongo.getCollection("session").countDocuments()).isZero();
    }

    private String stored() {
        var session = sessions.createSession();
        session.setAttribute("natter.name", "Wren");
        sessions.save(session);
        return session.getId();
    }

    private StoredSession found(String id) {
        var found = sessions.findById(id);
        assertThat(found).isNotNull();
        return found;
    }
}
