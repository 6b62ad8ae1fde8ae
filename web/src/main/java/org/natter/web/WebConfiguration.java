package org.natter.web;

import jakarta.servlet.DispatcherType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.natter.messaging.MessagingConfiguration;
import org.natter.web.account.AccountPorts;
import org.natter.web.account.AddingOrganisers;
import org.natter.web.account.Allowances;
import org.natter.web.account.Attempts;
import org.natter.web.account.ChangingPasswords;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.DoorLinks;
import org.natter.web.account.Doors;
import org.natter.web.account.FirstVisit;
import org.natter.web.account.HashingCost;
import org.natter.web.account.KnownBrowsers;
import org.natter.web.account.Limits;
import org.natter.web.account.Organisers;
import org.natter.web.account.PasswordLinks;
import org.natter.web.account.Passwords;
import org.natter.web.account.SignInCodes;
import org.natter.web.account.SigningIn;
import org.natter.web.live.Watching;
import org.natter.web.settings.WebSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** web's parts list: what is built by hand, the session's cookie, and the threads on which services are asked at once. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableScheduling
@Import(MessagingConfiguration.class)
class WebConfiguration {

    private static final int CALLS_AT_ONCE = 32;
    private static final int LOOKS_AT_ONCE = 8;
    private static final int MAILS_AT_ONCE = 4;

    @Bean
    Watching watching() {
        return new Watching();
    }

    @Bean
    CookieSerializer sessionCookie(WebSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.secure() ? "__Host-natter" : "natter");
        cookie.setUseSecureCookie(settings.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** The page that says what went wrong is asked for once more inside: it knows who asked, too. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOnErrorPagesToo(SessionRepositoryFilter<?> sessions) {
        var filter = new FilterRegistrationBean<SessionRepositoryFilter<?>>(sessions);
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    AccountPorts accountPorts(
            Organisers organisers,
            Passwords passwords,
            SignInCodes codes,
            Attempts attempts,
            Allowances allowances,
            KnownBrowsers browsers,
            CodeCarrier carrier) {
        return new AccountPorts(organisers, passwords, codes, attempts, allowances, browsers, carrier);
    }

    @Bean
    SigningIn signingIn(AccountPorts ports) {
        return new SigningIn(ports);
    }

    @Bean
    ChangingPasswords changingPasswords(AccountPorts ports, PasswordLinks links) {
        return new ChangingPasswords(ports, links);
    }

    @Bean
    FirstVisit firstVisit(Organisers organisers, WebSettings settings) {
        return new FirstVisit(organisers, settings.setUpWord());
    }

    @Bean
    HashingCost hashingCost() {
        return HashingCost.OF_OWASP;
    }

    @Bean
    Doors doors(DoorLinks links, Organisers organisers) {
        return new Doors(links, organisers);
    }

    @Bean
    Limits limits(Allowances allowances) {
        return new Limits(allowances);
    }

    @Bean
    AddingOrganisers addingOrganisers(Organisers organisers, Passwords passwords) {
        return new AddingOrganisers(organisers, passwords);
    }

    /**
     * For asking several services at once; a page waits for the slowest only. While all are busy a page asks one after the
     * other by itself: one service that is slow makes no page wait that does not need it.
     */
    @Bean(destroyMethod = "shutdown")
    ExecutorService pageCalls() {
        return new ThreadPoolExecutor(
                0,
                CALLS_AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                named("page-call"),
                (work, threads) -> work.run());
    }

    /** For mails that nobody waits for, so that no answer tells by its time whether there was anybody to mail. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService quietMails() {
        return Executors.newFixedThreadPool(MAILS_AT_ONCE, named("quiet-mail"));
    }

    /** For telling open pages what has changed. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService liveLooks() {
        return Executors.newFixedThreadPool(LOOKS_AT_ONCE, named("live-look"));
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
