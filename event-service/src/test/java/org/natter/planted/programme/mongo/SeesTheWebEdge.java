package org.natter.planted.programme.mongo;

import org.natter.planted.programme.web.PublicController;

class SeesTheWebEdge {

    PublicController controller() {
        return new PublicController();
    }
}
