/** Tests of the edge to the three services. */
@NullMarked
package org.natter.web.services;

import org.jspecify.annotations.NullMarked;
