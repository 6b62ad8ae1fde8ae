package org.natter.planted.programme;

import org.springframework.util.StringUtils;

class KnowsAFramework {

    boolean says(String text) {
        return StringUtils.hasText(text);
    }
}
