/** Natter's pages in a real browser: whole journeys by clicking, and what every screen owes to everybody. */
@org.jspecify.annotations.NullMarked
package org.natter.local.pages;
