package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.feedback.invitation.Cast.FENLAND;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.feedback.invitation.Agenda;
import org.natter.feedback.invitation.AttendanceTold;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventTold;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.feedback.invitation.Standing;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.springframework.data.mongodb.core.MongoOperations;

/** Rooms, agenda and invitations on a store: guarded, claimed and begun once. */
class InvitationStoreTest {

    private static final Instant ENDS = Instant.parse("2026-10-15T20:00:00Z");
    private static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

    private static FeedbackHarness feedback;
    private static int events;

    private final EventId event = new EventId("%032x".formatted(++events));
    private final Rooms rooms = feedback.bean(Rooms.class);
    private final Agenda agenda = feedback.bean(Agenda.class);

    @BeforeAll
    static void start() {
        feedback = new FeedbackHarness("1d");
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    @Test
    void toldTwiceIsToldOnce() {
        assertThat(booked(1)).isEqualTo(Effect.APPLIED);
        var before = row();

        assertThat(booked(1)).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void anOlderFactNeverReplacesANewerOne() {
        rooms.on(told(), SeatStanding.CANCELLED, source("seats", event.value(), 7, WREN.value()));

        assertThat(booked(6)).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(room().seats()).containsEntry(WREN, SeatStanding.CANCELLED);
    }

    @Test
    void peopleAreKnownBeforeTheirEvent() {
        rooms.onCheckIn(told(), Presence.HERE, source("check-in", WREN.value(), 1, WREN.value()));

        assertThat(room().gathering()).isEmpty();
        assertThat(room().came()).containsExactly(WREN);
        assertThat(rooms.gathering(event)).isEmpty();

        concluded(1);
        assertThat(rooms.gathering(event)).contains(new Gathering(FENLAND, ENDS, PubEvening.LONDON, Standing.OVER));
        assertThat(room().came()).containsExactly(WREN);
    }

    @Test
    void anyOrderEndsInTheSameRoom() {
        List<Function<InvitationStoreTest, Effect>> facts = List.of(
                test -> test.booked(1),
                test -> test.rooms.on(
                        new AttendanceTold(SAMIR, test.event),
                        SeatStanding.WAITING,
                        source("seats", test.event.value(), 2, SAMIR.value())),
                test -> test.rooms.on(
                        test.told(), SeatStanding.CANCELLED, source("seats", test.event.value(), 3, WREN.value())),
                test -> test.rooms.onCheckIn(
                        test.told(), Presence.HERE_UNREACHABLE, source("check-in", WREN.value(), 1, WREN.value())),
                test -> test.rooms.onCheckIn(
                        test.told(), Presence.NOT_HERE, source("check-in", WREN.value(), 2, WREN.value())),
                test -> test.published(1),
                test -> test.concluded(2));
        var gathering = new Gathering(FENLAND, ENDS, PubEvening.LONDON, Standing.OVER);

        for (long seed = 0; seed < 100; seed++) {
            var test = new InvitationStoreTest();
            var shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, 4));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(fact -> fact.apply(test));

            var room = test.room();
            assertThat(room.gathering()).as("seed %d", seed).contains(gathering);
            assertThat(room.came()).as("seed %d", seed).isEmpty();
            assertThat(room.unreachable()).as("seed %d", seed).isEmpty();
            assertThat(room.seats())
                    .as("seed %d", seed)
                    .containsOnly(
                            java.util.Map.entry(WREN, SeatStanding.CANCELLED),
                            java.util.Map.entry(SAMIR, SeatStanding.WAITING));
            assertThat(test.rooms.known(test.event, Set.of(WREN, SAMIR, VIVIEN)))
                    .containsExactlyInAnyOrder(WREN, SAMIR);
        }
    }

    @Test
    void whoIsNotOnTheListAndWhoLeftNoAddressAreKept() {
        rooms.on(told(), SeatStanding.BOOKED_UNLISTED, source("seats", event.value(), 1, WREN.value()));
        rooms.on(
                new AttendanceTold(SAMIR, event),
                SeatStanding.BOOKED,
                source("seats", event.value(), 2, SAMIR.value()));
        rooms.onCheckIn(told(), Presence.HERE_UNREACHABLE, source("check-in", WREN.value(), 1, WREN.value()));

        assertThat(rooms.unlisted(event, Set.of(WREN, SAMIR, VIVIEN))).containsExactly(WREN);
        assertThat(room().came()).containsExactly(WREN);
        assertThat(room().unreachable()).containsExactly(WREN);
    }

