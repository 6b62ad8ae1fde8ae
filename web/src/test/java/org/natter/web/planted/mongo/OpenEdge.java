package org.natter.web.planted.mongo;

/** An edge must not be public: breaks a rule on purpose. */
public final class OpenEdge {

    private OpenEdge() {}
}
