package penumbra.data.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.Shared;
import penumbra.data.DecodedImage;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.match.Propagation.Proposal;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class PropagationTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;
    private static final Size SIZE = new Size(960, 768);
    private static final int SCENES = 5;

    @ParameterizedTest
    @CsvSource({"0, 0", "17, -23", "-60, 60"})
    void platesOfAShiftedAndBrighterPictureAreFoundToTheNearestPixel(int dx, int dy) {
        int found = 0;
        for (int i = 0; i < SCENES; i++) {
            RenderedScene scene = SyntheticScene.render(3, i, SIZE);
            DecodedImage to = lit(shifted(scene, dx, dy), v -> Math.min(255, v * 5 / 4 + 6));
            Propagation propagation =
                    new Propagation(picture(scene), to, SCHEMA, Propagation.LEAST_SCORE);
            for (Target target : inside(scene, dx, dy)) {
                Proposal proposal = propagation.propose(target).orElseThrow();
                assertThat(error(target, proposal, new Point(dx, dy))).isLessThan(0.5);
                found++;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(SCENES);
    }

    @Test
    void aShiftByHalfAPixelIsFoundTwiceAsWellAsWholePixelsWould() {
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            RenderedScene scene = SyntheticScene.render(3, i, SIZE);
            DecodedImage to = movedHalfAPixelRight(shifted(scene, 12, 5));
            Propagation propagation =
                    new Propagation(picture(scene), to, SCHEMA, Propagation.LEAST_SCORE);
            for (Target target : inside(scene, 12, 5)) {
                Proposal proposal = propagation.propose(target).orElseThrow();
                errors.add(error(target, proposal, new Point(12.5, 5)));
            }
        }
        // Whole pixels would be 0.5 px off each time.
        assertThat(errors).hasSizeGreaterThanOrEqualTo(SCENES).allMatch(e -> e < 0.5);
        assertThat(errors.stream().mapToDouble(e -> e).average().orElseThrow()).isLessThan(0.25);
    }

    @Test
    void aProposalKeepsAllButThePlaces() {
        RenderedScene scene = SyntheticScene.render(3, 0, SIZE);
        Target target = inside(scene, 4, 4).getFirst();
        Proposal proposal = propose(scene, shifted(scene, 4, 4), target).orElseThrow();
        Target moved = proposal.target();
        assertThat(moved.id()).isEqualTo(target.id());
        assertThat(moved.classIndex()).isEqualTo(target.classIndex());
        assertThat(moved.keypoints())
                .extracting(Keypoint::visibility)
                .isEqualTo(target.keypoints().stream().map(Keypoint::visibility).toList());
        assertThat(proposal.score()).isBetween(0.99, 1.001);
    }

    @Test
    void aPlateThatIsNotThereIsRefused() {
        for (int i = 0; i < SCENES; i++) {
            RenderedScene scene = SyntheticScene.render(3, i, SIZE);
            DecodedImage other = picture(SyntheticScene.render(4, i, SIZE));
            DecodedImage dark = lit(picture(scene), _ -> 9);
            for (Target target : inside(scene, 0, 0)) {
                assertThat(propose(scene, other, target)).isEmpty();
                assertThat(propose(scene, dark, target)).isEmpty();
            }
        }
    }

    @Test
    void aPlateBeyondTheReachIsRefused() {
        RenderedScene scene = SyntheticScene.render(3, 0, SIZE);
        Target target = inside(scene, 0, 90).getFirst();
        assertThat(propose(scene, shifted(scene, 0, 90), target)).isEmpty();
    }

    @Test
    void aPlateWithOneBarOrOutsideThePictureHasWhatItHas() {
        RenderedScene scene = SyntheticScene.render(3, 0, SIZE);
        DecodedImage to = shifted(scene, 8, -6);
        Target target = inside(scene, 8, -6).getFirst();
        List<Keypoint> points = new ArrayList<>(target.keypoints());
        points.set(3, Keypoint.UNLABELLED);
        Proposal proposal = propose(scene, to, target.withKeypoints(points)).orElseThrow();
        Point left = proposal.target().keypoints().get(0).at().minus(points.get(0).at());
        Point loose = proposal.target().keypoints().get(2).at().minus(points.get(2).at());
        assertThat(loose.distance(left)).as("follows the bar").isLessThan(1e-9);
        points.replaceAll(k -> new Keypoint(k.at().plus(new Point(-5000, 0)), k.visibility()));
        assertThat(propose(scene, to, target.withKeypoints(points))).isEmpty();
        points.replaceAll(_ -> Keypoint.UNLABELLED);
        assertThat(propose(scene, to, target.withKeypoints(points))).isEmpty();
    }

    /// Labels by eye are 1 to 3 px off, and two of them are compared.
    @Test
    void platesOfNeighbouringRealFramesAreFoundAndThoseThatJumpedAreNot() throws Exception {
        Path real = Shared.folder("data/real/low_exposure_arena");
        List<Target> next = labels(real, "00027");
        List<Proposal> found = propagated(real, "00026", "00027");
        for (Target label : next) {
            assertThat(found)
                    .filteredOn(p -> p.target().classIndex() == label.classIndex())
                    .as("class %d", label.classIndex())
                    .anyMatch(p -> error(label, p, new Point(0, 0)) < 3);
        }
        assertThat(next).hasSize(3);
        assertThat(propagated(real, "00027", "00028")).as("155 px away").isEmpty();
    }

    private static List<Proposal> propagated(Path real, String from, String to)
            throws IOException, PictureException {
        Propagation propagation =
                new Propagation(
                        ImageReader.read(real.resolve("images/" + from + ".jpg")),
                        ImageReader.read(real.resolve("images/" + to + ".jpg")),
                        SCHEMA,
                        Propagation.LEAST_SCORE);
        return labels(real, from).stream()
                .map(propagation::propose)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Lines of class and four normalised points in pictures of 1280 x 1024.
    private static List<Target> labels(Path real, String name) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (String line : Files.readAllLines(real.resolve("labels/" + name + ".txt"))) {
            String[] v = line.strip().split(" ");
            List<Keypoint> points = new ArrayList<>();
            for (int i = 1; i < 9; i += 2) {
                points.add(
                        Keypoint.visible(
                                1280 * Double.parseDouble(v[i]),
                                1024 * Double.parseDouble(v[i + 1])));
            }
            targets.add(Target.of(Integer.parseInt(v[0]), points, Optional.empty(), ""));
        }
        return targets;
    }

    private static Optional<Proposal> propose(RenderedScene scene, DecodedImage to, Target target) {
        return new Propagation(picture(scene), to, SCHEMA, Propagation.LEAST_SCORE).propose(target);
    }

    /// Largest distance of a proposed point from where the shift puts it, px.
    private static double error(Target target, Proposal proposal, Point shift) {
        double most = 0;
        for (int i = 0; i < 4; i++) {
            Point expected = target.keypoints().get(i).at().plus(shift);
            most = Math.max(most, proposal.target().keypoints().get(i).at().distance(expected));
        }
        return most;
    }

    /// Targets that with the ground around them are in both pictures.
    private static List<Target> inside(RenderedScene scene, int dx, int dy) {
        return scene.truth().stream()
                .filter(t ->
                        t.labelledPoints().stream()
                                .allMatch(p -> near(p.x(), dx, 960) && near(p.y(), dy, 768)))
                .toList();
    }

    private static boolean near(double at, int shift, int side) {
        return Math.min(at, at + shift) > 30 && Math.max(at, at + shift) < side - 30;
    }

    private static DecodedImage picture(RenderedScene scene) {
        return new DecodedImage(scene.size(), scene.argb(), true);
    }

    private static DecodedImage shifted(RenderedScene scene, int dx, int dy) {
        int w = scene.size().width();
        int h = scene.size().height();
        int[] argb = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int fromX = Math.clamp(x - dx, 0, w - 1);
                int fromY = Math.clamp(y - dy, 0, h - 1);
                argb[y * w + x] = scene.argb()[fromY * w + fromX];
            }
        }
        return new DecodedImage(scene.size(), argb, true);
    }

    private static DecodedImage lit(DecodedImage picture, IntUnaryOperator light) {
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            int red = light.applyAsInt(argb[i] >> 16 & 0xff);
            int green = light.applyAsInt(argb[i] >> 8 & 0xff);
            argb[i] = 0xff000000 | red << 16 | green << 8 | light.applyAsInt(argb[i] & 0xff);
        }
        return new DecodedImage(picture.size(), argb, true);
    }

    /// Each pixel is the mean of itself and its left neighbour.
    private static DecodedImage movedHalfAPixelRight(DecodedImage picture) {
        int[] argb = picture.argb().clone();
        for (int i = argb.length - 1; i > 0; i--) {
            int a = argb[i];
            int b = argb[i - 1];
            argb[i] = 0xff000000 | ((a & b) + ((a ^ b) >> 1 & 0x7f7f7f) & 0xffffff);
        }
        return new DecodedImage(picture.size(), argb, true);
    }
}
