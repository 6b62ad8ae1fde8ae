package org.natter.planted.pot;

import java.util.HashMap;
import java.util.Map;

/** Planted: a static that is final and fills all the same. */
final class RemembersInAMap {

    static final Map<String, Integer> CUPS = new HashMap<>();
}
