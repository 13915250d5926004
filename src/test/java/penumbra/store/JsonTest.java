package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelClass;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class JsonTest {

    private static final Target TARGET =
            new Target(
                    new UUID(1, 2),
                    3,
                    List.of(
                            Keypoint.visible(0.1, -0.0),
                            new Keypoint(new Point(1e300, 5e-324), Visibility.OCCLUDED)),
                    Optional.of(new Box(-1.5, 2, 3, 0)),
                    "Ada");

    private static final LabelledImage IMAGE =
            new LabelledImage(
                    7, "a/b.png", new Size(1280, 1024), List.of(TARGET), LabelState.FLAGGED, "?");

    /// Old journals hold this form.
    @Test
    void aPictureIsWrittenInThisFormAndReadBackTheSame() {
        String json =
                """
                {"id":7,"path":"a/b.png","width":1280,"height":1024,"state":"flagged","note":"?",\
                "plates":[{"id":"00000000-0000-0001-0000-000000000002","class":3,\
                "annotator":"Ada","points":[[0.1,-0.0,2],[1.0E300,4.9E-324,1]],\
                "box":[-1.5,2.0,3.0,0.0]}]}\
                """;
        assertThat(Json.write(IMAGE)).isEqualTo(json);
        assertThat(Json.image(json)).isEqualTo(IMAGE);
    }

    /// Old journals hold this form.
    @Test
    void aSchemaIsWrittenInThisFormAndReadBackTheSame() {
        Schema schema =
                new Schema(
                        List.of("L", "R"),
                        List.of(new Schema.Edge(0, 1)),
                        List.of(1, 0),
                        List.of(0.1, 0.3),
                        List.of(new LabelClass("R3", "#ff5a4d")));
        String json =
                """
                {"keypoints":[{"name":"L","flip":1,"oks_sigma":0.1},\
                {"name":"R","flip":0,"oks_sigma":0.3}],"edges":[[0,1]],\
                "classes":[{"name":"R3","colour":"#ff5a4d"}]}\
                """;
        assertThat(Json.write(schema)).isEqualTo(json);
        assertThat(Json.schema(json)).isEqualTo(schema);
    }

    @Provide
    Arbitrary<Double> anyFinite() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Property
    void everyFiniteDoubleComesBackBitForBit(@ForAll("anyFinite") double x) {
        LabelledImage image =
                IMAGE.withTargets(
                        List.of(
                                TARGET.withKeypoints(
                                        List.of(
                                                new Keypoint(
                                                        new Point(x, -x), Visibility.VISIBLE)))));
        Point back = Json.image(Json.write(image)).targets().getFirst().keypoints().getFirst().at();
        assertThat(Double.doubleToRawLongBits(back.x())).isEqualTo(Double.doubleToRawLongBits(x));
        assertThat(Double.doubleToRawLongBits(back.y())).isEqualTo(Double.doubleToRawLongBits(-x));
    }

    @Property
    void everyTextComesBack(@ForAll String note) {
        LabelledImage image = IMAGE.withState(LabelState.REVIEWED, note);
        assertThat(Json.image(Json.write(image))).isEqualTo(image);
    }

    @Property
    void aChecksumTellsNeighbouringDoublesApart(@ForAll("anyFinite") double x) {
        Checksum checksum = new Checksum();
        LabelledImage one = IMAGE.withTargets(List.of(at(x)));
        LabelledImage other = IMAGE.withTargets(List.of(at(neighbour(x))));
        assertThat(checksum.of(one)).isNotEqualTo(checksum.of(other)).isEqualTo(checksum.of(one));
    }

    private static Target at(double x) {
        return TARGET.withKeypoints(List.of(Keypoint.visible(x, 0)));
    }

    private static double neighbour(double x) {
        return x == 0 ? -x : Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ 1);
    }
}
