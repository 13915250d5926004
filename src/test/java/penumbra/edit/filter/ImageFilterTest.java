package penumbra.edit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class ImageFilterTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    private static final LabelledImage RED =
            image("match 1/Frame_007.jpg", LabelState.LABELLED, "", plate("R3", 30, 12));
    private static final LabelledImage BLUE =
            image("match 1/frame_012.jpg", LabelState.FLAGGED, "motion Blur", plate("B1", 15, 8));
    private static final LabelledImage BOTH =
            image(
                    "match 2/frame_007.jpg",
                    LabelState.REVIEWED,
                    "",
                    plate("R4", 60, 20),
                    plate("B1", 18, 9));
    private static final LabelledImage EMPTY =
            image("final/0001.jpg", LabelState.UNLABELLED, "check");

    private static final List<LabelledImage> ALL = List.of(RED, BLUE, BOTH, EMPTY);

    @Example
    void anEmptyLineFindsEverything() {
        assertThat(found("")).isEqualTo(ALL);
        assertThat(found("   ")).isEqualTo(ALL);
        assertThat(ALL).allMatch(i -> ImageFilter.EVERYTHING.matches(i, SCHEMA));
    }

    @Example
    void textIsSoughtInThePathWithoutRegardToCase() {
        assertThat(found("FRAME_007")).containsExactly(RED, BOTH);
        assertThat(found("frame 007")).as("two words, both must be there").hasSize(2);
        assertThat(found("\"match 1\"")).containsExactly(RED, BLUE);
        assertThat(found("\"match 1/f\" 12")).containsExactly(BLUE);
        assertThat(found("0001,012")).containsExactly(BLUE, EMPTY);
    }

    @Example
    void classesAreAlternatives() {
        assertThat(found("class:R3")).containsExactly(RED);
        assertThat(found("class:R3,R4")).containsExactly(RED, BOTH);
        assertThat(found("class:b1")).containsExactly(BLUE, BOTH);
        assertThat(found("-class:B1")).containsExactly(RED, EMPTY);
        assertThat(found("class:B1 class:R4")).containsExactly(BOTH);
    }

    @Example
    void classesThatDifferInCaseOnlyAreToldApart() {
        Schema schema = Schema.plain(SCHEMA.keypoints(), List.of("r", "R", "S"));
        Target target = plate("BG", 30, 12).withClassIndex(1);
        LabelledImage image = image("a.jpg", LabelState.LABELLED, "", target);
        assertThat(ImageFilter.parse("class:R", schema).filter().matches(image, schema)).isTrue();
        assertThat(ImageFilter.parse("class:r", schema).filter().matches(image, schema)).isFalse();
        assertThat(ImageFilter.parse("class:s", schema).errors()).isEmpty();
    }

    @Example
    void states() {
        assertThat(found("state:flagged")).containsExactly(BLUE);
        assertThat(found("STATE:Flagged,unlabelled")).containsExactly(BLUE, EMPTY);
        assertThat(found("-state:reviewed -state:labelled")).containsExactly(BLUE, EMPTY);
    }

    @Example
    void notesAndNames() {
        assertThat(found("note:blur")).containsExactly(BLUE);
        assertThat(found("note:\"motion blur\",check")).containsExactly(BLUE, EMPTY);
        assertThat(found("by:ada")).containsExactly(RED, BLUE, BOTH);
        assertThat(found("by:bob")).isEmpty();
    }

    @Example
    void numbersOfPlates() {
        assertThat(found("plates=0")).containsExactly(EMPTY);
        assertThat(found("plates>=1")).containsExactly(RED, BLUE, BOTH);
        assertThat(found("plates>1")).containsExactly(BOTH);
        assertThat(found("plates:0,2")).containsExactly(BOTH, EMPTY);
        assertThat(found("plates<=1 -plates=0")).containsExactly(RED, BLUE);
    }

    @Example
    void sizesOfPlatesAndBarsInPixels() {
        assertThat(found("plate<20px")).containsExactly(BLUE, BOTH);
        assertThat(found("plate<15px")).isEmpty();
        assertThat(found("plate<=15")).containsExactly(BLUE);
        assertThat(found("plate>18.5px")).containsExactly(RED, BOTH);
        assertThat(found("-plate<20px")).containsExactly(RED, EMPTY);
        assertThat(found("bars>=12PX")).containsExactly(RED, BOTH);
        assertThat(found("bars<9px")).containsExactly(BLUE);
    }

    @Example
    void rangesAndComparisonsMayStandBehindTheColon() {
        assertThat(found("plates:1-2")).containsExactly(RED, BLUE, BOTH);
        assertThat(found("plates:>1")).containsExactly(BOTH);
        assertThat(found("plates:<=1,2")).isEqualTo(ALL);
        assertThat(found("bars:8-9px")).containsExactly(BLUE, BOTH);
        assertThat(found("bars:>=20px")).containsExactly(BOTH);
        for (String wrong : List.of("plates:2-1", "plates>1-2", "plates>>1", "plates:>1-2")) {
            assertThat(ImageFilter.parse(wrong, SCHEMA).errors()).as(wrong).hasSize(1);
        }
    }

    @Example
    void proposalsAreCountedByWhoeverKnowsThem() {
        Knowledge known =
                new Knowledge(
                        image -> image == EMPTY ? 3 : 0,
                        _ -> OptionalDouble.empty(),
                        _ -> OptionalDouble.empty(),
                        _ -> OptionalDouble.empty());
        ImageFilter filter = ImageFilter.parse("proposals:>0", SCHEMA).filter();
        assertThat(ALL.stream().filter(i -> filter.matches(i, SCHEMA, known)))
                .containsExactly(EMPTY);
        assertThat(found("proposals>0")).isEmpty();
    }

    @Example
    void distancesAreInMetres() {
        Knowledge known =
                new Knowledge(
                        _ -> 0,
                        target -> OptionalDouble.of(target.labelledPoints().size()),
                        _ -> OptionalDouble.empty(),
                        _ -> OptionalDouble.empty());
        for (String line : List.of("distance:4", "distance:3.5-4m", "distance>=4m")) {
            ImageFilter.Parsed parsed = ImageFilter.parse(line, SCHEMA);
            assertThat(parsed.errors()).as(line).isEmpty();
            assertThat(ALL.stream().filter(i -> parsed.filter().matches(i, SCHEMA, known)))
                    .as(line)
                    .containsExactly(RED, BLUE, BOTH);
        }
        assertThat(found("distance>0m")).as("no camera").isEmpty();
        assertThat(ImageFilter.parse("distance>4px", SCHEMA).errors()).hasSize(1);
    }

    @Example
    void brightnessIsInPercentOfWhiteAndFindsNothingBeforeItWasMeasured() {
        Knowledge known =
                new Knowledge(
                        _ -> 0,
                        _ -> OptionalDouble.empty(),
                        image -> image == RED ? OptionalDouble.of(0.0045) : OptionalDouble.empty(),
                        target ->
                                target == BLUE.targets().getFirst()
                                        ? OptionalDouble.of(0.2)
                                        : OptionalDouble.of(0.01));
        for (String line : List.of("exposure<1%", "exposure:0.2-0.5%")) {
            ImageFilter filter = ImageFilter.parse(line, SCHEMA).filter();
            assertThat(ALL.stream().filter(i -> filter.matches(i, SCHEMA, known)))
                    .as(line)
                    .containsExactly(RED);
        }
        ImageFilter bright = ImageFilter.parse("brightness>=20%", SCHEMA).filter();
        assertThat(ALL.stream().filter(i -> bright.matches(i, SCHEMA, known)))
                .containsExactly(BLUE);
        assertThat(found("exposure<100%")).isEmpty();
        assertThat(found("brightness<100%")).isEmpty();
        assertThat(ImageFilter.parse("exposure<1px", SCHEMA).errors()).hasSize(1);
        assertThat(ImageFilter.parse("exposure<1px", SCHEMA).errors().getFirst().text())
                .contains("brightness:5-10%");
    }

    @Example
    void aPlaceIsWhereTheMiddleOfAPlateLiesInPercentOfTheSides() {
        LabelledImage picture =
                new LabelledImage(
                        9,
                        "a.png",
                        new Size(400, 200),
                        List.of(plate("R3", 30, 12), plate("B1", 60, 20)),
                        LabelState.LABELLED,
                        "");
        double x = 100 * picture.targets().getFirst().extent().orElseThrow().centreX() / 400;
        double y = 100 * picture.targets().getFirst().extent().orElseThrow().centreY() / 200;
        String at = String.format(Locale.ROOT, "place:0-%.3f/0-%.3f", x + 1, y + 1);
        assertThat(ImageFilter.parse(at, SCHEMA).filter().matches(picture, SCHEMA)).isTrue();
        String right = String.format(Locale.ROOT, "place:%.3f-100/0-100%%", x + 20);
        assertThat(ImageFilter.parse(right, SCHEMA).errors()).isEmpty();
        assertThat(ImageFilter.parse(right, SCHEMA).filter().matches(picture, SCHEMA)).isFalse();
        for (String wrong : List.of("place:5", "place:5-10", "place:a/b", "place:1-2/3-4/5-6")) {
            assertThat(ImageFilter.parse(wrong, SCHEMA).errors()).as(wrong).hasSize(1);
        }
    }

    @Example
    void barsAreMeasuredWhereBothEndsAreLabelled() {
        List<Keypoint> points =
                List.of(
                        Keypoint.UNLABELLED,
                        Keypoint.visible(0, 30),
                        Keypoint.visible(40, 30),
                        Keypoint.visible(40, 20));
        Target half = Target.of(0, points, Optional.empty(), "");
        LabelledImage image = image("a.jpg", LabelState.LABELLED, "", half);
        assertThat(ImageFilter.parse("bars=10", SCHEMA).filter().matches(image, SCHEMA)).isTrue();
    }

    @Example
    void warnings() {
        Target plate = plate("R3", 30, 12);
        Target swapped = plate.withKeypoints(plate.keypoints().reversed());
        LabelledImage wrong = image("a.jpg", LabelState.LABELLED, "", swapped);
        for (String line : List.of("warning:any", "warning:left-right-swapped", "-plates=0")) {
            assertThat(ImageFilter.parse(line, SCHEMA).filter().matches(wrong, SCHEMA)).isTrue();
        }
        assertThat(found("warning:any")).isEmpty();
        assertThat(ImageFilter.parse("warning:upside-down", SCHEMA).filter().matches(wrong, SCHEMA))
                .isFalse();
    }

    @Example
    void termsOfAllKindsTogether() {
        assertThat(found("class:R3,R4 -state:flagged plate<20px bars>=10px \"match 2\" 007"))
                .containsExactly(BOTH);
    }

    @Example
    void aMinusAloneOrInsideAWordIsText() {
        LabelledImage dashed = image("2024-05-01 - 7.jpg", LabelState.LABELLED, "");
        for (String line : List.of("2024-05", "-", "05 - 7")) {
            assertThat(ImageFilter.parse(line, SCHEMA).filter().matches(dashed, SCHEMA))
                    .as(line)
                    .isTrue();
        }
        assertThat(ImageFilter.parse("-05", SCHEMA).filter().matches(dashed, SCHEMA)).isFalse();
    }

    @Example
    void errorsNameTheirPlaceAndWhatWasExpected() {
        assertError("007 klass:R3", 4, 10, "no word 'klass'", "class, state,", "quotes");
        assertError("class:R3,X9", 9, 11, "no 'X9' for class", "BG, B1");
        assertError("state:done", 6, 10, "unlabelled, labelled, reviewed, flagged");
        assertError("class<R3", 0, 6, "class:value");
        assertError("plates=3px", 7, 10, "'3px' is no number");
        assertError("bars>long", 5, 9, "no length");
        assertError("plate<1e3", 6, 9, "no length");
        assertError("note:\"blur", 5, 10, "not closed");
        assertError("class:", 0, 6, "missing");
        assertError("a,,b", 0, 2, "missing");
    }

    @Example
    void aTermWithAnErrorIsLeftOutAndTheRestCounts() {
        assertThat(found("klass:R3 012")).containsExactly(BLUE);
    }

    @Example
    void wordsAreProposedWhereATermBegins() {
        assertThat(texts("", 0))
                .containsExactly(
                        "class:",
                        "state:",
                        "warning:",
                        "note:",
                        "by:",
                        "plates=",
                        "plate<",
                        "bars<",
                        "place:",
                        "exposure<",
                        "brightness<",
                        "proposals>",
                        "distance>");
        assertThat(Completion.at("007 pl", 6, SCHEMA))
                .containsExactly(
                        new Completion(4, 6, "plates="),
                        new Completion(4, 6, "plate<"),
                        new Completion(4, 6, "place:"));
        assertThat(Completion.at("-Cla", 4, SCHEMA))
                .containsExactly(new Completion(1, 4, "class:"));
        assertThat(texts("zzz", 3)).isEmpty();
        assertThat(texts("\"cl", 3)).as("quoted text is no word").isEmpty();
    }

    @Example
    void valuesAreProposedBehindAWord() {
        assertThat(Completion.at("class:R3,r", 10, SCHEMA))
                .extracting(Completion::text)
                .containsExactly("RG", "R1", "R2", "R3", "R4", "R5", "RO", "RB");
        assertThat(Completion.at("class:R3,r x", 10, SCHEMA))
                .allMatch(c -> c.from() == 9 && c.to() == 10);
        assertThat(Completion.at("state:", 6, SCHEMA))
                .contains(new Completion(6, 6, "flagged"))
                .hasSize(4);
        assertThat(texts("warning:dup", 11)).containsExactly("duplicate-plate");
        assertThat(texts("plate<2", 7)).isEmpty();
        assertThat(texts("klass:R", 7)).isEmpty();
    }

    @Example
    void aProposalReplacesTheWholeWordAroundTheCaret() {
        assertThat(Completion.at("class:R3", 7, SCHEMA)).contains(new Completion(6, 8, "R4"));
        assertThat(Completion.at("class:R3", 3, SCHEMA))
                .containsExactly(new Completion(0, 6, "class:"));
    }

    @Example
    void aClassWithABlankInItsNameIsProposedInQuotes() {
        Schema schema = Schema.plain(List.of("A"), List.of("big car"));
        assertThat(Completion.at("class:b", 7, schema))
                .containsExactly(new Completion(6, 7, "\"big car\""));
        assertThat(ImageFilter.parse("class:\"Big Car\"", schema).errors()).isEmpty();
    }

    @Property
    void anyTextIsReadAndItsErrorsLieInIt(@ForAll("line") String line) {
        ImageFilter.Parsed parsed = ImageFilter.parse(line, SCHEMA);
        assertThat(parsed.errors())
                .allMatch(e -> 0 <= e.from() && e.from() < e.to() && e.to() <= line.length())
                .allMatch(e -> e.text().endsWith("."));
        ImageFilter padded = ImageFilter.parse(" " + line + " ", SCHEMA).filter();
        boolean same = padded.matches(RED, SCHEMA) == parsed.filter().matches(RED, SCHEMA);
        assertThat(same || unclosed(line)).isTrue();
    }

    @Property
    void whatIsProposedAnywhereFitsTheLineAndBeginsAsTyped(
            @ForAll("line") String line, @ForAll int place) {
        int caret = Math.floorMod(place, line.length() + 1);
        for (Completion c : Completion.at(line, caret, SCHEMA)) {
            assertThat(c.from()).isBetween(0, caret);
            assertThat(c.to()).isBetween(caret, line.length());
            String typed = line.substring(c.from(), caret).replace("\"", "");
            assertThat(c.text()).startsWithIgnoringCase(typed);
        }
    }

    @Property
    void aMinusTurnsAnyTermAround(@ForAll("term") String term) {
        for (LabelledImage image : ALL) {
            boolean plain = ImageFilter.parse(term, SCHEMA).filter().matches(image, SCHEMA);
            boolean minus = ImageFilter.parse("-" + term, SCHEMA).filter().matches(image, SCHEMA);
            assertThat(minus).isNotEqualTo(plain);
        }
    }

    @Provide
    Arbitrary<String> term() {
        return Arbitraries.of(
                "class:R3",
                "class:B1,R4",
                "state:flagged",
                "plates=0",
                "plate<20px",
                "bars>=10",
                "note:blur",
                "by:ada",
                "007",
                "\"match 1\"",
                "warning:any");
    }

    @Provide
    Arbitrary<String> line() {
        Arbitrary<String> part =
                Arbitraries.of(
                        "class",
                        "state",
                        "plate",
                        "plates",
                        ":",
                        "<",
                        ">=",
                        "=",
                        "R3",
                        "flagged",
                        "20",
                        "px",
                        ",",
                        "\"",
                        " ",
                        "-",
                        "x",
                        "note:",
                        "warning:any");
        return Arbitraries.oneOf(
                part.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(30));
    }

    /// Whether a blank at the end would come to stand inside a quote.
    private static boolean unclosed(String line) {
        return ImageFilter.parse(line, SCHEMA).errors().stream()
                .anyMatch(e -> e.text().contains("not closed"));
    }

    private static void assertError(String line, int from, int to, String... says) {
        List<FilterError> errors = ImageFilter.parse(line, SCHEMA).errors();
        assertThat(errors).as(line).hasSize(1);
        assertThat(errors.getFirst().from()).as(line).isEqualTo(from);
        assertThat(errors.getFirst().to()).as(line).isEqualTo(to);
        assertThat(errors.getFirst().text()).contains(says);
    }

    private static List<LabelledImage> found(String line) {
        ImageFilter filter = ImageFilter.parse(line, SCHEMA).filter();
        return ALL.stream().filter(i -> filter.matches(i, SCHEMA)).toList();
    }

    private static List<String> texts(String line, int caret) {
        return Completion.at(line, caret, SCHEMA).stream().map(Completion::text).toList();
    }

    private static LabelledImage image(
            String path, LabelState state, String note, Target... targets) {
        return new LabelledImage(
                1, path, new Size(640, 480), new ArrayList<>(List.of(targets)), state, note);
    }

    /// An upright plate of that width and bar length.
    private static Target plate(String className, double width, double bar) {
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(100, 100),
                        Keypoint.visible(100, 100 + bar),
                        Keypoint.visible(100 + width, 100 + bar),
                        Keypoint.visible(100 + width, 100));
        int index = SCHEMA.classIndex(className).orElseThrow();
        return Target.of(index, points, Optional.empty(), "Ada");
    }
}
