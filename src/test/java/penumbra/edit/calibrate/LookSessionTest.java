package penumbra.edit.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.edit.LabelEdits;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;

class LookSessionTest {

    private static final Target FIRST =
            new Target(
                    new UUID(1, 2),
                    11,
                    List.of(
                            Keypoint.visible(100, 100),
                            Keypoint.visible(101, 124),
                            Keypoint.visible(160, 125),
                            Keypoint.visible(160, 101)),
                    Optional.of(new Box(95, 95, 70, 35)),
                    "Ada");

    private static final Project PROJECT =
            Project.of(
                    Schema.ARMOR_PLATE,
                    List.of(
                            new LabelledImage(
                                    1,
                                    "a.png",
                                    new Size(640, 480),
                                    List.of(FIRST),
                                    LabelState.FLAGGED,
                                    "red three")));

    private static LookSession session(int tasks) {
        LookTask task = new LookTask(1, FIRST, new Box(50, 40, 200, 160));
        return new LookSession("Ben", List.of(task, task, task).subList(0, tasks), 0, 0);
    }

    @Test
    void thePictureIsShownWithoutAnythingThatIsKnownOfIt() {
        Project blind = session(1).blind(PROJECT);
        LabelledImage picture = blind.images().getFirst();
        assertThat(picture.targets()).isEmpty();
        assertThat(picture.note()).isEmpty();
        assertThat(picture.state()).isEqualTo(LabelState.UNLABELLED);
        assertThat(picture.size()).isEqualTo(new Size(640, 480));
        assertThat(blind.schema().keypoints()).isEqualTo(Schema.ARMOR_PLATE.keypoints());
        assertThat(blind.schema().classNames()).as("no class tells which plate").containsOnly("?");
    }

    @Test
    void aLookHoldsBothLabelsAndWhoLooked() {
        LookSession session = session(1);
        Project blind = session.blind(PROJECT);
        List<Point> clicks =
                List.of(
                        new Point(99.25, 100.5),
                        new Point(101, 125.125),
                        new Point(161, 124),
                        new Point(160.5, 100));
        LabelledImage labelled =
                LabelEdits.by("Ben")
                        .add(blind.images().getFirst(), 0, clicks)
                        .after()
                        .orElseThrow();
        Instant now = Instant.parse("2026-03-04T05:06:07Z");
        BlindLook look = session.look(labelled.targets().getFirst(), now);
        assertThat(look.first()).isEqualTo(FIRST);
        assertThat(look.annotator()).isEqualTo("Ben");
        assertThat(look.time()).isEqualTo(now);
        assertThat(look.imageId()).isEqualTo(1);
        assertThat(look.second().id()).isEqualTo(FIRST.id());
        assertThat(look.second().classIndex()).isEqualTo(FIRST.classIndex());
        assertThat(look.second().box()).as("nobody asked for a box").isEmpty();
        assertThat(look.second().labelledPoints()).isEqualTo(clicks);
    }

    @Test
    void answersAndSkipsAreCountedUntilNothingWaits() {
        LookSession session = session(3).answer();
        assertThat(session.total()).isEqualTo(3);
        session = session.skip().answer();
        assertThat(session.current()).isEmpty();
        assertThat(session.answered()).isEqualTo(2);
        assertThat(session.skipped()).isEqualTo(1);
        assertThat(session.total()).isEqualTo(3);
    }

    @Test
    void nobodyLooksWithoutAName() {
        LookSample sample = LookSample.draw(PROJECT.images(), Set.of(), 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> LookSession.of("  ", sample));
        assertThat(LookSession.of("Ben", sample).total()).isEqualTo(1);
    }
}
