package penumbra.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import penumbra.edit.filter.Completion;
import penumbra.model.Schema;

class ExplainedTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private static List<Explained> at(String line) {
        return Completion.at(line, line.length(), Schema.ARMOR_PLATE).stream()
                .map(Explained::of)
                .toList();
    }

    @Test
    void everyWordToSearchByAndEveryStateIsExplainedInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Locale.setDefault(language);
            assertThat(at("")).hasSize(13).allSatisfy(e -> assertThat(e.meaning()).isPresent());
            assertThat(at("state:"))
                    .hasSize(4)
                    .allSatisfy(e -> assertThat(e.meaning()).isPresent());
        }
        assertThat(at("state:fl").getFirst().meaning()).contains("有疑问");
    }

    @Test
    void theNameOfAClassSpeaksForItself() {
        assertThat(at("class:R3")).extracting(Explained::meaning).containsOnly(Optional.empty());
    }
}
