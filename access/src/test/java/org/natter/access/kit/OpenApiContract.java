package org.natter.access.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.ApiRoutes.Route;
import org.natter.access.kit.ApiRules.Fault;

/** Held by each service, running: it does what its description says, whatever it is sent ({@link ApiRules}). */
public abstract class OpenApiContract {

    /** Calls of the running service. */
    protected abstract HttpCalls calls();

    /** Codes of shortcomings that no schema can say, such as of two fields that do not go together. */
    protected Set<String> beyondForm() {
        return Set.of();
    }

    /** Ids of something that is there, made anew for each route, by the names of path variables and fields, where an unknown one hides the form. */
    protected Map<String, String> existing() {
        return Map.of();
    }

    @Test
    void everySampleIsAsDescribed() {
        var api = new OpenApi(calls().openApi());
        var found = new ArrayList<String>();
        for (var sample : RestSamples.of(calls().service()).all()) {
            api.routes().stream()
                    .filter(route -> route.name().equals(sample.route()))
                    .forEach(route -> {
                        add(found, sample.file(), api.undeclared(route, sample.status(), sample.body()));
                        if (sample.status() < 300 && sample.request().has("body")) {
                            add(
                                    found,
                                    sample.file() + " request",
                                    api.unfit(route, sample.request().path("body")));
                        }
                    });
        }

        assertThat(found).isEmpty();
    }

    @Test
    void everyRouteSaysInASentenceWhatItIsFor() {
        assertThat(new OpenApi(calls().openApi())
                        .routes().stream()
                                .filter(route -> route.operation()
                                        .path("summary")
                                        .asString("")
                                        .isBlank())
                                .map(Route::name))
                .isEmpty();
    }

    @Test
    void everyRouteDoesWhatItSaysAndSaysWhatItDoes() {
        var api = new OpenApi(calls().openApi());
        var odd = new OddValues(api);
        var samples = RestSamples.of(calls().service()).all();

        assertThat(api.routes().stream()
                        .flatMap(route -> new ApiRules(calls(), api, odd, samples, beyondForm(), existing())
                                .faults(route).stream())
                        .map(Fault::toString))
                .isEmpty();
    }

    private static void add(List<String> found, String where, List<String> faults) {
        faults.forEach(fault -> found.add(where + ": " + fault));
    }
}
