package org.natter.web.account;

import org.natter.web.services.Caller;

/** Whoever may check people in: an organiser, or a phone that has opened a door link. */
public interface Doorkeeper {

    /** On whose behalf the services are asked. */
    Caller caller();
}
