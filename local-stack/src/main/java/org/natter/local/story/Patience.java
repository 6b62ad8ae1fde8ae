package org.natter.local.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.ServiceDown;

/** Waits for what comes by message or mail, and for a service that is away; says what it waited for if it does not come. */
final class Patience {

    /** How long one call of a service may take, and how long a service that is away is asked again. */
    static final Duration FOR_AN_ANSWER = Duration.ofSeconds(30);

    private static final Duration FOR_A_MESSAGE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 50;

    private Patience() {}

    static <T> T until(String what, Supplier<Optional<T>> look) {
        return until(what, FOR_A_MESSAGE, look);
    }

    /** The same for what takes longer, or less long. */
    static <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
        var deadline = deadline(limit);
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited " + limit.toSeconds() + " s in vain for " + what + ".");
            }
            pause();
        }
    }

    static void untilTrue(String what, BooleanSupplier look) {
        until(what, () -> look.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * The same service, asked again while it is away, busy or on another minute. Every command may be sent twice: it carries
     * an id of its own, or says how things are to be.
     */
    static <T> T with(Class<T> api, T service) {
        return api.cast(Proxy.newProxyInstance(
                api.getClassLoader(),
                new Class<?>[] {api},
                (proxy, method, arguments) -> untilItAnswers(service, method, arguments)));
    }

    private static @Nullable Object untilItAnswers(
            Object service, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        var deadline = deadline(FOR_AN_ANSWER);
        while (true) {
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException failed) {
                if (!(failed.getCause() instanceof ServiceDown) || System.nanoTime() > deadline) {
                    throw failed.getCause();
                }
            }
            pause();
        }
    }

    private static long deadline(Duration limit) {
        return System.nanoTime() + limit.toNanos();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting.", e);
        }
    }
}
