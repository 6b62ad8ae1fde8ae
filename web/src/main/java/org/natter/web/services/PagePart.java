package org.natter.web.services;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One part of a page: what a service said, or the key of the sentence shown in its place while that service is down. */
public record PagePart<T>(@Nullable T value, @Nullable String down) {

    /** Asks now; only a service that is down becomes a panel. */
    public static <T> PagePart<T> of(Supplier<T> question) {
        try {
            return new PagePart<>(question.get(), null);
        } catch (ServiceDown down) {
            return new PagePart<>(null, down.service().downMessage());
        }
    }

    /** Asks on another thread; {@link Asked#get()} waits for the answer. */
    public static <T> Asked<T> asked(ExecutorService threads, Supplier<T> question) {
        return new Asked<>(CompletableFuture.supplyAsync(() -> of(question), threads));
    }

    /** What was said, if anything was. */
    public Optional<T> found() {
        return Optional.ofNullable(value);
    }

    /** The same part in other words. */
    public <R> PagePart<R> map(Function<T, R> change) {
        return new PagePart<>(found().map(change).orElse(null), down);
    }

    /** Whether the service is down. */
    public boolean isDown() {
        return down != null;
    }

    /** A question under way. */
    public record Asked<T>(CompletableFuture<PagePart<T>> answer) {

        /** The part, once it is there; refusals are thrown as the service made them. */
        public PagePart<T> get() {
            try {
                return answer.join();
            } catch (CompletionException wrapped) {
                if (wrapped.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw wrapped;
            }
        }
    }
}
