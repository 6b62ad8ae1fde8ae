/**
 * Who may organise: the first owner's set-up, signing in by password and mailed code, the team, door links, and where
 * sessions are kept. Owns organisers' accounts in {@code natter_web}; listens to nothing and tells nothing. Attendees have no account
 * here: their pages are opened by mailed links.
 */
@NullMarked
package org.natter.web.account;

import org.jspecify.annotations.NullMarked;
