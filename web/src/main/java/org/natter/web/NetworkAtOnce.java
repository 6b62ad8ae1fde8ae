package org.natter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.natter.web.account.Origin;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many requests of one network at once and no more, before anything of them was read: whoever sends many forms
 * and finishes none takes part of web's threads, and not all of them. A line that is open for news takes none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class NetworkAtOnce extends OncePerRequestFilter {

    /** A hall of people behind one address has a few under way in any moment; web has three times as many threads. */
    static final int MOST = 64;

    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();
    private final byte[] busy;

    NetworkAtOnce(MessageSource words) {
        this.busy = FirstWords.shortPage(words, "dead-end.busy");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var site = Origin.at(request.getRemoteAddr()).site();
        if (underWay.merge(site, 1, Integer::sum) > MOST) {
            leave(site);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value()); // with this the server closes the line unread
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(busy.length);
            response.getOutputStream().write(busy);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            leave(site);
        }
    }

    private void leave(String site) {
        underWay.computeIfPresent(site, (same, count) -> count == 1 ? null : count - 1);
    }
}
