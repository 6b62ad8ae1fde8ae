package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.natter.messaging.Subscriptions.Subscription;
import org.natter.messaging.TableInbound.TableFunction;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.springframework.context.ApplicationContext;

/**
 * An application hears all it is told: every message type of each topic stands in its table, and with any one line of it
 * taken away (a binding, a function, a table's bean, a name in the list of what runs) it refuses to start.
 *
 * <p>Guarantee: what is tried is the start's own check on the running application's own parts. In this package, since that
 * check is not public.
 */
public abstract class SubscriptionsContract {

    /** The application, with all its features. */
    protected abstract ApplicationContext application();

    @Test
    void everyTypeOfATopicIsHandledOrIgnoredByName() {
        assertThat(application().getBean(Inbound.class).tables()).isNotEmpty().allSatisfy(table -> {
            var named = new HashSet<>(table.handlers().handled());
            named.addAll(table.handlers().ignored());
            assertThat(named).isEqualTo(ContractSamples.types(table.topic()));
        });
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsReadTodaysAndThoseOfTheVersionBefore() {
        var bodies = application().getBean(MessageBodies.class);
        return application().getBean(Inbound.class).tables().stream()
                .flatMap(table -> table.handlers().handled().stream()
                        .flatMap(type -> Stream.concat(
                                        ContractSamples.all(table.topic(), type).stream(),
                                        ContractSamples.before(table.topic(), type).stream())
                                .map(sample -> DynamicTest.dynamicTest(
                                        type + " " + sample.id(),
                                        () -> assertThat(bodies.read(
                                                        sample.bytes(),
                                                        table.handlers()
                                                                .handlerOf(type)
                                                                .orElseThrow()
                                                                .body(),
                                                        told(sample)))
                                                .isNotNull()))));
    }

    private static MessageMetadata told(Sample sample) {
        return new MessageMetadata(sample.id(), sample.type(), "any", "any", 1, "any", Instant.EPOCH, "0".repeat(64));
    }

    @Test
    void asItIsItStarts() {
        assertThatCode(parts()::check).doesNotThrowAnyException();
    }

    @TestFactory
    Stream<DynamicTest> withoutABindingItRefusesToStart() {
        var parts = parts();
        return parts.subscriptions().stream().map(gone -> {
            var others = new ArrayList<>(parts.subscriptions());
            others.remove(gone);
            return refuses(gone.function(), with(parts, others, without(parts.bound(), gone.function())));
        });
    }

    @TestFactory
    Stream<DynamicTest> withABindingOfAnotherTopicItRefusesToStart() {
        var parts = parts();
        return parts.subscriptions().stream().map(moved -> {
            var others = new ArrayList<>(parts.subscriptions());
            others.replaceAll(one ->
                    one.equals(moved) ? new Subscription(one.binding(), one.topic() + "-elsewhere", one.group()) : one);
            return refuses(moved.function(), with(parts, others, parts.bound()));
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutAFunctionItRefusesToStart() {
        var parts = parts();
        return parts.functions().keySet().stream().map(gone -> {
            var others = new HashMap<>(parts.functions());
            others.remove(gone);
            return refuses(gone, new SubscriptionCheck(others, parts.tables(), parts.subscriptions(), parts.bound()));
        });
    }

    @TestFactory
    Stream<DynamicTest> withATableThatIsNoFunctionItRefusesToStart() {
        var parts = parts();
        return parts.functions().values().stream().distinct().map(topic -> {
            var more = new ArrayList<>(parts.tables());
            more.add(topic);
            return refuses(topic, new SubscriptionCheck(parts.functions(), more, parts.subscriptions(), parts.bound()));
        });
    }

    @TestFactory
    Stream<DynamicTest> withAFunctionThatIsNotRunItRefusesToStart() {
        var parts = parts();
        return parts.bound().stream()
                .map(gone -> refuses(gone, with(parts, parts.subscriptions(), without(parts.bound(), gone))));
    }

    private SubscriptionCheck parts() {
        var beans = application();
        return MessagingConfiguration.subscriptionCheck(
                beans.getBeansOfType(TableFunction.class),
                beans.getBean(Inbound.class),
                beans.getBean(Subscriptions.class),
                beans.getEnvironment());
    }

    private static SubscriptionCheck with(SubscriptionCheck parts, List<Subscription> bindings, Set<String> bound) {
        return new SubscriptionCheck(parts.functions(), parts.tables(), bindings, bound);
    }

    private static Set<String> without(Set<String> names, String gone) {
        var others = new HashSet<>(names);
        others.remove(gone);
        return others;
    }

    private static DynamicTest refuses(String named, SubscriptionCheck parts) {
        return DynamicTest.dynamicTest(
                named,
                () -> assertThatThrownBy(parts::check)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(named));
    }
}
