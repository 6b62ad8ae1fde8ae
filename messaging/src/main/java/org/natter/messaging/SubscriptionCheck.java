package org.natter.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.natter.messaging.Subscriptions.Subscription;

/**
 * Compares what an application can hear with what it listens to: each handler table is one function bean, each function has
 * one binding of its own topic, and the framework is told to run exactly these (ADR 0027).
 *
 * @param functions the topic that each function's table reads, by the function's name
 * @param tables the topics of all tables that were made
 * @param bound the names of the functions that the framework runs
 */
record SubscriptionCheck(
        Map<String, String> functions, List<String> tables, List<Subscription> subscriptions, Set<String> bound) {

    /** @throws IllegalStateException naming all that does not match, so that nothing told is passed over in silence */
    void check() {
        var wrong = wrong();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "Refusing to start, messages would not be heard: " + String.join("; ", wrong));
        }
    }

    private List<String> wrong() {
        var wrong = new ArrayList<String>();
        var unread = new ArrayList<>(tables);
        functions.values().forEach(unread::remove);
        unread.forEach(topic -> wrong.add("a handler table of " + topic + " is no function bean"));
        var topics = new TreeMap<String, String>();
        for (var subscription : subscriptions) {
            topics.put(subscription.function(), subscription.topic());
            if (!functions.containsKey(subscription.function())) {
                wrong.add(subscription.binding() + " binds no function with a handler table");
            }
        }
        new TreeMap<>(functions).forEach((function, topic) -> {
            if (!topics.containsKey(function)) {
                wrong.add(function + " has no binding spring.cloud.stream.bindings." + function + "-in-0");
            } else if (!topic.equals(topics.get(function))) {
                wrong.add(function + " has a table of " + topic + " and is bound to " + topics.get(function));
            }
        });
        if (!bound.equals(topics.keySet())) {
            wrong.add("spring.cloud.function.definition is set to " + new TreeSet<>(bound) + ", the bindings name "
                    + topics.keySet());
        }
        return wrong;
    }
}
