/**
 * Ids: 128 random bits as 32 hex letters, ids derived from a cause, typed ids as plain strings, and the signed tokens of
 * mailed links; how an address is spelled, and which letters nobody sees. Plain Java, so that cores may use it. Knows no word of
 * the domain and nothing of ours.
 */
@NullMarked
package org.natter.ids;

import org.jspecify.annotations.NullMarked;
