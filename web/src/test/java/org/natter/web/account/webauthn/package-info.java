/** Tests of passkeys, and a device that makes them. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.account.webauthn;
