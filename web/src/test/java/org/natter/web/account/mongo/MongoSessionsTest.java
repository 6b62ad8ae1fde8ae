package org.natter.web.account.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
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

        assertThat(sessions.findById(id)).isNull();
        assertThat(found(fresh).getAttributeNames())
                .containsExactlyInAnyOrder("natter.name", "natter.region", "natter.feedback.link");
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
