package org.natter.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where every part listens, on the loopback address.
 *
 * @param applications the port each application serves on
 * @param management the port each application's health is asked on
 */
public record Ports(
        Map<Application, Integer> applications,
        Map<Application, Integer> management,
        int kafka,
        int controller,
        int mongodb,
        int smtp,
        int mailbox) {

    private static final int CONTROLLER = 9093;

    /** Apart from all ports moved by up to {@value MOST_MOVED}, and below those handed out to outgoing connections. */
    private static final int LOWEST_FREE = 15_000;

    private static final int HIGHEST_FREE = 28_000;

    /** The furthest that all ports can be moved and stay below those handed out to outgoing connections. */
    public static final int MOST_MOVED = 5_500;

    public Ports {
        applications = Map.copyOf(applications);
        management = Map.copyOf(management);
    }

    /** The ports everybody expects (web on 8080), each moved up by the same number. */
    public static Ports shiftedBy(int shift) {
        var applications = new EnumMap<Application, Integer>(Application.class);
        var management = new EnumMap<Application, Integer>(Application.class);
        for (var application : Application.values()) {
            var place = application == Application.WEB ? 0 : application.ordinal() + 1;
            applications.put(application, 8080 + place + shift);
            management.put(application, 9080 + place + shift);
        }
        return new Ports(
                applications, management, 9092 + shift, CONTROLLER + shift, 27017 + shift, 1025 + shift, 8025 + shift);
    }

    /** Ports nobody listens on just now, nor will by this method, from below those that a system hands out to outgoing connections. */
    public static Ports free() {
        var free = new LinkedHashSet<Integer>();
        while (free.size() < 2 * Application.values().length + 5) {
            free.add(oneFree());
        }
        var next = free.iterator();
        var applications = new EnumMap<Application, Integer>(Application.class);
        var management = new EnumMap<Application, Integer>(Application.class);
        for (var application : Application.values()) {
            applications.put(application, next.next());
            management.put(application, next.next());
        }
        return new Ports(applications, management, next.next(), next.next(), next.next(), next.next(), next.next());
    }

    /** One of them. */
    public static int oneFree() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
            if (ClaimedPorts.claim(port) && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The address of an application, without a slash at its end. */
    public String addressOf(Application application) {
        return "http://127.0.0.1:" + applications.get(application);
    }

    /** The address of an application's health, without a slash at its end. */
    public String managementAddressOf(Application application) {
        return "http://127.0.0.1:" + management.get(application);
    }

    /** Whether nobody listens on any of them just now. */
    public boolean areFree() {
        return taken(RealParts.none()).keySet().stream().allMatch(Ports::isFree);
    }

    /** Makes sure that nobody else listens where the embedded parts will. */
    void requireFree(RealParts real) {
        taken(real).forEach((port, part) -> {
            if (!isFree(port)) {
                throw CannotStart.because("Port " + port + " (" + part + ") is taken by another program. Stop that, or"
                        + " move all of Natter's ports up with --shift-ports 1000.");
            }
        });
    }

    private Map<Integer, String> taken(RealParts real) {
        var wanted = new LinkedHashMap<Integer, String>();
        applications.forEach((application, port) -> wanted.put(port, application.label()));
        management.forEach((application, port) -> wanted.put(port, application.label() + "'s health"));
        if (real.kafka().isEmpty()) {
            wanted.put(kafka, "Kafka");
            wanted.put(controller, "Kafka's controller");
        }
        if (real.mongodb().isEmpty()) {
            wanted.put(mongodb, "the store");
        }
        if (real.smtp().isEmpty()) {
            wanted.put(smtp, "mail");
            wanted.put(mailbox, "the mailbox page");
        }
        return wanted;
    }
}
