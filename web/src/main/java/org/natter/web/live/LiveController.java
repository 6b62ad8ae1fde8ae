package org.natter.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.natter.web.account.OpenSessions;
import org.natter.web.account.Organiser;
import org.natter.web.forms.TryLater;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;
import org.natter.web.services.ServiceDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The line to open pages: the numbers at once, again whenever they change, and a sign of life every 15 seconds, or a
 * goodbye once its organiser has been signed out or removed. Once their role or region is another, the line ends and the page
 * asks again as who they are now. A page that was away gets the present numbers on coming back, so nothing is missed and
 * nothing counted twice.
 */
@Controller
class LiveController {

    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final Duration OPEN = Duration.ofMinutes(10);

    /** The event at which a page closes its line and does not ask again, as its {@code sse-close} says. */
    private static final String GOODBYE = "signed-out";

    private final Watching watching;
    private final CountsFragment counts;
    private final ExecutorService liveLooks;
    private final OpenSessions sessions;
    private final AtomicLong sent = new AtomicLong();

    LiveController(Watching watching, CountsFragment counts, OpenSessions sessions, ExecutorService liveLooks) {
        this.watching = watching;
        this.counts = counts;
        this.sessions = sessions;
        this.liveLooks = liveLooks;
    }

    @GetMapping(path = "/organise/live/{event}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> line(
            @PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, WebRequest request) {
        var emitter = new SseEmitter(OPEN.toMillis());
        var line = new OpenPage(emitter, organiser.caller(), event, request.getSessionId());
        emitter.onCompletion(() -> watching.leave(event, line));
        emitter.onTimeout(() -> watching.leave(event, line));
        emitter.onError(gone -> watching.leave(event, line));
        if (!watching.open(event, line, () -> counts.of(event, line.caller()))) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @ExceptionHandler
    ResponseEntity<Void> later(ServiceDown down) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", TryLater.SECONDS)
                .build();
    }

    /** One look for each event with news; none waits for another, and this thread for none. */
    @Scheduled(fixedDelay = 500)
    void look() {
        watching.audiences().forEach((event, audience) -> {
            if (audience.look()) {
                liveLooks.execute(() -> look(event, audience));
            }
        });
    }

    private void look(EventId event, Watching.Audience audience) {
        try {
            audience.anyCaller().ifPresent(caller -> audience.show(() -> counts.of(event, caller)));
        } catch (ServiceDown down) {
            LOG.debug("Live numbers wait: {}", down.getMessage());
        } catch (RuntimeException broken) {
            LOG.warn(
                    "Live numbers of event {} cannot be shown: {}",
                    event,
                    broken.getClass().getName());
        } finally {
            audience.looked();
        }
    }

    @Scheduled(fixedDelay = 15_000)
    void stillHere() {
        watching.audiences().values().forEach(audience -> liveLooks.execute(audience::stillHere));
    }

    /** Open lines must not keep the application from stopping. */
    @EventListener
    void stopping(ContextClosedEvent stop) {
        watching.audiences().values().forEach(Watching.Audience::close);
    }

    private final class OpenPage implements Watching.Watcher {

        private final SseEmitter emitter;
        private final Caller caller;
        private final EventId event;
        private final String session;

        OpenPage(SseEmitter emitter, Caller caller, EventId event, String session) {
            this.emitter = emitter;
            this.caller = caller;
            this.event = event;
            this.session = session;
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public void show(Fragments fragments) {
            show("counts", fragments.counts());
            show("last", fragments.last());
            show("standing", fragments.standing());
        }

        private void show(String name, String markup) {
            send(SseEmitter.event()
                    .id(Long.toString(sent.incrementAndGet()))
                    .name(name)
                    .data(markup, MediaType.TEXT_HTML));
        }

        @Override
        public void stillHere() {
            var now = sessions.signedIn(session).map(Organiser::caller);
            if (now.isEmpty()) {
                send(SseEmitter.event().name(GOODBYE).data("signed out"));
                close();
            } else if (now.get().equals(caller)) {
                send(SseEmitter.event().comment("still here"));
            } else {
                close();
            }
        }

        @Override
        public void close() {
            emitter.complete();
        }

        private void send(SseEmitter.SseEventBuilder news) {
            try {
                emitter.send(news);
            } catch (IOException | IllegalStateException gone) {
                watching.leave(event, this);
            }
        }
    }
}
