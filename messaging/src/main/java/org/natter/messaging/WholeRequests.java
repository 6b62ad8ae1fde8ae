package org.natter.messaging;

import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Has what comes with a request arrive before anybody looks at the request, within a time for all of it: whoever holds back
 * its last bytes is judged when they are there, and whoever sends a letter a second holds a thread until that time is over
 * and is answered 408.
 *
 * <p>Guarantee: nothing is begun of a request that did not arrive whole. Of one beyond {@link #MOST} the rest is read by
 * whoever wants it, within the same time.
 */
@Order(Ordered.LOWEST_PRECEDENCE) // within what writes the server's own answers
final class WholeRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** What is kept of one request until somebody reads it: more than any of ours brings along. */
    static final int MOST = 64 * 1024;

    private final Duration within;

    /** @param within how long all of it may take; half of it may pass without a single byte */
    WholeRequests(Duration within) {
        this.within = within;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout((int) within.toMillis() / 2);
            }
        });
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Arrival(within)));
    }

    private static final class Arrival extends ValveBase {

        private final Duration within;

        Arrival(Duration within) {
            super(true);
            this.within = within;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var asked = request.getCoyoteRequest();
            if (asked.getContentLengthLong() <= 0 && asked.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
                getNext().invoke(request, response);
                return;
            }
            var line = asked.getInputBuffer();
            var body = new Body(line, System.nanoTime() + within.toNanos());
            try {
                body.arrive(asked);
            } catch (SocketTimeoutException late) {
                refuse(request, response, HttpStatus.REQUEST_TIMEOUT);
                return;
            } catch (IOException broken) {
                refuse(request, response, HttpStatus.BAD_REQUEST);
                return;
            }
            asked.setInputBuffer(body);
            try {
                getNext().invoke(request, response);
            } finally {
                asked.setInputBuffer(line);
                if (!body.comesToItsEnd()) {
                    waitForNoMore(request, response);
                }
            }
        }

        private static void refuse(Request request, Response response, HttpStatus status) throws IOException {
            waitForNoMore(request, response);
            response.sendError(status.value());
        }

        /** What has not come by now must not be taken for another request, so the line is closed after the answer. */
        private static void waitForNoMore(Request request, Response response) throws IOException {
            if (response.isCommitted()) {
                response.finishResponse();
                request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            } else {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                response.setHeader(HttpHeaders.CONNECTION, "close");
            }
        }
    }

    /** What has arrived, and whatever follows it. */
    private static final class Body implements InputBuffer {

        /** So much of what nobody wants is read all the same, so that its sender comes to read the answer. */
        private static final long SWALLOWED = 2L * 1024 * 1024;

        private final InputBuffer line;
        private final long until;
        private ByteBuffer kept = ByteBuffer.allocate(0);
        private boolean over;

        Body(InputBuffer line, long until) {
            this.line = line;
            this.until = until;
        }

        void arrive(org.apache.coyote.Request asked) throws IOException {
            var arrived = new ByteArrayOutputStream();
            var piece = new Piece();
            var announced = asked.getContentLengthLong();
            while (!over && arrived.size() <= MOST) {
                requireTime();
                over = asked.doRead(piece) < 0 || announced > 0 && arrived.size() + piece.size() >= announced;
                piece.moveTo(arrived);
            }
            if (over && arrived.size() < announced) {
                throw new EOFException("There was to be more");
            }
            kept = ByteBuffer.wrap(arrived.toByteArray());
        }

        @Override
        public int doRead(ApplicationBufferHandler reader) throws IOException {
            if (kept.hasRemaining()) {
                var bytes = kept;
                kept = ByteBuffer.allocate(0);
                reader.setByteBuffer(bytes);
                return bytes.remaining();
            }
            if (over) {
                return -1;
            }
            requireTime();
            var read = line.doRead(reader);
            over = read < 0;
            return read;
        }

        @Override
        public int available() {
            return kept.remaining();
        }

        /** Reads what nobody wanted, as long as there is time, and says whether nothing more is to come. */
        boolean comesToItsEnd() {
            var piece = new Piece();
            var read = 0L;
            try {
                while (!over && read < SWALLOWED) {
                    requireTime();
                    over = line.doRead(piece) < 0;
                    read += piece.size();
                    piece.moveTo(new ByteArrayOutputStream());
                }
            } catch (IOException lateOrGone) {
                return false;
            }
            return over;
        }

        private void requireTime() throws SocketTimeoutException {
            if (System.nanoTime() - until > 0) {
                throw new SocketTimeoutException("Not there in time");
            }
        }
    }

    /** Where the server puts what it has read in one go. */
    private static final class Piece implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        int size() {
            return bytes.remaining();
        }

        void moveTo(ByteArrayOutputStream all) {
            while (bytes.hasRemaining()) {
                all.write(bytes.get());
            }
        }

        @Override
        public void setByteBuffer(ByteBuffer read) {
            bytes = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // never asked for: the server brings its own
        }
    }
}
