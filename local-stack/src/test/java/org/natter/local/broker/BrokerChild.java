package org.natter.local.broker;

import java.nio.file.Path;

/** A broker in a process of its own: folder, port, controller's port. */
final class BrokerChild {

    private BrokerChild() {}

    public static void main(String[] arguments) {
        new EmbeddedBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .start();
        System.out.println("ready");
    }
}
