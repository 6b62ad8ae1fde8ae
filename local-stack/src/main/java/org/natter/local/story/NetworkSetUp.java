package org.natter.local.story;

import static org.natter.local.stack.Application.WEB;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.web.services.Caller;

/** The beginning of every story: Marguerite sets the network up by web's first page, with one region in it. */
final class NetworkSetUp {

    /** How Marguerite signs in, printed with the demo's addresses. It opens nothing but this demo. */
    static final String OWNER_EMAIL = "marguerite.oake@fenland.example";

    static final String OWNER_PASSWORD = "the moorhen at half past six";
    static final String REGION_NAME = "Fenland and Cam";

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private NetworkSetUp() {}

    /** Sets up owner and region by the form that the start names; the region's people follow. */
    static RegionPeople setUp(LocalStack stack, MailReader mails, Clock clock, ServiceApis services, long seed) {
        var path = stack.firstVisit().orElseThrow(() -> new IllegalStateException("Somebody has been here before."));
        return setUp(stack.ports(), path, mails, clock, services, seed);
    }

    /** The same by the form on this page. */
    static RegionPeople setUp(
            Ports ports, String path, MailReader mails, Clock clock, ServiceApis services, long seed) {
        var marguerite = new Browser(ports.addressOf(WEB));
        submitPatiently(
                marguerite,
                marguerite.open(path),
                Map.of(
                        "name", List.of("Marguerite Oake"),
                        "email", List.of(OWNER_EMAIL),
                        "password", List.of(OWNER_PASSWORD),
                        "network", List.of("Libraries of the Fens"),
                        "region", List.of(REGION_NAME),
                        "zone", List.of(Story.ZONE.getId())));
        return founded(mails, clock, services, seed);
    }

    /** Sends the form again while the page says to try again: the second time makes no second network. */
    static void submitPatiently(Browser marguerite, Browser.Page form, Map<String, List<String>> typed) {
        Patience.untilTrue("the set-up page to take the network (a service may not be up yet)", () -> {
            var status = marguerite.submit(form, "/set-up", typed).status();
            if (status != OK && status != UNAVAILABLE) {
                throw new IllegalStateException("The set-up page refused Marguerite with status " + status + ".");
            }
            return status == OK;
        });
    }

    /** Marguerite signs in with the code from her mail and adds those who organise the region with her. */
    static void team(Ports ports, MailReader mails, Clock clock, ServiceApis services) {
        var marguerite = new OwnPages(ports, mails).asOwner(clock.instant());
        var region = services.events().regions(Caller.everybody()).get(0).region();
        for (var name : List.of("Kofi Bulrush", "Asha Merrow")) {
            var team = marguerite.submit(
                    marguerite.open("/organise/team"),
                    "/organise/team",
                    Map.of(
                            "name", List.of(name),
                            "email", List.of(Cast.one(name).email()),
                            "password", List.of("a lamp by the window"),
                            "role", List.of("ORGANISER"),
                            "region", List.of(region.value())));
            if (!team.text().contains(name)) {
                throw new IllegalStateException("The team page did not take " + name + ": " + team.text());
            }
        }
    }

    /** The people of the region that was set up before. */
    static RegionPeople founded(MailReader mails, Clock clock, ServiceApis services, long seed) {
        return services.events().regions(Caller.everybody()).stream()
                .filter(region -> region.name().equals(REGION_NAME))
                .findAny()
                .map(region -> new RegionPeople(services, mails, clock, region.region(), seed))
                .orElseThrow(() -> new IllegalStateException("There is no region " + REGION_NAME + "."));
    }
}
