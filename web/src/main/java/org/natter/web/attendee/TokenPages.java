package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks search engines to leave personal pages alone, whatever they answer. */
@Component
class TokenPages implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/b/**",
                        "/my-booking/**",
                        "/in/**",
                        "/sign-in/**",
                        "/f/**",
                        "/t/**",
                        "/feedback/**",
                        "/w/**",
                        "/follow-up/**",
                        "/unsubscribe/**",
                        "/door/**",
                        "/history/**",
                        "/privacy-and-choices/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return true;
    }
}
