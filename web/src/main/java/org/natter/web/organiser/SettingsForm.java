package org.natter.web.organiser;

import org.natter.ids.Sha256;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventApi.NewRegion;
import org.natter.web.services.EventApi.Region;

/**
 * What an owner sets for one region and for the network.
 *
 * @param region the region the form is about, whichever is looked at meanwhile
 * @param was what the form was filled from, so that an older form undoes nothing
 */
record SettingsForm(String region, String was, String name, String zone, String network) {

    static SettingsForm of(Region region, String network) {
        return new SettingsForm(
                region.region().value(),
                was(region, network),
                region.name(),
                region.zone().getId(),
                network);
    }

    static SettingsForm of(SubmittedForm form) {
        return new SettingsForm(
                form.text("region"), form.text("was"), form.words("name"), form.words("zone"), form.words("network"));
    }

    boolean isAbout(Region now, String network) {
        return was.equals(was(now, network));
    }

    /** The typed words, to be sent once more over what stands now. */
    SettingsForm over(Region now, String nowCalled) {
        return new SettingsForm(region, was(now, nowCalled), name, zone, network);
    }

    NewRegion wish() {
        return new NewRegion(name, zone);
    }

    private static String was(Region region, String network) {
        return Sha256.hex(String.join("\n", region.name(), region.zone().getId(), network));
    }
}
