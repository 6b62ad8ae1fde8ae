/**
 * The pages of {@code account}: set-up, signing in and out, who is signed in by the id in the session, and the hashing of
 * passwords. What they decide with is plain Java and stands in {@code account} itself.
 */
@NullMarked
package org.natter.web.account.pages;

import org.jspecify.annotations.NullMarked;
