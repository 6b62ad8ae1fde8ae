package org.natter.planted.booking.mongo;

import com.mongodb.client.ClientSession;
import org.natter.planted.booking.web.PlantedEdge;
import org.springframework.data.mongodb.core.query.Update;

/** An edge with a banned name that counts by adding, wants a session and sees another edge. */
public class PlantedStoreImpl {

    Update more(ClientSession session, PlantedEdge edge) {
        return new Update().inc("booked", 1);
    }
}
