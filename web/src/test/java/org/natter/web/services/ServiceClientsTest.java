package org.natter.web.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.natter.web.forms.Counted;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One vocabulary for what can come of a call: a record, nothing, a refusal that says why, or a service that is down. */
@ExtendWith(OutputCaptureExtension.class)
class ServiceClientsTest {

    private static final EventId EVENT = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    private static final RegionId REGION = new RegionId("c0000000000000000000000000000001");

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private ServiceClients services;
    private ServiceClients impatient;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger silent = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private Runnable afterSilence = () -> {};

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (exchange.getRequestMethod().equals("POST")) {
                commands.add(asked.get());
                if (silent.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    afterSilence.run();
                    awaitTheEnd();
                }
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var key = new ECKeyGenerator(Curve.P_256).keyID("test").generate().toJSONString();
        services = ServiceClients.signedWith(
                key, new ServiceAddresses(base, base, base), Clock.systemUTC(), Duration.ofSeconds(2));
        impatient = ServiceClients.signedWith(
                key, new ServiceAddresses(base, base, base), Clock.systemUTC(), Duration.ofMillis(300));
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void whatIsThereIsARecord() {
        body = "[{\"region\":\"" + REGION + "\",\"name\":\"Fenland\",\"zone\":\"Europe/London\",\"newer\":1}]";

        assertThat(services.events().regions(Caller.everybody()))
                .singleElement()
                .satisfies(region -> assertThat(region.region()).isEqualTo(REGION));
    }

    @Test
    void whatLacksAFieldIsAServiceThatIsDown() {
        body = "[{\"region\":\"" + REGION + "\",\"name\":null,\"zone\":\"Europe/London\"}]";
        assertThatThrownBy(() -> services.events().regions(Caller.everybody())).isInstanceOf(ServiceDown.class);

        body = "[{\"region\":\"" + REGION + "\",\"zone\":\"Europe/London\"}]";
        assertThatThrownBy(() -> services.events().regions(Caller.everybody())).isInstanceOf(ServiceDown.class);
    }

    @Test
    void whatCannotBeReadIsToldToOperatorsOnceAndWithoutWhatItSays(CapturedOutput said) {
        var broken = "[{\"region\":\"" + REGION + "\",\"name\":{\"first\":\"Ottoline\"},\"zone\":\"Europe/London\"}]";
        body = broken;
        var events = services.events();
        for (var looks = 0; looks < 3; looks++) {
            assertThatThrownBy(() -> events.regions(Caller.everybody()))
                    .isInstanceOf(ServiceDown.class)
                    .hasNoCause();
        }

        assertThat(said.getAll())
                .containsOnlyOnce(
                        "event-service broke its contract: web cannot read its answer to GET /regions: [0].name")
                .doesNotContain("Ottoline", REGION.value());
        body = "{}";
        assertThatThrownBy(() -> events.event(Caller.everybody(), EVENT)).isInstanceOf(ServiceDown.class);
        assertThat(said.getAll()).contains("GET /events/{event}: event (").doesNotContain(EVENT.value());

        body = "[]";
        assertThat(events.regions(Caller.everybody())).isEmpty();
        body = broken;
        assertThatThrownBy(() -> events.regions(Caller.everybody())).isInstanceOf(ServiceDown.class);
        body = "";
        assertThatThrownBy(() -> events.regions(Caller.everybody())).isInstanceOf(ServiceDown.class);
        assertThat(said.getAll().split("broke its contract")).hasSize(5);
    }

    @Test
    void whoIsOutOfReachBreaksNoContract(CapturedOutput said) {
        status = 503;
        assertThatThrownBy(() -> services.events().regions(Caller.everybody())).isInstanceOf(ServiceDown.class);
        server.stop(0);
        assertThatThrownBy(() -> services.events().regions(Caller.everybody())).isInstanceOf(ServiceDown.class);

        assertThat(said.getAll()).doesNotContain("contract");
    }

    @Test
    void aBookingWithoutAnAnswerIsAskedAgainUnderItsKey() {
        silent.set(1);
        body = "{\"room\":true}";

        impatient.attendee(BookingApi.class).ask(Caller.everybody(), FormId.fresh(), wish());

        assertThat(commands).hasSize(2);
        assertThat(Set.copyOf(commands)).as("the same key and words").hasSize(1);
    }

    @Test
    void aBookingThatNobodyAnswersIsUnknownAndNeverRefused() {
        silent.set(100);

        assertThatThrownBy(() -> impatient.attendee(BookingApi.class).ask(Caller.everybody(), FormId.fresh(), wish()))
                .isInstanceOfSatisfying(
                        ServiceDown.class, down -> assertThat(down.isUnknown()).isTrue());
        assertThat(commands).hasSize(4);
        assertThat(Set.copyOf(commands)).hasSize(1);
    }

    @Test
    void aPressThatCountsOnceIsNotRepeatedButUnknownToo() {
        silent.set(100);

        assertThatThrownBy(() -> impatient.events().publish(Caller.everybody(), EVENT, 1))
                .isInstanceOfSatisfying(
                        ServiceDown.class, down -> assertThat(down.isUnknown()).isTrue());
        assertThat(commands).hasSize(1);
    }

    @Test
    void aMailedLinkThatCannotBeReadIsNoCommandThatMayHaveCounted() {
        silent.set(100);

        assertThatThrownBy(() ->
                        impatient.attendee(BookingApi.class).read(Caller.everybody(), new Link(new LinkToken("x"))))
                .isInstanceOfSatisfying(
                        ServiceDown.class, down -> assertThat(down.isUnknown()).isFalse());
        assertThat(commands).hasSize(1);
    }

    @Test
    void aCommandThatNeverLeftIsKnownNotToBeTaken() {
        server.stop(0);

        assertThatThrownBy(() -> impatient.attendee(BookingApi.class).ask(Caller.everybody(), FormId.fresh(), wish()))
                .isInstanceOfSatisfying(
                        ServiceDown.class, down -> assertThat(down.isUnknown()).isFalse());
    }

    /** The first ask is not answered; by the second nobody is there any more, or nobody can say. */
    @Test
    void aCommandThatWasNotAnsweredOnceStaysUnknownWhateverBecomesOfAskingAgain() {
        silent.set(1);
        status = 503;
        assertThat(handedBack(ServiceDown.class)).isFalse();
        silent.set(1);
        status = 409;
        assertThat(handedBack(ServiceRefusal.class)).isFalse();
        silent.set(1);
        afterSilence = () -> server.stop(0);
        assertThat(handedBack(ServiceDown.class)).isFalse();
    }

    @Test
    void whatIsCountedIsHandedBackOnlyIfNothingCameOfItForSure() {
        status = 500;
        assertThat(handedBack(ServiceDown.class)).isFalse();
        status = 503;
        body = "{\"type\":\"urn:natter:problem:store-away\"}";
        assertThat(handedBack(ServiceDown.class)).isFalse();
        body = "{\"type\":\"urn:natter:problem:busy\"}";
        assertThat(handedBack(ServiceDown.class)).isTrue();
        status = 200;
        body = "[]";
        assertThat(handedBack(ServiceDown.class)).as("unreadable").isFalse();
        status = 409;
        body = "{\"type\":\"urn:natter:problem:booking-closed\"}";
        assertThat(handedBack(ServiceRefusal.class)).isTrue();
        server.stop(0);
        assertThat(handedBack(ServiceDown.class)).isTrue();
    }

    @Test
    void whereARefusalTellsSomethingWhatNeverArrivedAloneIsHandedBack() {
        status = 409;
        body = "{\"type\":\"urn:natter:problem:address-stays\"}";
        assertThat(handedBack(ServiceRefusal.class, Counted::unlessItNeverArrived))
                .isFalse();
        status = 500;
        assertThat(handedBack(ServiceDown.class, Counted::unlessItNeverArrived)).isFalse();
        server.stop(0);
        assertThat(handedBack(ServiceDown.class, Counted::unlessItNeverArrived)).isTrue();
    }

    private boolean handedBack(Class<? extends RuntimeException> outcome) {
        return handedBack(outcome, Counted::orHandBack);
    }

    private boolean handedBack(
            Class<? extends RuntimeException> outcome, BiConsumer<Runnable, Supplier<Object>> counting) {
        var times = new AtomicInteger();
        assertThatThrownBy(() -> counting.accept(
                        times::incrementAndGet,
                        () -> impatient.attendee(BookingApi.class).ask(Caller.everybody(), FormId.fresh(), wish())))
                .isInstanceOf(outcome);
        assertThat(times).hasValueLessThan(2);
        return times.get() == 1;
    }

    private static BookingApi.BookingWish wish() {
        return new BookingApi.BookingWish(
                EVENT, "Wren Hadley", "wren@college.example", "", Sector.COLLEGE, false, true, true, true);
    }

    @Test
    void whatIsNotThereIsNothingWhereThatMayBe() {
        status = 404;
        body = "{\"type\":\"urn:natter:problem:unknown-event\"}";

        assertThat(services.events().event(Caller.everybody(), EVENT)).isEmpty();
        assertThatThrownBy(() -> services.events().publish(Caller.everybody(), EVENT, 1))
                .isInstanceOfSatisfying(
                        ServiceRefusal.class,
                        refusal -> assertThat(refusal.isAbsent()).isTrue());
    }

    @Test
    void aRefusalSaysWhyAndWhere() {
        status = 422;
        body = "{\"type\":\"urn:natter:problem:validation\",\"errors\":[{\"field\":\"name\",\"code\":\"missing\","
                + "\"message\":\"Enter your name\"}]}";

        assertThatThrownBy(() -> services.attendee(WritersApi.class)
                        .label(Caller.everybody(), EVENT, new WritersApi.LabelWish("")))
                .isInstanceOfSatisfying(ServiceRefusal.class, refusal -> {
                    assertThat(refusal.is("validation")).isTrue();
                    assertThat(refusal.errors())
                            .containsExactly(new ServiceRefusal.FieldError("name", "Enter your name"));
                });
    }

    @Test
    void whoeverDoesNotAnswerIsDown() {
        status = 503;
        assertThatThrownBy(() -> services.events().event(Caller.everybody(), EVENT))
                .isInstanceOf(ServiceDown.class);

        server.stop(0);
        assertThatThrownBy(() -> services.events().event(Caller.everybody(), EVENT))
                .isInstanceOf(ServiceDown.class);
    }

    @Test
    void idsConstantsAndKeysArePlainTexts() {
        status = 202;
        body = "{\"room\":true}";
        var form = FormId.fresh();
        services.attendee(BookingApi.class)
                .ask(
                        Caller.everybody(),
                        form,
                        new BookingApi.BookingWish(
                                EVENT, "Wren", "wren@riverside.invalid", "", null, true, false, true, true));
        assertThat(asked.get())
                .startsWith("POST /bookings " + form + " {\"event\":\"" + EVENT + "\"")
                .contains("\"sector\":null");

        status = 200;
        body = "{\"mails\":[],\"counts\":{\"BOUNCED\":2},\"toDo\":1,\"older\":null,\"newer\":null}";
        var statuses = new java.util.TreeSet<>(Set.of(MailsApi.MailStatus.BOUNCED, MailsApi.MailStatus.GIVEN_UP));
        var page = services.attendee(MailsApi.class).outbox(Caller.everybody(), REGION, statuses, "", "", 50, false);
        assertThat(page.counts()).containsEntry(MailsApi.MailStatus.BOUNCED, 2);
        assertThat(asked.get()).contains("region=" + REGION, "&status=BOUNCED&status=GIVEN_UP");
    }
}
