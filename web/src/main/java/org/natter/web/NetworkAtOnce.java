package org.natter.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.natter.web.account.Origin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Answers so many requests of one network at once and no more, before anything of them was read: whoever begins many forms
 * and finishes none takes part of web's threads, and not all of them. A line that is open for news takes none.
 */
final class NetworkAtOnce extends ValveBase {

    /** A hall of people behind one address has a few under way in any moment; web has three times as many threads. */
    static final int MOST = 64;

    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();
    private final byte[] busy;

    /** @param busy the page for whoever comes too much */
    NetworkAtOnce(byte[] busy) {
        super(true);
        this.busy = busy;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var site = Origin.at(request.getRemoteAddr()).site();
        if (underWay.merge(site, 1, Integer::sum) > MOST) {
            leave(site);
            refuse(request, response);
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            leave(site);
        }
    }

    /** What has not come of the form by now is not waited for. */
    private void refuse(Request request, Response response) throws IOException {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value()); // with this the server closes the line
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(busy.length);
        response.getOutputStream().write(busy);
        response.finishResponse();
    }

    private void leave(String site) {
        underWay.computeIfPresent(site, (same, count) -> count == 1 ? null : count - 1);
    }
}
