package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// Rendered scenes beside a real low-exposure match.
class RealSceneComparisonTest {

    private static final int SCENES = 120;

    @Test
    void renderedScenesHaveTheBrightnessAndPlateSizesOfRealOnes() throws IOException {
        SceneStatistics real = real(Shared.folder("data/real/low_exposure_arena"));
        SceneStatistics.Tally tally = new SceneStatistics.Tally();
        IntStream.range(0, SCENES)
                .parallel()
                .mapToObj(i -> SyntheticScene.render(2026, i, new Size(1280, 1024)))
                .forEachOrdered(scene -> tally.add(scene.argb(), scene.truth()));
        List<SceneStatistics.Row> rows = tally.statistics().against(real);
        rows.forEach(System.out::println);
        assertThat(rows).allSatisfy(row -> assertThat(row.deviation()).isCloseTo(0, within(0.2)));
    }

    private static SceneStatistics real(Path folder) throws IOException {
        SceneStatistics.Tally tally = new SceneStatistics.Tally();
        List<Path> pictures;
        try (var files = Files.list(folder.resolve("images"))) {
            pictures = files.sorted().toList();
        }
        for (Path picture : pictures) {
            BufferedImage image = ImageIO.read(picture.toFile());
            int w = image.getWidth();
            int h = image.getHeight();
            String name = picture.getFileName().toString().replace(".jpg", ".txt");
            List<Target> targets = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("labels").resolve(name))) {
                targets.add(target(line, w, h));
            }
            tally.add(image.getRGB(0, 0, w, h, null, 0, w), targets);
        }
        assertThat(tally.statistics().pictures()).isEqualTo(61);
        assertThat(tally.statistics().plates()).isEqualTo(105);
        return tally.statistics();
    }

    /// `class x1 y1 .. x4 y4`, normalised.
    private static Target target(String line, int w, int h) {
        String[] t = line.trim().split("\\s+");
        List<Keypoint> points = new ArrayList<>();
        for (int i = 1; i < 9; i += 2) {
            points.add(
                    Keypoint.visible(
                            Double.parseDouble(t[i]) * w, Double.parseDouble(t[i + 1]) * h));
        }
        return new Target(new UUID(0, 0), 0, points, Optional.empty(), "");
    }
}
