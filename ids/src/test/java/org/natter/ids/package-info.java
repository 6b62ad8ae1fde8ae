@NullMarked
package org.natter.ids;

import org.jspecify.annotations.NullMarked;
