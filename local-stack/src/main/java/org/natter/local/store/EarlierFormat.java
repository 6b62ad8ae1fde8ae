package org.natter.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Takes over a file as the H2 backend of mongo-java-server wrote it, with objects as Java serialises them; so were Natter's files
 * until November 2026.
 */
final class EarlierFormat {

    private static final String DOCUMENTS = "databases.";

    private EarlierFormat() {}

    /** Rewrites what is of the earlier format; a second call does nothing. Indexes are built anew as the collections open. */
    static void takeOver(MVStore file) {
        var maps = List.copyOf(file.getMapNames());
        for (var name : maps) {
            if (name.startsWith(DOCUMENTS)) {
                copy(file, name);
            }
        }
        for (var name : maps) {
            if (name.startsWith(DOCUMENTS) || name.startsWith("meta.") || name.contains("._index_")) {
                file.removeMap(name);
            }
        }
        file.commit();
    }

    private static void copy(MVStore file, String name) {
        MVMap<Object, Document> before = file.openMap(name);
        var after = FileDatabase.documents(file, name.substring(DOCUMENTS.length()));
        before.forEach((id, document) -> after.put(List.of(id instanceof UUID ? id.toString() : id), document));
    }
}
