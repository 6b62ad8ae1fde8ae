/** WebAuthn by the framework's relying party. */
@org.jspecify.annotations.NullMarked
package org.natter.web.account.webauthn;
