package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WholeCharactersTest {

    @Test
    void halvesOfPairsGoAndWholeCharactersStay() {
        assertThat(WholeCharacters.whole("a\ud83d\ude00b")).isEqualTo("a\ud83d\ude00b");
        assertThat(WholeCharacters.whole("\ude00a\ud83d")).isEqualTo("a");
        assertThat(WholeCharacters.whole("\ud83d\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(WholeCharacters.whole("灯条 \n\t")).isEqualTo("灯条 \n\t");
    }

    @Property
    void whatIsLeftSurvivesBeingStored(@ForAll String text) {
        String whole = WholeCharacters.whole(text);
        byte[] stored = whole.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo(whole);
    }
}
