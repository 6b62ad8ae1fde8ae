package org.natter.web.account.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.forms.Stranger;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands behind the filter that opens sessions and asks the limits before one is opened; using an open one costs nothing, and
 * whoever has shown that they belong here is not counted among strangers.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class SessionLimit extends OncePerRequestFilter {

    private final Limits limits;
    private final Clock clock;

    SessionLimit(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            var open = super.getSession(false);
            if (open != null) {
                return open;
            }
            if (Stranger.sent(this)) {
                limits.openSession(Origin.at(getRemoteAddr()), clock.instant());
            }
            return super.getSession();
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create ? getSession() : super.getSession(false);
        }
    }
}
