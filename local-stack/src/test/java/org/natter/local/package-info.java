@NullMarked
package org.natter.local;

import org.jspecify.annotations.NullMarked;
