/**
 * The public and personal pages: what is on, booking, my booking, sign-in by mailed link, feedback in five steps, the
 * networking history and "did anything come of it?". Holds no domain state: each page asks the services through
 * {@link org.natter.web.services} and forgets what it was told. Listens to nothing and announces nothing. Everything works
 * without JavaScript, and a GET never changes anything.
 */
@NullMarked
package org.natter.web.attendee;

import org.jspecify.annotations.NullMarked;
