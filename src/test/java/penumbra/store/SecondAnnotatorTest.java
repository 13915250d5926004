package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.scene.LabelNoise;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Edit;
import penumbra.edit.Step;
import penumbra.edit.calibrate.LookSample;
import penumbra.edit.calibrate.LookSession;
import penumbra.edit.calibrate.LookTask;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.measure.Calibration;
import penumbra.uncertainty.measure.LookStudy;

/// A second annotator whose noise is known looks at rendered plates that a first one labelled; what
/// the project measures of them is compared with what they do.
class SecondAnnotatorTest {

    private static final int SCENES = 240;
    private static final int PLATES = 75;
    private static final int REPEATS = 10;
    private static final LabelNoise HAND = LabelNoise.C;

    /// Scenes are painted at a quarter of their size, which spares most of the time and leaves the
    /// geometry as it is.
    private static final Size PAINTED = new Size(320, 256);

    private static final double SCALE = 4;
    private static final Size SIZE = new Size(1280, 1024);

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private final Map<UUID, Target> truth = new HashMap<>();

    @AfterEach
    void stop() {
        io.close();
    }

    private List<LabelledImage> scenes() {
        List<LabelledImage> scenes = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            List<Target> plates =
                    SyntheticScene.render(77, i, PAINTED).truth().stream()
                            .map(SecondAnnotatorTest::enlarged)
                            .toList();
            plates.forEach(t -> truth.put(t.id(), t));
            scenes.add(new LabelledImage(i + 1, i + ".png", SIZE, plates, LabelState.LABELLED, ""));
        }
        return scenes;
    }

    private static Target enlarged(Target painted) {
        return new Target(
                painted.id(),
                painted.classIndex(),
                painted.keypoints().stream()
                        .map(k -> new Keypoint(k.at().times(SCALE), k.visibility()))
                        .toList(),
                Optional.empty(),
                "");
    }

    private static LabelledImage labelled(LabelledImage scene, SplittableRandom random) {
        return scene.withTargets(
                scene.targets().stream()
                        .map(t -> HAND.apply(t, Schema.ARMOR_PLATE, random))
                        .toList());
    }

    /// All looks of a session in which nothing is skipped.
    private List<BlindLook> looks(LookSession begun, SplittableRandom random) {
        List<BlindLook> looks = new ArrayList<>();
        LookSession session = begun;
        while (session.current().isPresent()) {
            LookTask task = session.current().get();
            Target drawn = HAND.apply(truth.get(task.first().id()), Schema.ARMOR_PLATE, random);
            looks.add(session.look(drawn, Instant.EPOCH.plusSeconds(looks.size())));
            session = session.answer();
        }
        return looks;
    }

    @Test
    void threeHundredPairsGiveBackTheNoiseOfTheHandThroughSessionAndProjectFile() throws Exception {
        List<LabelledImage> scenes = scenes();
        SplittableRandom random = new SplittableRandom(1);
        Path file = folder.resolve("p.penumbra");
        List<BlindLook> made;
        try (ProjectStore store = ProjectStore.create(file, Schema.ARMOR_PLATE, io)) {
            for (LabelledImage scene : scenes) {
                store.commit(Edit.add("import", labelled(scene, random)), "Ada");
            }
            store.commitAll(Optional.empty(), List.of(), "Ada").get();
        }
        Project project;
        try (ProjectStore store = ProjectStore.open(file, io)) {
            project = store.project();
            LookSample sample = LookSample.draw(project.images(), Set.of(), PLATES, 9);
            made = looks(LookSession.of("Ben", sample), random);
            CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
            for (BlindLook look : made) {
                last = store.keep(look);
            }
            last.get();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(made.size()).isEqualTo(PLATES);
            assertThat(store.looks().equals(made)).isTrue();
            assertThat(store.project()).as("first labels").isEqualTo(project);
            LookStudy.Measured study =
                    (LookStudy.Measured) LookStudy.of(store.looks(), project.schema());
            assertThat(study.pairs() + study.swapped().size()).isEqualTo(4 * PLATES);
            Calibration calibration = study.calibration();
            double gap = calibration.usualGap();
            assertThat(calibration.along(gap).value())
                    .isCloseTo(HAND.sigmaAlong(gap), within(0.1 * HAND.sigmaAlong(gap)));
            assertThat(calibration.across(gap).value())
                    .isCloseTo(HAND.sigmaAcross(gap), within(0.1 * HAND.sigmaAcross(gap)));
            Set<UUID> asked = made.stream().map(l -> l.first().id()).collect(Collectors.toSet());
            LookSample next = LookSample.draw(project.images(), asked, PLATES, 9);
            assertThat(next.looked()).isEqualTo(PLATES);
            assertThat(next.tasks())
                    .as("what was looked at is not asked again")
                    .noneMatch(t -> asked.contains(t.first().id()));

            Schema before = project.schema();
            Schema after = before.calibrated(study.noise(Instant.EPOCH), study.oksSigma());
            store.commit(new Step(before, after, List.of()), "Ada").get();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            Schema schema = store.project().schema();
            double gap = 20;
            EndNoise used = EndNoise.of(schema.noise(), new Point(0, 1), gap);
            EndNoise measured =
                    ((LookStudy.Measured) LookStudy.of(store.looks(), schema))
                            .calibration()
                            .noise(new Point(0, 1), gap);
            assertThat(used).isEqualTo(measured.within(gap));
            assertThat(used).isNotEqualTo(EndNoise.assumed(new Point(0, 1), gap));
        }
    }

    /// 300 pairs know a deviation to 4 % at best, so that 10 % is about two deviations.
    @Test
    void nearlyEverySessionOf300PairsIsWithinTenPercent() {
        List<LabelledImage> scenes = scenes();
        SplittableRandom random = new SplittableRandom(2);
        int near = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            List<LabelledImage> first = scenes.stream().map(s -> labelled(s, random)).toList();
            LookSample sample = LookSample.draw(first, Set.of(), PLATES, repeat);
            Calibration calibration =
                    ((LookStudy.Measured)
                                    LookStudy.of(
                                            looks(LookSession.of("Ben", sample), random),
                                            Schema.ARMOR_PLATE))
                            .calibration();
            double gap = calibration.usualGap();
            near += isNear(calibration.along(gap).value(), HAND.sigmaAlong(gap)) ? 1 : 0;
            near += isNear(calibration.across(gap).value(), HAND.sigmaAcross(gap)) ? 1 : 0;
        }
        assertThat(near).as("of %d deviations", 2 * REPEATS).isGreaterThanOrEqualTo(17);
    }

    private static boolean isNear(double estimate, double wanted) {
        return Math.abs(estimate / wanted - 1) < 0.1;
    }
}
