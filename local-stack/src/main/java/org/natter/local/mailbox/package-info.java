/**
 * A mailbox for every address: an SMTP server that keeps whatever arrives as a file, and an inbox page to read it.
 * It is what the demo, {@code ./natter up} without a mail server and the journey test use. Nothing ever leaves it.
 */
@NullMarked
package org.natter.local.mailbox;

import org.jspecify.annotations.NullMarked;
