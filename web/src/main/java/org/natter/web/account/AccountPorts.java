package org.natter.web.account;

import org.springframework.stereotype.Component;

/** What signing in needs from outside, in one hand. */
@Component
public record AccountPorts(
        Organisers organisers, Passwords passwords, SignInCodes codes, Attempts attempts, CodeCarrier carrier) {}
