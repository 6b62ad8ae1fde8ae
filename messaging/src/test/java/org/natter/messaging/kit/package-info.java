/** Test kits: a store, a broker, contract samples and the promises that every outbox, projection and reaction keeps. */
@NullMarked
package org.natter.messaging.kit;

import org.jspecify.annotations.NullMarked;
