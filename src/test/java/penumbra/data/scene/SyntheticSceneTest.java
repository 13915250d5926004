package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class SyntheticSceneTest {

    private static final Size SIZE = new Size(640, 512);

    private static List<RenderedScene> scenes(long seed, int n) {
        return IntStream.range(0, n)
                .parallel()
                .mapToObj(i -> SyntheticScene.render(seed, i, SIZE))
                .toList();
    }

    private static int brightest(RenderedScene scene, Point p) {
        int c = scene.argb()[(int) p.y() * scene.size().width() + (int) p.x()];
        return Math.max(c >> 16 & 0xff, Math.max(c >> 8 & 0xff, c & 0xff));
    }

    @Test
    void aSceneIsTheSameAloneAndAmongOthersOnManyThreads() {
        List<RenderedScene> parallel = scenes(5, 12);
        for (int i = 11; i >= 0; i--) {
            RenderedScene alone = SyntheticScene.render(5, i, SIZE);
            assertThat(Arrays.hashCode(alone.argb()))
                    .isEqualTo(Arrays.hashCode(parallel.get(i).argb()));
            assertThat(alone.truth()).isEqualTo(parallel.get(i).truth());
        }
    }

    @Test
    void seedsAndIndicesGiveDifferentPictures() {
        List<Integer> hashes =
                IntStream.range(0, 16)
                        .mapToObj(i -> SyntheticScene.render(i / 4, i % 4, new Size(160, 128)))
                        .map(s -> Arrays.hashCode(s.argb()))
                        .toList();
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void everyTargetIsOneThatAPersonWouldLabel() {
        for (RenderedScene scene : scenes(6, 60)) {
            assertThat(scene.truth()).hasSizeLessThanOrEqualTo(6);
            assertThat(scene.truth().stream().map(Target::id)).doesNotHaveDuplicates();
            for (Target target : scene.truth()) {
                assertThat(target.classIndex())
                        .isBetween(0, Schema.ARMOR_PLATE.classes().size() - 1);
                assertThat(target.keypoints()).hasSize(4).allMatch(Keypoint::labelled);
                List<Point> p = target.labelledPoints();
                List<Keypoint> seen =
                        target.keypoints().stream()
                                .filter(k -> k.visibility() == Visibility.VISIBLE)
                                .toList();
                assertThat(seen)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allMatch(k -> SIZE.contains(k.at()));
                double bars = p.get(0).distance(p.get(1)) + p.get(2).distance(p.get(3));
                assertThat(bars / 2).isGreaterThanOrEqualTo(6);
                Box box = target.extent().orElseThrow();
                assertThat(box.intersection(new Box(0, 0, 640, 512))).isPresent();
            }
        }
    }

    /// Left to right times top to bottom is positive with y down, and the bars run downwards.
    @Test
    void pointsStandInTheOrderTopLeftBottomLeftBottomRightTopRight() {
        for (RenderedScene scene : scenes(7, 60)) {
            for (Target target : scene.truth()) {
                List<Point> p = target.labelledPoints();
                assertThat(p.get(3).minus(p.get(0)).cross(p.get(1).minus(p.get(0)))).isPositive();
                assertThat(p.get(2).minus(p.get(1)).cross(p.get(2).minus(p.get(3)))).isPositive();
                assertThat(p.get(1).y()).isGreaterThan(p.get(0).y());
                assertThat(p.get(2).y()).isGreaterThan(p.get(3).y());
            }
        }
    }

    /// Between two visible ends there is light; a strut or barrel may cross a bar now and then.
    @Test
    void visibleBarsShine() {
        int bars = 0;
        int bright = 0;
        for (RenderedScene scene : scenes(8, 60)) {
            for (Target target : scene.truth()) {
                for (Schema.Edge edge : Schema.ARMOR_PLATE.edges()) {
                    Keypoint a = target.keypoints().get(edge.from());
                    Keypoint b = target.keypoints().get(edge.to());
                    if (a.visibility() == Visibility.VISIBLE
                            && b.visibility() == Visibility.VISIBLE) {
                        bars++;
                        Point middle = a.at().plus(b.at()).times(0.5);
                        bright += brightest(scene, middle) > 110 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(bars).isGreaterThan(60);
        assertThat((double) bright / bars).isGreaterThan(0.95);
    }

    @Test
    void theSeriesHasAllClassesSomeCutPlatesAndSomeHiddenEnds() {
        List<Target> targets =
                IntStream.range(0, 300)
                        .parallel()
                        .mapToObj(i -> SyntheticScene.render(9, i, new Size(640, 512)))
                        .flatMap(s -> s.truth().stream())
                        .toList();
        assertThat(targets.stream().map(Target::classIndex).collect(Collectors.toSet()))
                .hasSize(16);
        assertThat(targets.stream().flatMap(t -> t.labelledPoints().stream()))
                .anyMatch(p -> !SIZE.contains(p));
        assertThat(targets.stream().flatMap(t -> t.keypoints().stream()))
                .anyMatch(k -> k.visibility() == Visibility.OCCLUDED && SIZE.contains(k.at()));
    }

    /// The camera aims at a robot, and real pictures without any are not kept either.
    @Test
    void hardlyAnyPictureIsWithoutATarget() {
        long without =
                IntStream.range(0, 100)
                        .parallel()
                        .mapToObj(i -> SyntheticScene.render(11, i, new Size(1280, 1024)))
                        .filter(s -> s.truth().isEmpty())
                        .count();
        assertThat(without).isLessThanOrEqualTo(3);
    }

    @Test
    void picturesAreDarkWithASmallBrightPart() {
        SceneStatistics.Tally tally = new SceneStatistics.Tally();
        scenes(10, 60).forEach(s -> tally.add(s.argb(), s.truth()));
        assertThat(tally.statistics().brightness()).isBetween(24.0, 41.0);
        assertThat(tally.statistics().brightShare()).isBetween(0.001, 0.012);
    }

    @Test
    void anySizeIsRendered() {
        for (Size size : List.of(new Size(1, 1), new Size(33, 17), new Size(5, 200))) {
            assertThat(SyntheticScene.render(1, 0, size).argb())
                    .hasSize(size.width() * size.height());
        }
    }

    @Test
    void coversHideEndsOfBarsAndMoveNone() {
        Size size = new Size(640, 512);
        int plain = 0;
        int hidden = 0;
        for (int index = 0; index < 12; index++) {
            RenderedScene open = SyntheticScene.render(8, index, size);
            RenderedScene covered = SyntheticScene.render(8, index, size, 1);
            assertThat(SyntheticScene.render(8, index, size, 0).argb()).isEqualTo(open.argb());
            plain += occluded(open);
            hidden += occluded(covered);
            for (Target target : covered.truth()) {
                assertThat(open.truth())
                        .as("where its ends are does not depend on what is in front")
                        .anyMatch(t -> places(t).equals(places(target)));
            }
        }
        assertThat(hidden).isGreaterThan(plain + 12);
    }

    private static int occluded(RenderedScene scene) {
        return (int)
                scene.truth().stream()
                        .flatMap(t -> t.keypoints().stream())
                        .filter(k -> k.visibility() == Visibility.OCCLUDED)
                        .count();
    }

    private static List<Point> places(Target target) {
        return target.keypoints().stream().map(Keypoint::at).toList();
    }
}
