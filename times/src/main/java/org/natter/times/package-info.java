/**
 * Days and times as people say them, and as calendars read them. Plain Java, so that cores may use it. Reads no clock;
 * knows no word of the domain and nothing of ours.
 */
@NullMarked
package org.natter.times;

import org.jspecify.annotations.NullMarked;
