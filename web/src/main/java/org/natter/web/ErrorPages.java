package org.natter.web;

import com.mongodb.MongoException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.natter.web.account.AskedTooOften;
import org.natter.web.account.Organiser;
import org.natter.web.account.pages.OrganiserContexts;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.forms.TryLater;
import org.natter.web.forms.TypedWords;
import org.natter.web.organiser.OrganisersFrame;
import org.natter.web.services.NotThere;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;

/**
 * The pages nobody wants to see: each says what happened in one sentence and shows the way home, never a trace. A signed-in
 * organiser among organisers' pages stays there.
 */
@Controller
@ControllerAdvice
@Order(0)
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final Pattern A_DOOR = Pattern.compile(".*/organise/events/[^/]+/(check-in(/.*)?|walk-in)");

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final OrganisersFrame frame;
    private final OrganiserContexts contexts;

    ErrorPages(OrganisersFrame frame, OrganiserContexts contexts) {
        this.frame = frame;
        this.contexts = contexts;
    }

    @RequestMapping("/error")
    String deadEnd(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof CsrfException
                || request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            response.setStatus(status);
            framed(request, model);
            return page("old-form", "dead-end.old-form", model);
        }
        if (request.getAttribute(WebSecurity.ONLY_A_DOOR) != null) {
            response.setStatus(status);
            model.addAttribute("door", true);
            if (isAboutAnotherDoor(request)) {
                return otherDoor(request, model);
            }
            return page("door", "dead-end.door", model);
        }
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException unread
                ? ended(unread.getErrorCode(), request, response, model)
                : ended(status, request, response, model);
    }

    /** Whether a page was asked for, or pressed on, of the door of an event that this phone has no more, since it has that of another. */
    private static boolean isAboutAnotherDoor(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                && A_DOOR.matcher(asked).matches();
    }

    private static String otherDoor(HttpServletRequest request, Model model) {
        if (!HttpMethod.POST.name().equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            return page("other-door", "dead-end.other-door.look", model);
        }
        if (request.getParameter("name") == null) {
            return page("other-door", "dead-end.other-door.press", model);
        }
        model.addAttribute("typed", TypedWords.of(request));
        return page("other-door", "dead-end.other-door", model);
    }

    /** What the server itself cannot read as a form, or is more than a form takes: nothing was done. */
    @ExceptionHandler({MultipartException.class, InvalidParameterException.class})
    String unreadable(Exception unread, HttpServletRequest request, HttpServletResponse response, Model model) {
        var cause = unread instanceof MultipartException ? unread.getCause() : unread;
        var status = cause instanceof InvalidParameterException told ? told.getErrorCode() : 400;
        return ended(status, request, response, model);
    }

    @ExceptionHandler
    String down(ServiceDown down, HttpServletRequest request, HttpServletResponse response, Model model) {
        keep(request, model);
        LOG.warn("A page could not be shown: {}", down.getMessage());
        model.addAttribute(
                "again", HttpMethod.GET.matches(request.getMethod())); // an address may be there for a form alone
        TryLater.say(response);
        return down.isUnknown()
                ? page("working", "dead-end.working", model)
                : page("500", down.service().downMessage(), model);
    }

    @ExceptionHandler({DataAccessException.class, MongoException.class})
    String storeAway(RuntimeException trouble, HttpServletRequest request, HttpServletResponse response, Model model) {
        keep(request, model);
        LOG.warn("web's store is in trouble: {}", trouble.getClass().getName());
        TryLater.say(response);
        return page("500", "dead-end.500", model);
    }

    /** An id in the address that cannot be one leads to nothing, as an unknown one and an address that is none do. */
    @ExceptionHandler({NotThere.class, MethodArgumentTypeMismatchException.class, NoHandlerFoundException.class})
    String notThere(HttpServletRequest request, HttpServletResponse response, Model model) {
        return ended(404, request, response, model);
    }

    @ExceptionHandler
    String refused(ServiceRefusal refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        keep(request, model);
        if (refusal.isAbsent()) {
            return ended(404, request, response, model);
        }
        LOG.warn("A page met a refusal it has no words for: {}", refusal.getMessage());
        return ended(409, request, response, model);
    }

    @ExceptionHandler
    String tooOften(AskedTooOften often, HttpServletRequest request, HttpServletResponse response, Model model) {
        keep(request, model);
        TryLater.say(response, often.waiting());
        return page("429", "dead-end.429" + howLong(often.waiting()), model);
    }

    private static String howLong(Duration wait) {
        if (wait.compareTo(AN_HOUR) > 0) {
            return ".day";
        }
        return wait.compareTo(TEN_MINUTES) > 0 ? ".hour" : "";
    }

    /** Whatever prevents a form, what was typed into it is not lost. */
    private static void keep(HttpServletRequest request, Model model) {
        if (HttpMethod.POST.matches(request.getMethod())) {
            model.addAttribute("typed", TypedWords.of(request));
        }
    }

    private String ended(int status, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status);
        var kind = kindOf(status);
        var framed = status < 500 && framed(request, model);
        if (!framed && kind.equals("404") && isOwnHistory(request)) {
            model.addAttribute("history", true);
            return page(kind, "dead-end.404.history", model);
        }
        if (!framed) {
            return page(kind, "dead-end." + kind, model);
        }
        return switch (kind) {
            case "404" -> page(kind, "dead-end.404.organiser", model);
            case "403" -> page("owners", "dead-end.owners", model);
            default -> page(kind, "dead-end." + kind, model);
        };
    }

    /** Puts the pages of organisers around it for one who asked for one of them. */
    private boolean framed(HttpServletRequest request, Model model) {
        var organiser = isAmongOrganisers(request) ? signedIn(request) : Optional.<Organiser>empty();
        organiser.ifPresent(one -> model.addAttribute("navigation", frame.around(one, request)));
        return organiser.isPresent();
    }

    private static boolean isAmongOrganisers(HttpServletRequest request) {
        return isAsked("/organise", request);
    }

    /** Whether somebody signed in asked for a page of their own. */
    private static boolean isOwnHistory(HttpServletRequest request) {
        return (isAsked("/history", request) || isAsked("/privacy-and-choices", request))
                && new AttendeeSession(request).person().isPresent();
    }

    private static boolean isAsked(String path, HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        return asked.equals(path) || asked.startsWith(path + "/");
    }

    /** The error page itself is asked for without who it is: then the session says so. */
    private Optional<Organiser> signedIn(HttpServletRequest request) {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Organiser organiser
                ? Optional.of(organiser)
                : contexts.organiser(request);
    }

    private static String kindOf(int status) {
        if (status == 403 || status == 409 || status == 429) {
            return Integer.toString(status);
        }
        if (status == 413) {
            return "too-much";
        }
        if (status == 400 || status == 415) {
            return "unreadable";
        }
        return status >= 500 ? "500" : "404";
    }

    private static String page(String kind, String words, Model model) {
        model.addAttribute("heading", "dead-end." + kind + ".heading");
        model.addAttribute("words", words);
        return "web/dead-end";
    }
}
