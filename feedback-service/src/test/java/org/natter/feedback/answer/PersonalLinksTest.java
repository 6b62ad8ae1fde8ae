package org.natter.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.invitation.Cast.WREN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.natter.ids.LinkTokens;

class PersonalLinksTest {

    private final LinkTokens tokens = LinkTokens.under("keys", "own-2026:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=");
    private final PersonalLinks links = new PersonalLinks(tokens);

    @ParameterizedTest
    @EnumSource
    void opensTheLinksOfItsPurposesWhateverTheKeyIsCalled(LinkPurpose purpose) {
        assertThat(links.verified(tokens.sign(purpose.word(), 2, WREN.value())))
                .isEqualTo(new PersonalLink(purpose, WREN, 2));
    }

    @Test
    void opensNoLinkOfAnotherPurposeNorAnyOtherText() {
        assertThatThrownBy(() -> links.verified(tokens.sign("booking", 1, WREN.value())))
                .isInstanceOf(UnknownLink.class);
        assertThatThrownBy(() -> links.verified("")).isInstanceOf(UnknownLink.class);
    }
}
