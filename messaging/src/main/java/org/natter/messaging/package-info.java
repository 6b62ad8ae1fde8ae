/** The one shared library: outbox in the aggregate's document, relay, event log, inbound decoding, guarded projections. */
@NullMarked
package org.natter.messaging;

import org.jspecify.annotations.NullMarked;
