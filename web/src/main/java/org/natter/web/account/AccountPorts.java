package org.natter.web.account;

/** What signing in needs from outside, in one hand. */
public record AccountPorts(
        Organisers organisers,
        Passwords passwords,
        SignInCodes codes,
        Attempts attempts,
        Allowances allowances,
        KnownBrowsers browsers,
        CodeCarrier carrier) {}
