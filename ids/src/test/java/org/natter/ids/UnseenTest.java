package org.natter.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nobody sees in a text. */
class UnseenTest {

    private static final List<String> JOINED = List.of(
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\ud83d\udc69\u200d\ud83d\ude80",
            "\u2764\ufe0f",
            "co\u00adoperation",
            "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f");

    @Test
    void whatScriptsAndEmojiNeedIsKept() {
        assertThat(JOINED).allSatisfy(text -> assertThat(Unseen.leftOut(text)).isEqualTo(text));
        assertThat(Unseen.leftOut("Wr\u0000e\u3164n\u202e Had\u200bley\ufeff")).isEqualTo("Wren Hadley");
        assertThat(Unseen.leftOut("One line\nand\tanother")).isEqualTo("One line\nand\tanother");
    }

    @Test
    void allOfItIsLeftOutWhereTextsAreCompared() {
        assertThat(Unseen.allLeftOut("\ufe0fc\u00ado\udb40\udd00o\u034fp\u115f\ufff9\r\n\tx"))
                .isEqualTo("coop\r\n\tx");
    }

    @Test
    void aTextOfNothingButThatAndBlanksIsNotSeen() {
        assertThat(Unseen.isSeen("")).isFalse();
        assertThat(Unseen.isSeen(" \t\r\n\u00a0\u3000\u2800\u3164\u1160\ufe0f\u180e\udb40\udd00\u0007\u00ad"))
                .isFalse();
        assertThat(Unseen.isSeen("\u200b.")).isTrue();
        assertThat(JOINED).allMatch(Unseen::isSeen);
    }

    @Test
    void eachLetterIsSeenOrBlankOrLeftOutAndNeverTwoOfThem() {
        var seen = Pattern.compile(Unseen.SEEN);
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(letter -> {
                    var text = Character.toString(letter);
                    var leftOut = Unseen.allLeftOut(text).isEmpty();
                    var blank = !leftOut && Unseen.withPlainBlanks(text).equals(" ");
                    return seen.matcher(text).find() == (leftOut || blank);
                }))
                .isEmpty();
    }

    @Test
    void whatJavaCallsBlankIsBlank() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(letter -> Character.isWhitespace(letter) || Character.isSpaceChar(letter))
                        .mapToObj(Character::toString)
                        .map(Unseen::withPlainBlanks))
                .containsOnly(" ");
    }
}
