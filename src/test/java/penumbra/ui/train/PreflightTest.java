package penumbra.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.ui.train.Preflight.Advice;

class PreflightTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    /// A plate of 40 x `height` picture px.
    private static Target plate(int classIndex, double height) {
        return Target.of(
                classIndex,
                List.of(
                        Keypoint.visible(100, 100),
                        Keypoint.visible(100, 100 + height),
                        Keypoint.visible(140, 100 + height),
                        Keypoint.visible(140, 100)),
                Optional.empty(),
                "");
    }

    private static LoadedPicture picture(String path, Target... plates) {
        return new LoadedPicture(
                Path.of(path), new Size(1280, 1024), List.of(plates), Optional.empty());
    }

    private static Preflight of(List<LoadedPicture> training, List<LoadedPicture> validation) {
        return Preflight.of(SCHEMA, training, validation, List.of(), 640);
    }

    private static List<String> rules(Preflight preflight) {
        return preflight.advice().stream().map(Advice::rule).toList();
    }

    @Test
    void withoutAPlateToLearnFromItIsNotPossibleAndSaysSoFirst() {
        Preflight nothing = of(List.of(picture("a/1.png")), List.of());
        assertThat(nothing.possible()).isFalse();
        assertThat(rules(nothing)).startsWith("no-targets").contains("no-validation");
    }

    @Test
    void thatNothingIsHeldBackIsSaidOnceAndInTheWordsOfARun() {
        Finding ofAnExport =
                new Finding(Severity.WARNING, Path.of("x"), 0, "export-empty-split", "No val.");
        Preflight found =
                Preflight.of(
                        SCHEMA,
                        List.of(picture("a/1.png", plate(0, 40))),
                        List.of(),
                        List.of(ofAnExport),
                        640);
        assertThat(rules(found))
                .containsOnlyOnce("no-validation")
                .doesNotContain("export-empty-split");
    }

    @Test
    void aPlateBelowEightInputPxIsCountedAndTheSizeThatShowsItIsNamed() {
        // 15 px of 1280 are 7.5 px of 640; 8 px need 640 * 8 / 7.5 = 682.7, in steps of 32: 704.
        Preflight found =
                of(
                        List.of(picture("a/1.png", plate(3, 15), plate(3, 16))),
                        List.of(picture("b/1.png", plate(3, 40))));
        assertThat(found.advice())
                .filteredOn(a -> a.rule().equals("small"))
                .singleElement()
                .satisfies(a ->
                        assertThat(a.sentence()).contains("1 of 3", "8 px at 640 px", "to 704"));
        assertThat(rules(of(List.of(picture("a/1.png", plate(3, 16))), List.of())))
                .doesNotContain("small");
    }

    @Test
    void aSequenceInBothPartsIsALeakAndTwoSequencesAreNone() {
        List<LoadedPicture> training = List.of(picture("a/frame1.png", plate(0, 40)));
        assertThat(rules(of(training, List.of(picture("a/frame2.png", plate(0, 40))))))
                .contains("sequence-split");
        assertThat(rules(of(training, List.of(picture("b/frame2.png", plate(0, 40))))))
                .doesNotContain("sequence-split");
    }

    @Test
    void classesAreNamedByWhereTheyAreMissing() {
        Preflight found =
                of(
                        List.of(picture("a/1.png", plate(0, 40), plate(1, 40))),
                        List.of(picture("b/1.png", plate(1, 40), plate(2, 40))));
        assertThat(sentence(found, "class-unmeasured")).contains(" " + name(0) + ":");
        assertThat(sentence(found, "class-unlearnt")).contains(" " + name(2) + ":");
        assertThat(sentence(found, "class-empty")).contains(name(3)).doesNotContain(name(1) + " ");
    }

    private static String name(int classIndex) {
        return SCHEMA.classNames().get(classIndex);
    }

    private static String sentence(Preflight found, String rule) {
        return found.advice().stream()
                .filter(a -> a.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .sentence();
    }

    @Test
    void findingsOfOneRuleAreOneSentenceThatCountsTheOthers() {
        List<Finding> findings =
                List.of(
                        new Finding(Severity.REFUSED, Path.of("x/1.png"), 0, "gone", "It is gone."),
                        new Finding(Severity.REFUSED, Path.of("x/2.png"), 0, "gone", "It is gone."),
                        new Finding(Severity.NOTE, Path.of("x/3.png"), 0, "kept", "It is kept."));
        Preflight found =
                Preflight.of(
                        SCHEMA,
                        List.of(picture("a/1.png", plate(0, 40))),
                        List.of(),
                        findings,
                        640);
        assertThat(found.advice().getFirst())
                .isEqualTo(new Advice(Severity.REFUSED, "gone", "1.png: It is gone. (and 1 more)"));
        assertThat(sentence(found, "kept")).isEqualTo("3.png: It is kept.");
    }
}
