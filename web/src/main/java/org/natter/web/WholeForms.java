package org.natter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has a form arrive whole before anybody looks whose it is. So whoever holds back its last bytes is judged when it is there,
 * and not by what they might do when it began.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class WholeForms extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            request.getParameterMap();
        }
        chain.doFilter(request, response);
    }
}
