@NullMarked
package org.natter.times;

import org.jspecify.annotations.NullMarked;
