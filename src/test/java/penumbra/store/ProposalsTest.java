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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Target;

class ProposalsTest {

    @TempDir Path folder;

    @Test
    void predictionsComeBackToTheLastBit() throws Exception {
        Target target =
                Target.of(
                        3,
                        List.of(Keypoint.visible(1.0 / 3, -7.25), Keypoint.UNLABELLED),
                        Optional.of(new Box(0.1, 0.2, 0.3, 0.4)),
                        "best");
        Prediction prediction =
                new Prediction(
                        target,
                        List.of(Optional.of(new Covariance(2, 0.5, 1.0 / 3)), Optional.empty()),
                        0.7);
        SequencedMap<String, List<Prediction>> pictures = new LinkedHashMap<>();
        pictures.put("b/2.jpg", List.of(prediction));
        pictures.put("a/1.jpg", List.of());
        Path file = Proposals.file(ProjectFile.of(folder.resolve("plates").toString()));
        new Proposals("best", "best", pictures).write(file);
        Proposals back = Proposals.read(file);
        assertThat(file).hasFileName("plates.proposals.json");
        assertThat(back.pictures().keySet()).containsExactly("b/2.jpg", "a/1.jpg");
        assertThat(back.pictures().get("a/1.jpg")).isEmpty();
        Prediction read = back.pictures().get("b/2.jpg").getFirst();
        assertThat(read.score()).isEqualTo(0.7);
        assertThat(read.covariances()).isEqualTo(prediction.covariances());
        assertThat(read.target().withId(target.id())).isEqualTo(target);
    }

    @Test
    void aFileOfAnotherFormIsRefused() throws Exception {
        for (String content : List.of("", "[]", "{}", "{\"pictures\": {\"a\": [{}]}}")) {
            Path file = Files.writeString(folder.resolve("x.proposals.json"), content);
            assertThatThrownBy(() -> Proposals.read(file))
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
