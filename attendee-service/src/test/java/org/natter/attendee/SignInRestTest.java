package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** The mailed sign-in link: ten minutes, once, in the browser that asked. */
@WholeService
class SignInRestTest {

    private static final String BROWSER = "ab".repeat(32);
    private static final String OTHER_BROWSER = "cd".repeat(32);

    private final Calls calls;
    private final Evening evening;
    private final MovableClock clock;
    private final PersonalLinks links;
    private final MongoOperations mongo;
    private final People people;

    @Autowired
    SignInRestTest(
            Calls calls,
            Evening evening,
            MovableClock clock,
            PersonalLinks links,
            MongoOperations mongo,
            People people) {
        this.calls = calls;
        this.evening = evening;
        this.clock = clock;
        this.links = links;
        this.mongo = mongo;
        this.people = people;
    }

    @Test
    void theLinkLetsItsOwnerInOnce() {
        var token = tokenFor("Wren Hadley");

        assertThat(signIn(token, OTHER_BROWSER).problem()).isEqualTo("link-run-out");
        var in = signIn(token, BROWSER);
        assertThat(in.at("name")).isEqualTo("Wren Hadley");
        assertThat(signIn(token, BROWSER).status()).isEqualTo(404);

        var me = calls.attendee(in.at("person")).get("/me");
        assertThat(me.at("email")).isEqualTo("wren.hadley@library.example");
        assertThat(calls.attendee(in.at("person")).get("/me/bookings").json().valueStream())
                .isNotEmpty()
                .allSatisfy(
                        booking -> assertThat(booking.path("title").asString()).isEqualTo("Riverside pub evening"));
    }

    @Test
    void theLinkRunsOutAfterTenMinutes() {
        var token = tokenFor("Tobias Quill");

        clock.move(Duration.ofMinutes(10));

        assertThat(signIn(token, BROWSER).status()).isEqualTo(404);
    }

    @Test
    void knownAndUnknownAddressesAreAnsweredAlike() {
        var event = evening.open(1);
        evening.book(event, "Amara Teal");

        var known = ask("amara.teal@library.example");
        var unknown = ask("nobody.we.know@library.example");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.text()).isEqualTo(unknown.text());
    }

    @Test
    void anAddressThatCannotBeWrittenToIsRefusedKindly() {
        for (var typed : List.of("wren@lib.example.", "żaneta@lib.example", "wren@lib_under.example")) {
            var answer = ask(typed);

            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.errors()).hasSize(1).first().asString().startsWith("email: ");
        }
    }

    @Test
    void everybodyAtASharedAddressGetsALinkOfTheirOwn() {
        var event = evening.open(2);
        evening.book(event, "Enid Causeway");
        var wilf = new HashMap<>(Evening.aWish(event, "Wilf Causeway"));
        wilf.put("email", Evening.address("Enid Causeway"));
        calls.visitor().post("/bookings", wilf);
        mongo.getCollection("sign_in_request").deleteMany(new Document());

        ask(Evening.address("Enid Causeway"));
        assertThat(mongo.getCollection("sign_in_request").countDocuments())
                .as("who never confirmed anything is nobody yet")
                .isOne();
        confirmBeside(event, Evening.address("Enid Causeway"));
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        ask(Evening.address("Enid Causeway"));

        var links = mongo.getCollection("sign_in_request").find().into(new ArrayList<>());
        assertThat(links)
                .extracting(request -> people.find(new PersonId(request.getString("person")))
                        .orElseThrow()
                        .name())
                .containsExactlyInAnyOrder("Enid Causeway", "Wilf Causeway");
    }

    private void confirmBeside(EventId event, String address) {
        var wilf = people.atAddress(new EmailAddress(address))
                .get(1)
                .attendanceAt(event)
                .orElseThrow();
        var link = links.booking(wilf);
        calls.visitor().post("/booking-links/confirm", Map.of("token", link.substring(link.lastIndexOf('/') + 1)));
    }

    private String tokenFor(String name) {
        var event = evening.open(1);
        evening.book(event, name);
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        ask(Evening.address(name));
        var request = mongo.getCollection("sign_in_request").find().first();
        var link = links.signIn(request.getString("_id"));
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Calls.Answer ask(String email) {
        return calls.visitor().post("/sign-in-links", Map.of("email", email, "browser", BROWSER));
    }

    private Calls.Answer signIn(String token, String browser) {
        return calls.visitor().post("/sign-ins", Map.of("token", token, "browser", browser));
    }
}
