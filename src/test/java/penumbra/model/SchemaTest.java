package penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class SchemaTest {

    private static final List<LabelClass> ONE_CLASS = List.of(new LabelClass("R3", "#ff5a4d"));

    private static Schema schema(
            List<String> keypoints,
            List<Schema.Edge> edges,
            List<Integer> flip,
            List<Double> sigmas) {
        return new Schema(keypoints, edges, flip, sigmas, ONE_CLASS);
    }

    @Test
    void outwardsPointsAlongTheBarFromItsOtherLabelledEnd() {
        List<Keypoint> ends =
                List.of(
                        Keypoint.visible(10, 20),
                        Keypoint.visible(13, 24),
                        Keypoint.visible(40, 24),
                        Keypoint.UNLABELLED);
        Schema plate = Schema.ARMOR_PLATE;
        assertThat(plate.outwards(ends, 1)).contains(new Point(3, 4).times(0.2));
        assertThat(plate.outwards(ends, 0)).contains(new Point(-3, -4).times(0.2));
        assertThat(plate.outwards(ends, 2)).as("its other end is not labelled").isEmpty();
        List<Keypoint> same =
                List.of(ends.get(0), ends.get(0), Keypoint.UNLABELLED, Keypoint.UNLABELLED);
        assertThat(plate.outwards(same, 0)).as("no direction").isEmpty();
    }

    @Test
    void anArmorPlateHasFourEndpointsTwoBarsAndSixteenClasses() {
        Schema plate = Schema.ARMOR_PLATE;
        assertThat(plate.keypoints()).containsExactly("TL", "BL", "BR", "TR");
        assertThat(plate.edges()).containsExactly(new Schema.Edge(0, 1), new Schema.Edge(2, 3));
        assertThat(plate.flip()).containsExactly(3, 2, 1, 0);
        assertThat(plate.oksSigmas()).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(String.join(" ", plate.classNames()))
                .isEqualTo("BG B1 B2 B3 B4 B5 BO BB RG R1 R2 R3 R4 R5 RO RB");
    }

    @Test
    void mirroringTwiceGivesEveryKeypointBack() {
        List<Integer> flip = Schema.ARMOR_PLATE.flip();
        assertThat(IntStream.range(0, 4).map(i -> flip.get(flip.get(i))))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void aClassIsFoundByItsName() {
        assertThat(Schema.ARMOR_PLATE.classIndex("R3")).hasValue(11);
        assertThat(Schema.ARMOR_PLATE.classIndex("r3")).isEmpty();
    }

    @Test
    void aNewClassComesLastAndLeavesTheOthersTheirIndices() {
        Schema grown = Schema.ARMOR_PLATE.withClass("N3").withClass("P1");
        assertThat(grown.classes().subList(0, 16)).isEqualTo(Schema.ARMOR_PLATE.classes());
        assertThat(grown.classIndex("N3")).hasValue(16);
        assertThat(grown.classIndex("P1")).hasValue(17);
    }

    @Test
    void aClassIsColouredByTheColourOfItsLight() {
        assertThat(Schema.plain(List.of("a"), List.of("B1", "R1", "N1", "P1", "car")).classes())
                .extracting(LabelClass::colour)
                .startsWith("#4da3ff", "#ff5a4d", "#b0b0b0", "#c06cff")
                .doesNotHaveDuplicates();
    }

    @Test
    void aClassNameMustNotBeBlankOrTaken() {
        for (String name : List.of("", "  ", "R3")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Schema.ARMOR_PLATE.withClass(name));
        }
    }

    @Test
    void aColourIsSixHexadecimalDigitsInLowerCase() {
        for (String colour : List.of("red", "#FF0000", "#ff00", "ff0000")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new LabelClass("R3", colour));
        }
    }

    @Test
    void partsThatDoNotFitEachOtherAreRefusedEachByName() {
        List<String> two = List.of("L", "R");
        List<Integer> flip = List.of(1, 0);
        List<Double> sigmas = List.of(0.5, 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(List.of(), List.of(), List.of(), List.of()))
                .withMessageContaining("at least one keypoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(List.of("L", "L"), List.of(), flip, sigmas))
                .withMessageContaining("names must differ");
        for (Schema.Edge edge : List.of(new Schema.Edge(0, 2), new Schema.Edge(-1, 0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> schema(two, List.of(edge), flip, sigmas))
                    .withMessageContaining("edge");
        }
        for (List<Integer> bad : List.of(List.of(0), List.of(0, 0), List.of(0, 2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> schema(two, List.of(), bad, sigmas))
                    .withMessageContaining("flip");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(two, List.of(), flip, List.of(0.5)))
                .withMessageContaining("OKS sigma");
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> schema(two, List.of(), flip, List.of(0.5, bad)))
                    .withMessageContaining("positive");
        }
    }

    @Property(tries = 50)
    void aPlainSchemaOfAnySizeIsItsOwnMirrorAndHasSigmaOneOverK(
            @ForAll @IntRange(min = 1, max = 60) int k) {
        List<String> names = IntStream.range(0, k).mapToObj(i -> "k" + i).toList();
        Schema schema = Schema.plain(names, List.of("thing"));
        assertThat(schema.keypointCount()).isEqualTo(k);
        assertThat(schema.flip()).isEqualTo(IntStream.range(0, k).boxed().toList());
        assertThat(schema.oksSigmas()).hasSize(k).containsOnly(1.0 / k);
        assertThat(schema.edges()).isEmpty();
    }
}
