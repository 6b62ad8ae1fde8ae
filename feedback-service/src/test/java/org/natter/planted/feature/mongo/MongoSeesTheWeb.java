package org.natter.planted.feature.mongo;

import org.natter.planted.feature.web.PublicController;

class MongoSeesTheWeb {
    String seen(PublicController controller) {
        return controller.toString();
    }
}
