/**
 * What every page's form is read with and shown by: typed fields, what is to be put right, choices, and dates as people
 * write them. Checks nothing that a service checks.
 */
@NullMarked
package org.natter.web.forms;

import org.jspecify.annotations.NullMarked;