    @Test
    void aCheckInWrittenDownByAnEarlierReleaseIsOfSomebodyWhoCanBeReached() {
        rooms.onCheckIn(told(), Presence.HERE_UNREACHABLE, source("check-in", WREN.value(), 1, WREN.value()));
        feedback.bean(MongoOperations.class)
                .getCollection("room")
                .updateOne(
                        new Document("_id", event.value()),
                        new Document("$unset", new Document("checkIns." + WREN.value() + ".reachable", "")));

        assertThat(room().came()).containsExactly(WREN);
        assertThat(room().unreachable()).isEmpty();
    }

    @Test
    void oneOfManyClaimsAnEvent() throws Exception {
        due();
        var threads = Executors.newFixedThreadPool(8);
        var go = new CountDownLatch(1);
        var claims = new ArrayList<Future<Optional<Agenda.Claim>>>();
        for (int i = 0; i < 8; i++) {
            claims.add(threads.submit(() -> {
                go.await();
                return agenda.claim(event, NOW);
            }));
        }

        go.countDown();
        var won = 0;
        for (var claim : claims) {
            won += claim.get().isPresent() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(agenda.claim(event, NOW.plusSeconds(29))).isEmpty();
        assertThat(agenda.claim(event, NOW.plusSeconds(30)))
                .as("a dead claimant's")
                .isPresent();
    }

    @Test
    void newsDuringAClaimAreLookedAtAfterIt() {
        due();
        var claim = agenda.claim(event, NOW).orElseThrow();

        due();
        agenda.finish(claim, Optional.of(NOW.plusSeconds(3600)));

        assertThat(agenda.due(NOW)).contains(event);
    }

    @Test
    void anEventComesBackWhenSaidAndNeverIfNot() {
        due();
        agenda.finish(agenda.claim(event, NOW).orElseThrow(), Optional.of(NOW.plusSeconds(60)));
        assertThat(agenda.due(NOW.plusSeconds(59))).doesNotContain(event);
        assertThat(agenda.due(NOW.plusSeconds(60))).contains(event);

        agenda.finish(agenda.claim(event, NOW.plusSeconds(60)).orElseThrow(), Optional.empty());
        assertThat(agenda.due(Instant.parse("2500-01-01T00:00:00Z"))).doesNotContain(event);
    }

    @Test
    void anInvitationBeginsOnce() {
        var invitations = feedback.bean(Invitations.class);
        var first = Invitation.first(VIVIEN, event, InvitationKind.HOW_WAS_IT, NOW, ENDS);
        var second = Invitation.first(VIVIEN, event, InvitationKind.DID_YOU_MAKE_IT, ENDS, ENDS);

        invitations.issue(first);

        assertThat(invitations.issue(second)).isEqualTo(first);
        assertThat(invitations.find(VIVIEN)).contains(first);
    }

    /** As if something had been told on New Year's Day of 2020. */
    private void due() {
        var clock = feedback.now();
        feedback.clockShows(NOW.toString());
        agenda.lookAt(event);
        feedback.clockShows(clock.toString());
    }

    private Effect booked(long version) {
        return rooms.on(told(), SeatStanding.BOOKED, source("seats", event.value(), version, WREN.value()));
    }

    private Effect published(long version) {
        return rooms.on(
                new EventTold(event, FENLAND, ENDS, PubEvening.LONDON),
                Standing.COMING,
                source("event", event.value(), version, event.value()));
    }

    private Effect concluded(long version) {
        return rooms.on(
                new EventTold(event, FENLAND, ENDS, PubEvening.LONDON),
                Standing.OVER,
                source("event", event.value(), version, event.value()));
    }

    private AttendanceTold told() {
        return new AttendanceTold(WREN, event);
    }

    private Room room() {
        return rooms.find(event).orElseThrow();
    }

    private Document row() {
        return feedback.bean(MongoOperations.class)
                .getCollection("room")
                .find(new Document("_id", event.value()))
                .first();
    }

    private static MessageMetadata source(String aggregate, String id, long version, String subject) {
        return new MessageMetadata(
                aggregate + "/" + id + "/" + version,
                "any.told.v1",
                aggregate,
                id,
                version,
                subject,
                ENDS,
                "%064x".formatted(version));
    }
}
