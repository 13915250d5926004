package penumbra.edit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.model.Schema;

class ClassSearchTest {

    private static final Schema LONG =
            Schema.plain(
                    List.of("a"),
                    List.of("blue_engineer_2", "red_infantry_3", "RedInfantry4", "英雄 红1"));

    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    private static List<String> names(String text, Schema schema) {
        return ClassSearch.find(text, schema).stream().map(schema.classNames()::get).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "r3, R3",
        "red 3, R3",
        "3 red, R3",
        "RED3, R3",
        "blue g, BG",
        "base red, RB",
        "outp, BO",
        "b, BG",
        "bb, BB",
        "5, B5"
    })
    void theLikeliestOfThePlatesComesFirst(String text, String first) {
        assertThat(names(text, Schema.ARMOR_PLATE)).startsWith(first);
    }

    @ParameterizedTest
    @CsvSource({"r3, red_infantry_3", "red 3, red_infantry_3", "ri4, RedInfantry4", "英雄, 英雄 红1"})
    void longerNamesAreFoundBySingleLettersAndWords(String text, String first) {
        assertThat(names(text, LONG)).startsWith(first);
    }

    @ParameterizedTest
    @CsvSource({"红3, R3", "红 3, R3", "蓝哨兵, BG", "前哨, BO", "红基地, RB", "r3, R3"})
    void chineseIsUnderstoodInAChineseWindow(String text, String first) {
        Locale.setDefault(Locale.CHINESE);
        assertThat(names(text, Schema.ARMOR_PLATE)).startsWith(first);
        assertThat(names("红1", LONG)).startsWith("英雄 红1");
    }

    @Test
    void nothingTypedGivesAllInTheirOrderAndWhatFitsNoneGivesNone() {
        assertThat(ClassSearch.find("  ", Schema.ARMOR_PLATE))
                .isEqualTo(IntStream.range(0, 16).boxed().toList());
        assertThat(names("zebra", Schema.ARMOR_PLATE)).isEmpty();
        assertThat(names("--", Schema.ARMOR_PLATE)).isEmpty();
        assertThat(names("n3", Schema.ARMOR_PLATE)).isEmpty();
        assertThat(names("r33", Schema.ARMOR_PLATE)).isEmpty();
    }

    @Test
    void aPlateIsSpokenByColourAndSignAndOtherNamesAreNot() {
        assertThat(ClassSearch.spoken("N5")).isEqualTo("unlit 5");
        assertThat(ClassSearch.spoken("PL3")).isEqualTo("purple large 3");
        assertThat(ClassSearch.spoken("RBs")).isEqualTo("red small base");
        assertThat(ClassSearch.spoken("robot")).isEmpty();
        assertThat(ClassSearch.spoken("R9")).isEmpty();
    }
}
