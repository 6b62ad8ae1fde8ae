package org.natter.messaging;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.ids.TypedIds;
import org.natter.messaging.TableInbound.TableFunction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JacksonModule;

/**
 * Everything a service needs to speak and to listen; imported by its one configuration class.
 *
 * <p>Guarantee: nothing in it is static, so several applications live in one JVM. It starts with Kafka away, and refuses to
 * start with a setting by which messages could be lost.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {

    static final String HEADER_MAPPER = "natterHeaders";

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    JacksonModule typedIdsJson(ObjectProvider<TypedIds> ids) {
        return new TypedIdsJson(ids.getIfAvailable(TypedIds::of));
    }

    @Bean
    MessageBodies messageBodies(ObjectProvider<TypedIds> ids) {
        return new MessageBodies(new TypedIdsJson(ids.getIfAvailable(TypedIds::of)));
    }

    @Bean
    MongoCustomConversions mongoConversions(ObjectProvider<TypedIds> ids) {
        return MongoConversions.with(ids.getIfAvailable(TypedIds::of));
    }

    @Bean
    MappingMongoConverter mappingMongoConverter(MongoMappingContext context, MongoCustomConversions conversions) {
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return converter;
    }

    /** Before the connection string is applied, so that what an address says wrongly is seen by the check. */
    @Bean
    @Order(-100)
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return client ->
                client.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY);
    }

    /** A store that is dark ends a call within a few seconds; an address may set its own limits. */
    @Bean
    @Order(-100)
    MongoClientSettingsBuilderCustomizer storeLimits(MessagingSettings settings) {
        var limit = (int) settings.storeLimit().toMillis();
        return client -> client.applyToSocketSettings(
                        socket -> socket.connectTimeout(limit, MILLISECONDS).readTimeout(limit, MILLISECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(limit, MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(limit, MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(Math.min(limit, 10_000), MILLISECONDS));
    }

    @Bean(HEADER_MAPPER)
    OwnHeaders natterHeaders() {
        return new OwnHeaders();
    }

    @Bean
    KafkaAccess kafkaAccess(Environment environment) {
        return new KafkaAccess(environment);
    }

    @Bean
    Subscriptions subscriptions(BindingServiceProperties bindings) {
        return new Subscriptions(bindings);
    }

    @Bean
    InitializingBean settingsCheck(
            KafkaAccess kafka,
            Subscriptions subscriptions,
            BindingServiceProperties bindings,
            MongoDatabaseFactory store,
            MessagingSettings settings) {
        return new SettingsCheck(kafka, subscriptions, bindings, store, settings)::check;
    }

    /** Once all beans are there, and before the first message is. */
    @Bean
    SmartInitializingSingleton subscriptionCheck(
            ListableBeanFactory beans, Inbound inbound, Subscriptions subscriptions, Environment environment) {
        return () -> subscriptionCheck(beans.getBeansOfType(TableFunction.class), inbound, subscriptions, environment)
                .check();
    }

    static SubscriptionCheck subscriptionCheck(
            Map<String, TableFunction> functions,
            Inbound inbound,
            Subscriptions subscriptions,
            Environment environment) {
        var topics = new HashMap<String, String>();
        functions.forEach((name, function) -> topics.put(name, function.table().topic()));
        var bound = environment.getProperty("spring.cloud.function.definition", "");
        return new SubscriptionCheck(
                topics,
                inbound.tables().stream().map(Inbound.Table::topic).toList(),
                subscriptions.all(),
                Set.of(StringUtils.tokenizeToStringArray(bound, ";")));
    }

    /** With a test's binder there is no Kafka to keep topics in. */
    @Bean
    Topics topics(
            KafkaAccess kafka,
            Subscriptions subscriptions,
            MessagingSettings settings,
            ObjectProvider<Binder<?, ?, ?>> testBinder) {
        return new Topics(
                kafka, subscriptions, settings, testBinder.stream().findAny().isEmpty());
    }

    @Bean
    ContainerErrors containerErrors(KafkaAccess kafka, ObjectProvider<MeterRegistry> meters, Clock clock) {
        return new ContainerErrors(
                new DefaultKafkaProducerFactory<>(kafka.deadLetterProducer()), orSimple(meters), clock);
    }

    @Bean
    Inbound inbound(
            MessageBodies bodies,
            Projections projections,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<MessageSchemas> schemas) {
        return new TableInbound(
                bodies, projections.held(), orSimple(meters), schemas.getIfAvailable(MessageSchemas::new));
    }

    @Bean
    Projections projections(MongoDatabaseFactory store, MappingMongoConverter converter) {
        return new Projections(store, converter);
    }

    @Bean
    Sender sender(
            ObjectProvider<StreamBridge> bridge,
            Topics topics,
            ObjectProvider<Witness> witness,
            MessagingSettings settings) {
        return entry -> whoSends(
                        topics,
                        witness,
                        settings,
                        (topic, source) -> new StreamSender(bridge.getObject(), topic, source))
                .send(entry);
    }

    private static Sender whoSends(
            Topics topics,
            ObjectProvider<Witness> witness,
            MessagingSettings settings,
            BiFunction<String, String, Sender> sender) {
        if (settings.topic() == null || settings.source() == null) {
            throw new IllegalStateException("This application has no topic of its own");
        }
        if (!topics.areThere()) {
            throw new TimeoutException("Kafka has not been reached yet");
        }
        witness.getObject().requireWell();
        return sender.apply(settings.topic(), settings.source());
    }

    @Bean
    SearchIndexes searchIndexes() {
        return new SearchIndexes(1000);
    }

    @Bean
    MongoEventLog eventLog(MongoDatabaseFactory store, Clock clock) {
        return new MongoEventLog(rows(store, "event_log"), clock);
    }

    /** With a test's binder there is no Kafka to send many at once to. */
    @Bean
    Republishing republishing(
            MongoDatabaseFactory store,
            MongoEventLog log,
            Sender sender,
            Topics topics,
            ObjectProvider<Witness> witness,
            KafkaAccess kafka,
            Clock clock,
            MessagingSettings settings,
            ObjectProvider<Binder<?, ?, ?>> testBinder,
            ObjectProvider<MeterRegistry> meters) {
        var many = testBinder.stream().findAny().isPresent() ? sender : manyAtOnce(topics, witness, kafka, settings);
        return new Republishing(
                new GuardedRows(rows(store, "republish")), log, many, clock, settings, orSimple(meters));
    }

    private static Sender manyAtOnce(
            Topics topics, ObjectProvider<Witness> witness, KafkaAccess kafka, MessagingSettings settings) {
        var producers = new DefaultKafkaProducerFactory<byte[], byte[]>(kafka.deadLetterProducer());
        return new Sender() {

            @Override
            public void send(Entry entry) {
                sendInOrder(List.of(entry));
            }

            @Override
            public void sendInOrder(List<Entry> entries) {
                whoSends(topics, witness, settings, (topic, source) -> new ManyAtOnceSender(producers, topic, source))
                        .sendInOrder(entries);
            }
        };
    }

    @Bean
    Relay relay(MongoDatabaseFactory store, Sender sender, MongoEventLog log, Clock clock, MessagingSettings settings) {
        var leases = new Leases(new GuardedRows(rows(store, "relay_lease")), clock, settings.lease());
        return new Relay(new Delivery(sender, log), leases, clock, settings);
    }

    @Bean
    Witness witness(
            KafkaAccess kafka,
            Topics topics,
            MongoEventLog log,
            Relay relay,
            MongoDatabaseFactory store,
            MessagingSettings settings) {
        return new Witness(kafka, topics, log, relay, rows(store, "version_floor"), settings);
    }

    @Bean
    Outbox outbox(
            MongoDatabaseFactory store,
            MappingMongoConverter converter,
            MessageBodies bodies,
            Relay relay,
            SearchIndexes indexes,
            Clock clock,
            MessagingSettings settings,
            Witness witness) {
        return new Outbox(
                store,
                converter,
                bodies,
                relay,
                indexes,
                clock,
                settings,
                witness::floor,
                MessagingConfiguration::traceparent);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaAccess kafka,
            Subscriptions subscriptions,
            MongoDatabaseFactory store,
            BeanFactory beans,
            Clock clock) {
        return new DeadLetters(kafka, subscriptions, rows(store, "dead_letter_decision"), beans, clock, 500);
    }

    @Bean
    WaitingLetters waitingLetters(DeadLetters letters, Topics topics, ObjectProvider<MeterRegistry> meters) {
        return new WaitingLetters(letters, topics, orSimple(meters));
    }

    @Bean
    MessagingHealth messagingHealthIndicator(
            Relay relay, ContainerErrors containers, Witness witness, ObjectProvider<MeterRegistry> meters) {
        return new MessagingHealth(relay, containers, witness, orSimple(meters));
    }

    private static Supplier<MongoCollection<Document>> rows(MongoDatabaseFactory store, String collection) {
        return () -> store.getMongoDatabase().getCollection(collection);
    }

    private static MeterRegistry orSimple(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(SimpleMeterRegistry::new);
    }

    /** The trace that the present web request belongs to, if it names one. */
    private static @Nullable String traceparent() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader(OwnHeaders.TRACEPARENT)
                : null;
    }

    /** The owner's commands, the answers to trouble, how many are let in at once, and how long one may take to arrive. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import({OperationsController.class, TroubleAdvice.class})
    static class Web {

        /** Before everything else; an application that writes no topic answers people and has words of its own. */
        @Bean
        FilterRegistrationBean<RequestsAtOnce> natterRequestsAtOnce(
                @Value("${natter.requests-at-once}") int atOnce,
                MessagingSettings settings,
                ObjectProvider<MeterRegistry> meters) {
            var limit = new FilterRegistrationBean<>(new RequestsAtOnce(atOnce, orSimple(meters)));
            limit.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            limit.setEnabled(settings.topic() != null);
            return limit;
        }

        /** Of whatever is sent to anybody. */
        @Bean
        WholeRequests natterWholeRequests(@Value("${natter.requests-within}") Duration within) {
            return new WholeRequests(within);
        }
    }
}
