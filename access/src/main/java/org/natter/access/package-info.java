/**
 * The one room for access: who calls a service, whether that is allowed, and what a caller who is refused gets to read.
 *
 * <p>A service imports {@link org.natter.access.AccessConfiguration} and declares its {@link
 * org.natter.access.AccessTable} as a bean; {@code natter.access.public-keys} names web's public keys. Features word
 * their refusals with {@link org.natter.access.Problem}. "Now" is the application's one {@code Clock} bean.
 *
 * <p>What the roles mean, and what a caller may act on, stays with each service.
 */
@NullMarked
package org.natter.access;

import org.jspecify.annotations.NullMarked;
