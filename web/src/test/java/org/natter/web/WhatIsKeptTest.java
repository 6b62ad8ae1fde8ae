package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.natter.web.account.KnownBrowsers;
import org.natter.web.stub.Sampled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Every collection of web and every field in it; what is not named here is not kept. */
class WhatIsKeptTest extends WholeWebBody {

    private static final Map<String, Set<String>> KEPT = Map.of(
            "organiser",
                    Set.of("_id", "name", "email", "role", "region", "passwordHash", "since", "generation", "passkeys"),
            "network", Set.of("_id", "name", "owner", "until"),
            "session", Set.of("_id", "created", "seen", "idle", "family", "attributes"),
            "sign_in_code", Set.of("_id", "organiser", "hash", "until", "tries", "used"),
            "password_link", Set.of("_id", "whose", "until"),
            "door_link",
                    Set.of(
                            "_id",
                            "region",
                            "link",
                            "hash",
                            "madeBy",
                            "madeAt",
                            "from",
                            "until",
                            "zone",
                            "off",
                            "eventVersion"),
            "known_browser", Set.of("_id", "seen"),
            "attempt", Set.of("_id", "misses", "at", "next"),
            "allowance", Set.of("_id", "taken", "until"));

    /** Who organises, and the network itself, stay until somebody removes them; all else is swept. */
    private static final Set<String> STAYS = Set.of("organiser", "network");

    @Test
    void nothingButWhatIsNamed() throws Exception {
        everyRowThereIs();

        // Every application has an event log; web says nothing, so its own stays empty.
        assertThat(mongo.getCollection("event_log").countDocuments()).isZero();
        assertThat(mongo.getCollectionNames().stream().filter(name -> !name.equals("event_log")))
                .containsExactlyInAnyOrderElementsOf(KEPT.keySet());
        KEPT.forEach((collection, fields) -> {
            var found = new LinkedHashSet<String>();
            mongo.getCollection(collection).find().forEach((Document row) -> {
                found.addAll(row.keySet());
                row.get("attributes", new Document())
                        .forEach((name, value) -> assertThat(value).as(name).isInstanceOf(Binary.class));
                if (!collection.equals("organiser")) {
                    assertThat(row.toJson())
                            .as(collection)
                            .doesNotContain("@", "riverside", "Marguerite", "Kofi", "127.0.0.1");
                }
            });
            assertThat(found).as(collection).isNotEmpty().isSubsetOf(fields);
        });
    }

    @Test
    void whatEndsIsRemovedByItself(@Autowired List<ScheduledTaskHolder> timers) throws Exception {
        everyRowThereIs();
        afterSweeping(timers, Duration.ofDays(KnownBrowsers.DAYS + 1), () -> {});

        for (var collection : mongo.getCollectionNames()) {
            if (!STAYS.contains(collection)) {
                assertThat(mongo.getCollection(collection).countDocuments())
                        .as(collection)
                        .isZero();
            }
        }
    }

    /** Each row is there to the end that operations.md says, and gone a minute behind it. */
    @Test
    void eachRowEndsWhenItIsSaidTo(@Autowired List<ScheduledTaskHolder> timers) throws Exception {
        everyRowThereIs();
        var ends = new TreeMap<Duration, String>();
        Map.of(
                        "sign_in_code", Duration.ZERO,
                        "password_link", Duration.ZERO,
                        "allowance", Duration.ZERO,
                        "door_link", Duration.ofDays(7),
                        "attempt", Duration.ofDays(1),
                        "known_browser", Duration.ofDays(180),
                        "session", Duration.ofHours(12))
                .forEach((collection, after) -> ends.put(lastOf(collection).plus(after), collection));

        assertThat(ends).hasSize(7);
        ends.forEach((end, collection) -> {
            afterSweeping(
                    timers,
                    end.minusMinutes(1),
                    () -> assertThat(mongo.getCollection(collection).countDocuments())
                            .as(collection)
                            .isPositive());
            afterSweeping(
                    timers,
                    end.plusMinutes(1),
                    () -> assertThat(mongo.getCollection(collection).countDocuments())
                            .as(collection)
                            .isZero());
        });
    }

    /** How long it is to the last moment that a row of this collection counts from. */
    private Duration lastOf(String collection) {
        var moments = new TreeSet<Instant>();
        mongo.getCollection(collection)
                .find()
                .forEach((Document row) ->
                        moments.add(Stream.of("until", "at", collection.equals("session") ? "created" : "seen")
                                .map(row::getDate)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow()
                                .toInstant()));
        return Duration.between(clock.instant(), moments.last());
    }

    /** Sweeps so long from now, and comes back. */
    private void afterSweeping(List<ScheduledTaskHolder> timers, Duration later, Runnable look) {
        clock.move(later);
        try {
            timers.stream()
                    .flatMap(timer -> timer.getScheduledTasks().stream())
                    .filter(task -> task.toString().contains(".sweep"))
                    .forEach(task -> task.getTask().getRunnable().run());
            look.run();
        } finally {
            clock.move(later.negated());
        }
    }

    private void everyRowThereIs() throws Exception {
        ownerIn();
        organiserIn();
        lendTheDoor();
        press(open("/organise"), "Sign out");
        SERVICES.answer("POST /attendee/sign-in-links", Sampled.of("attendee-service/post-sign-in-links/accepted"));
        var form = open("/sign-in");
        type(form, "email", "wren@riverside.example");
        press(form, "Email me a link");
        var forgotten = open("/account/forgotten");
        type(forgotten, "email", "kofi@library.example");
        press(forgotten, "Email me a link");
        password("kofi@library.example", "shelf by shelf by shelf");
        browser.getCookieManager().clearCookies();
        password(OWNER, "not the password");
    }

    /** A phone has it, and an organiser the link. */
    private void lendTheDoor() throws Exception {
        var event = OrganisersSeason.event("get-events-event/a-draft", OrganisersSeason.WINTER)
                .with("startsAtInstant", clock.instant().toString())
                .with("endsAtInstant", clock.instant().plusSeconds(7200).toString());
        SERVICES.answer("GET /event/events/" + OrganisersSeason.WINTER, event);
        var made = press(open("/organise/events/" + OrganisersSeason.WINTER + "/door-link"), "Make a door link");
        var link = made.getElementById("door-address").getAttribute("value");
        try (var phone = browser()) {
            press(phone.getPage(address(link.substring(link.indexOf("/door/")))), "Open the door for Winter Warmer");
        }
    }
}
