/** Tests of {@code account}. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.account;
