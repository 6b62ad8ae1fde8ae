/** Tests of web as a whole: over stubs of the services, a store and a mailbox in this JVM, and browsers without JavaScript. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web;
