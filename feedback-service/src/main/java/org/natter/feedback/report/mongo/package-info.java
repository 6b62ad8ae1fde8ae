/**
 * Evidence and published reports in MongoDB.
 *
 * <p>Read by {@code _id} throughout. A published report is inserted and never changed.
 */
@NullMarked
package org.natter.feedback.report.mongo;

import org.jspecify.annotations.NullMarked;
