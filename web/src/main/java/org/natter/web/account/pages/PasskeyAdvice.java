package org.natter.web.account.pages;

import org.natter.web.account.webauthn.PasskeyCeremonies;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Has every page of an account know whether there can be passkeys at this address, so that none leads to a dead end. */
@ControllerAdvice("org.natter.web.account.pages")
class PasskeyAdvice {

    private final PasskeyCeremonies passkeys;

    PasskeyAdvice(PasskeyCeremonies passkeys) {
        this.passkeys = passkeys;
    }

    @ModelAttribute("passkeyOffered")
    boolean passkeyOffered() {
        return passkeys.isOffered();
    }
}
