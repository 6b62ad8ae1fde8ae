package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.local.story.OpenModel.Latency;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi.EventKind;

/**
 * The whole of Natter in a process of its own with its own store and broker, a region set up in it, and everybody who
 * measures something there: they take turns, one step after the other.
 */
final class Bench implements AutoCloseable {

    private static final Instant BEGINS = Journey.BEGINS;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;
    private static final int KILOBYTES_IN_A_MEGABYTE = 1024;

    private final Path folder;
    private final int shift = FreePort.shift();
    private final Ports ports = Ports.shiftedBy(shift);
    private final AdjustableClock clock;
    private final Mailbox mailbox;
    private final Sheet sheet;
    private final ServiceApis services;
    private final ServiceApis servicesOnce;
    private final RegionPeople region;
    private final RegionPeople crowd;
    private ChildJvm natter;
    private Duration spent;
    private int events;
    private int booked;

    /** Starts it all with its data in the folder. */
    Bench(Path folder, Sheet sheet) throws IOException, InterruptedException, TimeoutException {
        this.folder = folder;
        this.sheet = sheet;
        this.clock = AdjustableClock.keptIn(folder.resolve("clock"), BEGINS, Story.ZONE);
        this.mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any());
        mailbox.start();
        this.natter = StackChild.start(folder, shift, mailbox);
        this.spent = natter.machineTime();
        var keys = StackKeys.keptIn(folder.resolve("data").resolve("keys"));
        this.services = ServiceApis.of(ports, keys, clock);
        this.servicesOnce = ServiceApis.askedOnce(ports, keys, clock);
        try {
            this.region =
                    NetworkSetUp.setUp(ports, "/set-up?word=" + StackChild.SET_UP_WORD, mails(), clock, services, 7);
            this.crowd = NetworkSetUp.founded(mails(), clock, servicesOnce, 8);
        } catch (RuntimeException notSetUp) {
            natter.close();
            mailbox.close();
            throw notSetUp;
        }
    }

    /** Those who prepare something: they ask until they are answered. */
    RegionPeople region() {
        return region;
    }

    /** Those who are measured: what a service refuses them, they notice. */
    RegionPeople crowd() {
        return crowd;
    }

    /** What those who prepare something ask. */
    ServiceApis services() {
        return services;
    }

    /** What those who are measured ask. */
    ServiceApis servicesOnce() {
        return servicesOnce;
    }

    Ports ports() {
        return ports;
    }

    /** Where its store is, for whoever looks into it. */
    String store() {
        return "mongodb://127.0.0.1:" + ports.mongodb() + "/?directConnection=true";
    }

    /** Where its broker is. */
    String broker() {
        return "127.0.0.1:" + ports.kafka();
    }

    Mailbox mailbox() {
        return mailbox;
    }

    MailReader mails() {
        return new MailReader(mailbox);
    }

    AdjustableClock clock() {
        return clock;
    }

    Sheet sheet() {
        return sheet;
    }

    /** Publishes an event of so many places, of the length of a working day. */
    PublishedEvent publish(String title, LocalDateTime starts, int places) {
        return region.publish(
                EventKind.CONFERENCE,
                title,
                "",
                starts,
                starts.plusHours(7),
                places,
                RegionPeople.venue("The Corn Hall", "Market Place", ""));
    }

    /** So many people whom nobody has met yet. */
    List<Guest> guests(int people) {
        events++;
        return IntStream.range(0, people)
                .mapToObj(number -> BusyEvent.guest(events, number))
                .toList();
    }

    /** An organiser of the region. */
    Caller organiser() {
        var where = services.events().regions(Caller.everybody()).get(0).region();
        return Caller.organiser("0".repeat(32), where.value());
    }

    /** Counts more people booked. */
    void countBooked(int people) {
        booked += people;
    }

    /** Machine time is counted from here on. */
    void begin() {
        spent = natter.machineTime();
    }

    /** Machine time since {@link #begin()}, in milliseconds, of whatever went on. */
    double machineMillis() {
        return natter.machineTime().minus(spent).toMillis();
    }

    /**
     * Says how long these took, what each cost of machine time since {@link #begin()}, with whatever else went on, and how long
     * it took from the last answer until all that follows had happened, which is now.
     *
     * @param answered when the last was answered, as {@link System#nanoTime()} said
     */
    void say(String what, int people, Latency latency, long answered) {
        var each = machineMillis() / latency.took().requests();
        var figures = latency.took().figures();
        figures.put("asked", latency.asked());
        figures.put("served", latency.served());
        figures.put("again", latency.again());
        figures.put("machineEach", each);
        figures.put("allDoneAfter", (System.nanoTime() - answered) / NANOS_IN_A_MILLISECOND);
        sheet.say(what, people, figures);
    }

    /** Says what the process holds in memory, and how many people have been booked with it. */
    void sayMemory() throws IOException {
        var held = natter.memory();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("now", held.getOrDefault("VmRSS", 0L) / KILOBYTES_IN_A_MEGABYTE);
        figures.put("most", held.getOrDefault("VmHWM", 0L) / KILOBYTES_IN_A_MEGABYTE);
        sheet.say("memory", booked, figures);
    }

    /** Stops Natter and starts it again at a later moment. */
    void restartAt(Instant then) throws IOException, InterruptedException, TimeoutException {
        natter.kill();
        AdjustableClock.keptIn(folder.resolve("data").resolve("clock"), BEGINS, Story.ZONE)
                .moveTo(then);
        clock.moveTo(then);
        natter = StackChild.start(folder, shift, mailbox);
        begin();
    }

    @Override
    public void close() {
        region.close();
        crowd.close();
        natter.close();
        mailbox.close();
    }
}
