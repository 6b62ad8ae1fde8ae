package org.natter.local.story;

final class GrowthPicture {
    private GrowthPicture() {}

    static void draw() throws java.io.IOException {
        Sheet.kept();
    }
}
