package org.natter.web.account.pages;

import org.natter.web.account.FirstVisit;
import org.natter.web.settings.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start where the network is set up, for as long as nobody has. */
@Component
class SetUpNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpNotice.class);

    private final FirstVisit firstVisit;
    private final String baseUrl;

    SetUpNotice(FirstVisit firstVisit, WebSettings settings) {
        this.firstVisit = firstVisit;
        this.baseUrl = settings.baseUrl().toString();
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        try {
            firstVisit.path().ifPresent(path -> LOG.info("Set the network up at {}{}", baseUrl, path));
        } catch (RuntimeException away) {
            LOG.warn("The store is away, so web cannot tell whether the network has been set up: {}", away.toString());
        }
    }
}
