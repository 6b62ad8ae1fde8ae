package org.natter.planted.booking.web;

import java.net.http.HttpClient;
import org.natter.planted.booking.mongo.PlantedStoreImpl;
import org.springframework.beans.factory.annotation.Autowired;

/** An edge that everybody sees, that sees another edge, calls out and is injected into a field. */
public class PlantedEdge {

    @Autowired
    PlantedStoreImpl store;

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
