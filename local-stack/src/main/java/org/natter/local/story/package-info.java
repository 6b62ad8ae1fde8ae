/**
 * The demo's story and the journey that checks it, played from outside as people would: REST calls, mailed links and
 * pages, with the clock moved on. Nothing here reads or writes a store.
 */
@NullMarked
package org.natter.local.story;

import org.jspecify.annotations.NullMarked;
