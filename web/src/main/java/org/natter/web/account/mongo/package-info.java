/** The edge to {@code natter_web}: accounts, sign-in codes, attempts and sessions, one collection each, read by id. */
@NullMarked
package org.natter.web.account.mongo;

import org.jspecify.annotations.NullMarked;
