package penumbra.edit.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class CorrectionTest {

    private static final LabelEdits EDITS = LabelEdits.by("ada");
    private static final PointerEvent.Keys PLAIN = new PointerEvent.Keys(false, false);

    private final Target found =
            Target.of(
                    3,
                    List.of(
                            Keypoint.visible(10, 10),
                            Keypoint.visible(10, 30),
                            Keypoint.visible(50, 30),
                            Keypoint.visible(50, 10)),
                    Optional.of(new Box(9, 9, 42, 22)),
                    "best");
    private final LabelledImage picture =
            new LabelledImage(7, "a.png", new Size(100, 80), List.of(), LabelState.UNLABELLED, "");

    private Tool pressed(Point at) {
        Drag drag =
                Drag.start(
                        EDITS,
                        Schema.ARMOR_PLATE,
                        Selection.point(7, found.id(), 2),
                        picture.withTargets(List.of(found)),
                        new PointerEvent.Press(at, PLAIN, 3));
        return new Correction(EDITS, drag);
    }

    @Test
    void aClickLeavesItAProposal() {
        Tool.Turn turn =
                pressed(new Point(50, 30))
                        .on(new PointerEvent.Release(new Point(51, 30), PLAIN), picture);
        assertThat(turn.edit()).isEmpty();
        assertThat(turn.next()).isEmpty();
    }

    @Test
    void aDragMakesItALabelOfTheSameIdInTheNameOfWhoMovedIt() {
        Tool.Turn moving =
                pressed(new Point(50, 30))
                        .on(new PointerEvent.Move(new Point(55, 33), PLAIN), picture);
        assertThat(moving.edit()).isEmpty();
        assertThat(moving.next().orElseThrow().preview().orElseThrow().points().get(2))
                .isEqualTo(new Point(55, 33));
        Tool.Turn turn =
                moving.next()
                        .orElseThrow()
                        .on(new PointerEvent.Release(new Point(56, 34), PLAIN), picture);
        Edit edit = turn.edit().orElseThrow();
        assertThat(edit.label()).isEqualTo("correct-proposal");
        assertThat(edit.before()).contains(picture);
        LabelledImage after = edit.after().orElseThrow();
        assertThat(after.state()).isEqualTo(LabelState.LABELLED);
        Target label = after.targets().getFirst();
        assertThat(label.id()).isEqualTo(found.id());
        assertThat(label.annotator()).isEqualTo("ada");
        assertThat(label.keypoints().get(2).at()).isEqualTo(new Point(56, 34));
        assertThat(label.keypoints().getFirst()).isEqualTo(found.keypoints().getFirst());
    }

    @Test
    void takenAsItIsItKeepsTheNameOfItsNetwork() {
        Edit edit = EDITS.accept(picture, found);
        assertThat(edit.label()).isEqualTo("accept-proposal");
        assertThat(edit.after().orElseThrow().targets()).containsExactly(found);
        assertThat(edit.inverse().after()).contains(picture);
    }
}
