package org.natter.planted.kettle.web;

import java.io.IOException;
import java.net.URI;

/** Planted: HTTP to others by plain Java. */
final class OpensAUrl {

    void open() throws IOException {
        URI.create("http://pot").toURL().openStream().close();
    }
}
