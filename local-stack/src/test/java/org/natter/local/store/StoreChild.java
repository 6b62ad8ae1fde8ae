package org.natter.local.store;

import java.nio.file.Path;

/** A store in a process of its own: file, port. */
final class StoreChild {

    private StoreChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        new EmbeddedStore(Path.of(arguments[0]), Integer.parseInt(arguments[1]), false).start();
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
