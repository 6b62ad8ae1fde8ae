/** Tests of the edge to the mail server. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.account.smtp;
