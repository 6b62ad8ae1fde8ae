package org.natter.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Ports nobody listens on just now. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 2 * Application.values().length + 5; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var free = new ArrayList<Integer>();
            for (var socket : sockets) {
                free.add(socket.getLocalPort());
                socket.close();
            }
            var applications = new EnumMap<Application, Integer>(Application.class);
            var management = new EnumMap<Application, Integer>(Application.class);
            for (var application : Application.values()) {
                applications.put(application, free.remove(0));
                management.put(application, free.remove(0));
            }
            return new Ports(applications, management, free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Makes sure that nobody else listens where the embedded parts will. */
    void requireFree(RealParts real) {
        taken(real).forEach((port, part) -> {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
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
