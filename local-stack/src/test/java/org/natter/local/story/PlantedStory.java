package org.natter.local.story;

import org.natter.local.store.EmbeddedStore;

/** Planted: a story that writes into the store itself. */
public final class PlantedStory {

    private PlantedStory() {}

    static String cheat(EmbeddedStore store) {
        return store.address();
    }
}
