package org.natter.web.account.pages;

import java.util.ArrayList;
import java.util.List;
import org.natter.web.account.AddingOrganisers;
import org.natter.web.account.AddingOrganisers.NewOrganiser;
import org.natter.web.account.AddingOrganisers.Objection;
import org.natter.web.account.Role;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TimeZones;

/** What the first owner types. Prints masked. */
record SetUpForm(String word, String name, String email, String password, String network, String region, String zone) {

    static SetUpForm empty(String word) {
        return new SetUpForm(word, "", "", "", "", "", "Europe/London");
    }

    static SetUpForm of(SubmittedForm form) {
        return new SetUpForm(
                form.words("word"),
                form.words("name"),
                form.words("email"),
                form.text("password"),
                form.words("network"),
                form.words("region"),
                form.words("zone"));
    }

    /** What is to be put right, in the order of the fields. */
    List<Objection> objections() {
        var objections = new ArrayList<>(
                AddingOrganisers.objectionsTo(new NewOrganiser(name, email, password, region, Role.OWNER)));
        if (network.isEmpty()) {
            objections.add(new Objection("network", "set-up.network.missing"));
        }
        if (region.isEmpty()) {
            objections.add(new Objection("region", "set-up.region.missing"));
        }
        if (!TimeZones.isOne(zone)) {
            objections.add(new Objection("zone", "set-up.zone.wrong"));
        }
        return objections;
    }

    @Override
    public String toString() {
        return "SetUpForm[masked]";
    }
}
