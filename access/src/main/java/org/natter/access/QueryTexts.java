package org.natter.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses texts in a query that are none of their parameter's values and that the framework would take for one: nothing, blanks
 * around a value, two values in one, a number with zeros before it.
 */
final class QueryTexts implements HandlerInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x20,]([^,]*[^\\x00-\\x20,])?");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var wrong = new Shortcomings("request");
            for (var asked : method.getMethodParameters()) {
                asked.initParameterNameDiscovery(NAMES);
                var query = asked.getParameterAnnotation(RequestParam.class);
                if (query != null && asked.getParameterType() != String.class) {
                    look(request, nameOf(asked, query), NUMBERS.contains(asked.getParameterType()), wrong);
                }
            }
            wrong.done();
        }
        return true;
    }

    private static void look(HttpServletRequest request, String name, boolean number, Shortcomings wrong) {
        var said = request.getParameterValues(name);
        if (said != null) {
            var form = number ? NUMBER : VALUE;
            for (var value : said) {
                if (!form.matcher(value).matches()) {
                    wrong.refuse(name, Shortcomings.UNREADABLE);
                    return;
                }
            }
        }
    }

    private static String nameOf(MethodParameter asked, RequestParam query) {
        var named = query.name();
        var written = asked.getParameterName();
        return named.isEmpty() && written != null ? written : named;
    }
}
