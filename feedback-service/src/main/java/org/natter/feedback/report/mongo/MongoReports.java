package org.natter.feedback.report.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.report.EventReport;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.SeasonReport;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document an event, under its id, and one a region's year; written once. */
@Component
class MongoReports implements Reports {

    private final MongoOperations mongo;
    private volatile boolean indexed;

    MongoReports(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<EventReport> find(EventId event) {
        return Optional.ofNullable(reports().find(Filters.eq(event.value())).first())
                .map(found -> mongo.getConverter().read(EventReport.class, found));
    }

    @Override
    public void publish(EventReport report) {
        Inserts.unlessThere(reports(), document(report.event().value(), report));
    }

    @Override
    public List<SeasonReport> seasons(RegionId region) {
        return seasons()
                .find(Filters.eq("region", region.value()))
                .map(found -> mongo.getConverter().read(SeasonReport.class, found))
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(SeasonReport::year).reversed())
                .toList();
    }

    @Override
    public void publish(SeasonReport report) {
        Inserts.unlessThere(seasons(), document(report.region().value() + "/" + report.year(), report));
    }

    private Document document(String id, Object report) {
        var document = new Document("_id", id);
        mongo.getConverter().write(report, document);
        document.put("_id", id);
        return document;
    }

    private MongoCollection<Document> reports() {
        return mongo.getCollection("event_report");
    }

    /** Declared on first use, so that the service starts before its store does. */
    private MongoCollection<Document> seasons() {
        var seasons = mongo.getCollection("season_report");
        if (!indexed) {
            seasons.createIndex(Indexes.ascending("region"));
            indexed = true;
        }
        return seasons;
    }
}
