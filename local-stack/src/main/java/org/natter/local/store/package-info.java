/**
 * A document store of our own: the MongoDB wire protocol over one H2 file (mongo-java-server). It is what the demo, a
 * small single-machine installation and the tests use when no MongoDB is given. A write is in the file before its reply
 * leaves. It has no transactions and no expiry, and the applications need none.
 */
@NullMarked
package org.natter.local.store;

import org.jspecify.annotations.NullMarked;
