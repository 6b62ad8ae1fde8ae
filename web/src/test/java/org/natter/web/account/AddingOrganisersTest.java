package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.web.account.AddingOrganisers.NewOrganiser;
import org.natter.web.account.AddingOrganisers.Objection;

/** What is asked of whoever joins the team or sets the network up. */
class AddingOrganisersTest {

    @ParameterizedTest
    @CsvSource({
        "'', account.email.missing",
        "asha, account.email.wrong",
        "asha@lib.example., account.email.wrong",
        "a..b@lib.example, account.email.wrong",
        "asha@lib_under.example, account.email.wrong",
        "żaneta@lib.example, account.email.letters"
    })
    void anAddressThatCannotBeWrittenToIsRefusedWithItsOwnWords(String email, String words) {
        assertThat(AddingOrganisers.objectionsTo(wish(email))).containsExactly(new Objection("email", words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u115f\ufe0f", "\u3164"})
    void aNameThatNobodySeesIsNone(String name) {
        var wish = new NewOrganiser(name, "asha@lib.example", "a long enough one", "r", Role.ORGANISER);

        assertThat(AddingOrganisers.objectionsTo(wish)).containsExactly(new Objection("name", "account.name.missing"));
    }

    @ParameterizedTest
    @CsvSource({"asha@lib.example", "biblioteka@łódź.example", "' Asha@Lib.Example '"})
    void anAddressThatCanBeWrittenToIsFine(String email) {
        assertThat(AddingOrganisers.objectionsTo(wish(email))).isEmpty();
    }

    private static NewOrganiser wish(String email) {
        return new NewOrganiser("Asha Patel", email, "reed and sedge at dawn", "0".repeat(32), Role.ORGANISER);
    }
}
