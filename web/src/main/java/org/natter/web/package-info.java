/**
 * Every page people see. Holds no domain state: sessions, organisers' accounts and sign-in codes are its own, all else
 * is asked from the three services over REST and composed for one page. Listens to {@code natter.attendees} only to push
 * live counts; tells nothing.
 */
@NullMarked
package org.natter.web;

import org.jspecify.annotations.NullMarked;
