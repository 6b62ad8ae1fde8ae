package org.natter.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.natter.ids.TypedIds;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** The smallest service that speaks and listens: pots tell what was poured, and a read model of guests hears it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(MessagingConfiguration.class)
class TeaService {

    static final String TOPIC = "natter.tea";
    static final String POURED = "tea.poured.v1";

    record GuestId(String value) {
        GuestId {
            if (!value.matches("[0-9a-z]+")) {
                throw new IllegalArgumentException("No guest");
            }
        }
    }

    record Pot(int cups, List<GuestId> served) {}

    sealed interface PotDomainEvent permits Poured, Warmed {}

    record Poured(GuestId guest, Instant at) implements PotDomainEvent {}

    record Warmed() implements PotDomainEvent {}

    /** On the wire, and as the read model hears it. */
    record TeaPoured(GuestId guest, Instant at, int cupsLeft) {}

    static final AggregateMapping<Pot, PotDomainEvent, Pot> MAPPING =
            new AggregateMapping<>("pot", Pot.class, pot -> pot, pot -> pot, (pot, event) -> {
                if (event instanceof Poured poured) {
                    var served = new ArrayList<>(pot.served());
                    served.add(poured.guest());
                    return new Pot(pot.cups() - 1, served);
                }
                return pot;
            });

    static final Announcements<PotDomainEvent> ANNOUNCEMENTS = Announcements.of(
                    PotDomainEvent.class, told -> ((Poured) told).guest().value())
            .tellWith(
                    Poured.class,
                    POURED,
                    (Pot pot, Poured poured) -> new TeaPoured(poured.guest(), poured.at(), pot.cups()))
            .keepPrivate(Warmed.class);

    static final Instant FOUR = Instant.parse("2026-10-15T16:00:00Z");

    /** What a handler does beside writing, set by a test: it may throw. */
    final Map<String, Consumer<MessageMetadata>> onGuest = new ConcurrentHashMap<>();

    final List<String> handled = new CopyOnWriteArrayList<>();

    @Bean
    TypedIds ids() {
        return TypedIds.of(GuestId.class);
    }

    @Bean
    AggregateCollection<Pot, PotDomainEvent> pots(Outbox outbox) {
        return outbox.collection(MAPPING, ANNOUNCEMENTS);
    }

    @Bean
    GuardedUpsert guests(Projections projections) {
        return projections.into("guest");
    }

    @Bean
    Consumer<Message<byte[]>> guestsTea(Inbound inbound, GuardedUpsert guests) {
        return inbound.from(
                TOPIC,
                MessageHandlers.handle(POURED, TeaPoured.class, (poured, source) -> hear(guests, poured, source))
                        .together());
    }

    private Effect hear(GuardedUpsert guests, TeaPoured poured, MessageMetadata source) {
        onGuest.getOrDefault(poured.guest().value(), any -> {}).accept(source);
        handled.add(source.id());
        return guests.write(poured.guest().value(), "tea", source, poured);
    }

    static List<PotDomainEvent> pour(String guest) {
        return List.of(new Poured(new GuestId(guest), FOUR));
    }

    /** Starts it on these parts; properties win over everything. */
    static ConfigurableApplicationContext start(String mongo, String kafka, String... properties) {
        var arguments = Arrays.stream(properties).map(one -> "--" + one).toArray(String[]::new);
        return application(mongo, kafka).run(arguments);
    }

    static SpringApplicationBuilder application(String mongo, String kafka) {
        return new SpringApplicationBuilder(TeaService.class)
                .properties(
                        "spring.config.name=tea-service",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.mongodb.uri=" + mongo,
                        "spring.mongodb.database=tea",
                        "spring.cloud.stream.kafka.binder.brokers=" + kafka,
                        "natter.messaging.topic=" + TOPIC,
                        "natter.messaging.source=/tea-service",
                        "natter.messaging.retry=200ms",
                        "spring.cloud.stream.bindings.guestsTea-in-0.destination=" + TOPIC,
                        "spring.cloud.stream.bindings.guestsTea-in-0.group=tea-service.guests");
    }
}
