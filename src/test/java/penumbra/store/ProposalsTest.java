package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;

class ProposalsTest {

    @TempDir Path folder;

    private static final Schema SCHEMA = Schema.plain(List.of("a", "b"), List.of("R1", "R2", "R3"));

    private static Prediction prediction(int classIndex, double x) {
        Target target =
                Target.of(
                        classIndex,
                        List.of(Keypoint.visible(x, -7.25), Keypoint.UNLABELLED),
                        Optional.of(new Box(0.1, 0.2, 0.3, 0.4)),
                        "best");
        return new Prediction(
                target,
                List.of(Optional.of(new Covariance(2, 0.5, 1.0 / 3)), Optional.empty()),
                0.7);
    }

    private static Proposals of(String path, Prediction... predictions) {
        SequencedMap<String, Proposals.Found> pictures = new LinkedHashMap<>();
        pictures.put(path, new Proposals.Found("best", List.of(predictions), Set.of()));
        return new Proposals(pictures);
    }

    @Test
    void predictionsComeBackToTheLastBitWithTheirIdsAndWhatWasDismissed() throws Exception {
        Prediction prediction = prediction(2, 1.0 / 3);
        Proposals proposals =
                of("b/2.jpg", prediction)
                        .with(of("a/1.jpg"))
                        .dismissing("b/2.jpg", prediction.target().id(), true);
        Path file = Proposals.file(ProjectFile.of(folder.resolve("plates").toString()));
        proposals.write(file, SCHEMA);
        Proposals back = Proposals.read(file, SCHEMA);
        assertThat(file).hasFileName("plates.proposals.json");
        assertThat(back).isEqualTo(proposals);
        assertThat(back.pictures().keySet()).containsExactly("b/2.jpg", "a/1.jpg");
        assertThat(back.in("b/2.jpg").orElseThrow().dismissed())
                .containsExactly(prediction.target().id());
        assertThat(back.in("a/1.jpg").orElseThrow().predictions()).isEmpty();
        assertThat(back.in("c.jpg")).isEmpty();
    }

    @Test
    void laterOnesReplaceThoseOfTheSamePicturesOnly() {
        Prediction old = prediction(0, 1);
        Prediction other = prediction(0, 2);
        Prediction young = prediction(0, 3);
        Proposals both = of("1", old).with(of("2", other)).with(of("1", young));
        assertThat(both.in("1").orElseThrow().predictions()).containsExactly(young);
        assertThat(both.in("2").orElseThrow().predictions()).containsExactly(other);
    }

    @Test
    void aDismissalCanBeTakenBack() {
        Prediction one = prediction(0, 1);
        Proposals before = of("1", one);
        assertThat(
                        before.dismissing("1", one.target().id(), true)
                                .dismissing("1", one.target().id(), false))
                .isEqualTo(before);
        assertThat(before.dismissing("2", one.target().id(), true)).isEqualTo(before);
    }

    @Test
    void aClassIsKeptByItsNameUnlessItWasRenamedInItsPlace() {
        Proposals before = of("1", prediction(0, 1), prediction(1, 2), prediction(2, 3));
        Schema moved = Schema.plain(SCHEMA.keypoints(), List.of("R3", "R1", "R2"));
        assertThat(classes(before.under(SCHEMA, moved))).containsExactly(1, 2, 0);
        Schema renamed = Schema.plain(SCHEMA.keypoints(), List.of("R1", "X", "R3"));
        assertThat(classes(before.under(SCHEMA, renamed))).containsExactly(0, 1, 2);
        Schema without = Schema.plain(SCHEMA.keypoints(), List.of("R1", "R3"));
        assertThat(classes(before.under(SCHEMA, without))).containsExactly(0, 1);
    }

    private static List<Integer> classes(Proposals proposals) {
        return proposals.in("1").orElseThrow().predictions().stream()
                .map(p -> p.target().classIndex())
                .toList();
    }

    @Test
    void whatTheSchemaLacksIsLeftOutAndTheRestIsRead() throws Exception {
        Path file = folder.resolve("x.proposals.json");
        of("1", prediction(0, 1), prediction(2, 3)).write(file, SCHEMA);
        Schema fewer = Schema.plain(SCHEMA.keypoints(), List.of("R3"));
        assertThat(classes(Proposals.read(file, fewer))).containsExactly(0);
        assertThat(Proposals.readIfThere(folder.resolve("none"), SCHEMA)).isEqualTo(Proposals.NONE);
    }

    @Test
    void aFileOfAnotherFormIsRefused() throws Exception {
        for (String content : List.of("", "[]", "{}", "{\"pictures\": {\"a\": [{}]}}")) {
            Path file = Files.writeString(folder.resolve("x.proposals.json"), content);
            assertThatThrownBy(() -> Proposals.read(file, SCHEMA))
                    .as(content)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPredictionHasACovarianceOrNoneForEachKeypoint() {
        Target target = Target.of(0, List.of(Keypoint.UNLABELLED), Optional.empty(), "");
        assertThatThrownBy(() -> new Prediction(target, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
