package org.natter.messaging;

import java.util.List;
import java.util.Map;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.util.StringUtils;

/** The input bindings as the service's configuration names them. */
final class Subscriptions {

    private final BindingServiceProperties bindings;

    Subscriptions(BindingServiceProperties bindings) {
        this.bindings = bindings;
    }

    List<Subscription> all() {
        return bindings.getBindings().entrySet().stream()
                .filter(binding -> binding.getKey().endsWith("-in-0"))
                .map(Subscription::of)
                .toList();
    }

    /** A feature's reading of one topic. */
    record Subscription(String binding, String topic, String group) {

        static Subscription of(Map.Entry<String, BindingProperties> binding) {
            var properties = binding.getValue();
            if (!StringUtils.hasText(properties.getGroup()) || !StringUtils.hasText(properties.getDestination())) {
                throw new IllegalStateException("spring.cloud.stream.bindings." + binding.getKey()
                        + " needs a destination and a group of its own");
            }
            return new Subscription(binding.getKey(), properties.getDestination(), properties.getGroup());
        }

        String function() {
            return binding.substring(0, binding.length() - "-in-0".length());
        }

        String deadLetterTopic() {
            return DeadLetterReason.topicOf(topic, group);
        }
    }
}
