package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.SignInAsk;
import org.natter.attendee.person.SignInAsks;
import org.natter.attendee.person.SignInRequest;
import org.natter.attendee.person.SignInRequests;
import org.natter.attendee.person.SigningIn;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.natter.messaging.kit.RequestWork;
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
    private final RequestWork work;

    @Autowired
    SignInRestTest(
            Calls calls,
            Evening evening,
            MovableClock clock,
            PersonalLinks links,
            MongoOperations mongo,
            People people,
            RequestWork work) {
        this.calls = calls;
        this.evening = evening;
        this.clock = clock;
        this.links = links;
        this.mongo = mongo;
        this.people = people;
        this.work = work;
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

    /** An organiser booked for them, so they have confirmed nothing; what they write from now on is theirs alone. */
    @Test
    void whoeverSignsInHasShownThatTheAddressIsTheirs() {
        var address = new EmailAddress(HexId.random() + "@library.example");
        var added = people.withAddress(address, new PersonDetails("Isla Ferryman", "", Sector.PUBLIC));
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        askAndWait(address.value());
        assertThat(people.find(added.id()).orElseThrow().used()).isFalse();

        signIn(tokenOf(mongo.getCollection("sign_in_request").find().first()), BROWSER);

        assertThat(people.find(added.id()).orElseThrow().used()).isTrue();
    }

    /** Whoever has the store could otherwise try who was mailed, also of addresses that were corrected away. */
    @Test
    void ofALinkThatWasMailedNoAddressIsKeptAndNothingItIsReckonedFrom() {
        var address = new EmailAddress(HexId.random() + "@library.example");
        people.withAddress(address, new PersonDetails("Isla Ferryman", "", Sector.PUBLIC));
        mongo.getCollection("sign_in_request").deleteMany(new Document());

        askAndWait(address.value());

        assertThat(mongo.getCollection("sign_in_request").find().first().toJson())
                .contains(links.mark(address.value()))
                .doesNotContain("@", Sha256.hex(address.value()).substring(0, 32));
    }

    /** A link that is used up, though its owner is not in, is of no use to anybody. */
    @Test
    void thatTheAddressIsTheirsIsWrittenDownBeforeTheLinkIsUsedUp() {
        var written = new ArrayList<String>();
        var address = new EmailAddress("tobias@fenbridge-library.example");
        var owner = people.withAddress(address, new PersonDetails("Tobias Quill", "", Sector.PUBLIC));
        var request =
                new SignInRequest(HexId.random(), owner.id(), links.mark(address.value()), BROWSER, clock.instant());
        var away = with(People.class, method -> {
            written.add(method);
            if (method.equals("find")) {
                return Optional.of(owner);
            }
            throw new IllegalStateException("the store is away");
        });
        var kept = with(SignInRequests.class, method -> {
            written.add(method);
            return Optional.of(request);
        });
        var signingIn = new SigningIn(away, with(SignInAsks.class, method -> true), kept, (to, id, at) -> {}, links);

        assertThatThrownBy(() -> signingIn.signIn(tokenOf(new Document("_id", request.id())), BROWSER, clock.instant()))
                .hasMessage("the store is away");

        assertThat(written).containsExactly("find", "find", "noteUse");
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

    /** Whether, and how many, people read mail there is looked up once everybody has been answered. */
    @Test
    void askingIsTheSameWorkForEveryAddress() {
        var event = evening.open(1);
        evening.book(event, "Amara Teal");
        askAndWait("amara.teal@library.example"); // whatever comes of the booking's own letters has come

        var known = work.of(() -> ask("amara.teal@library.example"));
        var unknown = work.of(() -> ask("nobody.we.know@library.example"));

        assertThat(known).containsExactly("insert sign_in_ask");
        assertThat(unknown).isEqualTo(known);
        await("both to be answered")
                .until(() -> mongo.getCollection("sign_in_ask").countDocuments() == 0);
    }

    /** What came of an ask before a crash comes of it once. */
    @Test
    void anAskThatIsAnsweredTwiceIsOneLink(@Autowired SigningIn signingIn, @Autowired SignInAsks asks) {
        var event = evening.open(1);
        evening.book(event, "Piotr Wicken");
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        var address = new EmailAddress(Evening.address("Piotr Wicken"));
        var ask = new SignInAsk(HexId.random(), address, BROWSER, clock.instant());
        asks.note(ask);
        signingIn.answer(ask.id(), clock.instant());
        asks.note(ask);

        signingIn.answer(ask.id(), clock.instant());

        assertThat(mongo.getCollection("sign_in_request").countDocuments()).isOne();
        asks.note(ask);
        signingIn.answer(ask.id(), clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(asks.find(ask.id())).as("over, and forgotten").isEmpty();
    }

    /** Whoever read the ask before, and is slow, answers it after its link was used. */
    @Test
    void aUsedLinkIsUsedHoweverOftenItsAskIsAnswered(@Autowired SigningIn signingIn, @Autowired SignInAsks asks) {
        evening.book(evening.open(1), "Delphine Marsh");
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        var address = new EmailAddress(Evening.address("Delphine Marsh"));
        var ask = new SignInAsk(HexId.random(), address, BROWSER, clock.instant());
        asks.note(ask);
        signingIn.answer(ask.id(), clock.instant());
        var token = tokenOf(mongo.getCollection("sign_in_request").find().first());
        assertThat(signIn(token, BROWSER).at("name")).isEqualTo("Delphine Marsh");
        asks.note(ask);

        signingIn.answer(ask.id(), clock.instant());

        assertThat(signIn(token, BROWSER).problem()).isEqualTo("link-run-out");
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

        askAndWait(Evening.address("Enid Causeway"));
        assertThat(mongo.getCollection("sign_in_request").countDocuments())
                .as("who never confirmed anything is nobody yet")
                .isOne();
        confirmBeside(event, Evening.address("Enid Causeway"));
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        askAndWait(Evening.address("Enid Causeway"));

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
        var link = links.booking(wilf, 0);
        calls.visitor().post("/booking-links/confirm", Map.of("token", link.substring(link.lastIndexOf('/') + 1)));
    }

    private String tokenFor(String name) {
        var event = evening.open(1);
        evening.book(event, name);
        mongo.getCollection("sign_in_request").deleteMany(new Document());
        askAndWait(Evening.address(name));
        return tokenOf(mongo.getCollection("sign_in_request").find().first());
    }

    private static <T> T with(Class<T> port, Function<String, Object> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }

    private String tokenOf(Document request) {
        var link = links.signIn(request.getString("_id"));
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Calls.Answer ask(String email) {
        return calls.visitor().post("/sign-in-links", Map.of("email", email, "browser", BROWSER));
    }

    private void askAndWait(String email) {
        ask(email);
        await("the ask to be answered")
                .until(() -> mongo.getCollection("sign_in_ask").countDocuments() == 0);
    }

    private Calls.Answer signIn(String token, String browser) {
        return calls.visitor().post("/sign-ins", Map.of("token", token, "browser", browser));
    }
}
