package org.natter.web.account.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.natter.web.WholeWebBody;
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
