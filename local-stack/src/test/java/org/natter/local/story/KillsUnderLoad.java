package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;
import org.natter.local.broker.EmbeddedBroker;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.local.store.EmbeddedStore;
import org.natter.web.services.EventApi.EventKind;

/**
 * Kills whole processes again and again while people book, cancel and check in, and prints what was acknowledged and what
 * is there. No part of a build: {@code local-stack/kills} runs it.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class KillsUnderLoad {

    private static final int KILLS = Integer.getInteger("natter.kills", 20);
    private static final int PEOPLE = 4;
    private static final int PLACES = 9_000;

    @TempDir
    private Path folder;

    private final Random moments = new Random(20);

    /** Everything in one process, its store and broker too. */
    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        var clock = AdjustableClock.keptIn(folder.resolve("clock"), Journey.BEGINS, Story.ZONE);
        var shift = FreePort.shift();
        try (var mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any())) {
            mailbox.start();
            var child = StackChild.start(folder, shift, mailbox);
            try (var region = setUp(shift, folder.resolve("data"), mailbox, clock)) {
                try (var crowd = new ComingAndGoing(evening(region))) {
                    crowd.by(region, PEOPLE);
                    for (int kill = 1; kill <= KILLS; kill++) {
                        pause();
                        child.kill();
                        System.out.printf("kill %2d, acknowledged so far: %s%n", kill, crowd.acknowledged());
                        child = StackChild.start(folder, shift, mailbox);
                    }
                    crowd.end();
                    assertThat(crowd.booked()).isGreaterThan(KILLS);
                    crowd.compare(region);
                }
            } finally {
                child.close();
            }
        }
    }

    /** Two instances of each application on one store and one broker; now one of the two is killed, now the other. */
    @Test
    void ofTwoInstancesOneTakesOverWhereTheOtherIsKilled() throws Exception {
        var clock = AdjustableClock.keptIn(folder.resolve("clock"), Journey.BEGINS, Story.ZONE);
        var shifts = new int[] {FreePort.shift(), FreePort.shift()};
        var names = List.of("one", "two");
        try (var mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any());
                var store = new EmbeddedStore(folder.resolve("store.mv"), FreePort.any(), true);
                var broker = new EmbeddedBroker(folder.resolve("broker"), FreePort.any(), FreePort.any())) {
            mailbox.start();
            store.start();
            broker.start();
            shareKeys(names);
            var parts = new StackChild.Shared(broker.address(), store.address());
            var children = new ArrayList<ChildJvm>();
            try {
                for (int i = 0; i < names.size(); i++) {
                    children.add(StackChild.startInstance(folder, names.get(i), shifts[i], mailbox, parts));
                }
                try (var first = setUp(shifts[0], folder.resolve("one"), mailbox, clock);
                        var second = NetworkSetUp.founded(
                                new MailReader(mailbox), clock, services(shifts[1], folder.resolve("two"), clock), 8);
                        var crowd = new ComingAndGoing(evening(first))) {
                    crowd.by(first, PEOPLE / 2);
                    crowd.by(second, PEOPLE / 2);
                    for (int kill = 1; kill <= KILLS; kill++) {
                        pause();
                        var whose = moments.nextInt(names.size());
                        children.get(whose).kill();
                        System.out.printf(
                                "kill %2d, of instance %s, acknowledged so far: %s%n",
                                kill, names.get(whose), crowd.acknowledged());
                        children.set(
                                whose,
                                StackChild.startInstance(folder, names.get(whose), shifts[whose], mailbox, parts));
                    }
                    crowd.end();
                    assertThat(crowd.booked()).isGreaterThan(KILLS);
                    crowd.compare(first);
                    crowd.compare(second);
                }
            } finally {
                children.forEach(ChildJvm::close);
            }
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1500 + moments.nextInt(4000));
    }

    private static RegionPeople setUp(int shift, Path data, Mailbox mailbox, AdjustableClock clock) {
        return NetworkSetUp.setUp(
                Ports.shiftedBy(shift),
                "/set-up?word=" + StackChild.SET_UP_WORD,
                new MailReader(mailbox),
                clock,
                services(shift, data, clock),
                7);
    }

    private static PublishedEvent evening(RegionPeople region) {
        return region.publish(
                EventKind.CONFERENCE,
                "Autumn Days 2026",
                "",
                LocalDateTime.of(2026, 11, 12, 9, 30),
                LocalDateTime.of(2026, 11, 12, 16, 30),
                PLACES,
                RegionPeople.venue("The Corn Hall", "Market Place", ""));
    }

    private static ServiceApis services(int shift, Path data, AdjustableClock clock) {
        return ServiceApis.of(Ports.shiftedBy(shift), StackKeys.keptIn(data.resolve("keys")), clock);
    }

    /** One installation has one set of keys, however many instances it has. */
    private void shareKeys(List<String> names) throws IOException {
        for (var name : names) {
            DataDirectory.open(folder.resolve(name)).close();
        }
        var made = folder.resolve(names.get(0)).resolve("keys");
        StackKeys.keptIn(made);
        for (var name : names.subList(1, names.size())) {
            var copied = Files.createDirectory(folder.resolve(name).resolve("keys"));
            try (var files = Files.list(made)) {
                for (var file : files.toList()) {
                    Files.copy(file, copied.resolve(file.getFileName()));
                }
            }
        }
    }
}
