package penumbra.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import penumbra.data.DecodedImage;
import penumbra.edit.Edit;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.snap.BarOutcome;
import penumbra.snap.BarSnap;
import penumbra.snap.SnapResult;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Sentence;
import penumbra.ui.Studio;

/// Snaps the selected plate to its light bars, on a worker, and keeps what came of it beside the
/// plate for as long as its points stay.
public final class Snapping {

    private final Studio studio;
    private final CanvasState state;
    private final Background background;
    private final Consumer<String> tell;

    /// @param tell gets one sentence for each bar or end that was left alone
    public Snapping(
            Studio studio, CanvasState state, Background background, Consumer<String> tell) {
        this.studio = studio;
        this.state = state;
        this.background = background;
        this.tell = tell;
    }

    /// Snaps the selected plate of the picture that is shown.
    public void snap() {
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        Optional<DecodedImage> pixels =
                picture.flatMap(p ->
                        state.pixelsProperty()
                                .get()
                                .filter(shown -> shown.imageId() == p.id())
                                .map(CanvasState.Pixels::decoded));
        if (pixels.isPresent() && studio.selected().isPresent()) {
            Target target = studio.selected().get();
            Schema schema = studio.schema();
            background.start(
                    Texts.of(Snapping.class, "snap.task"),
                    _ -> BarSnap.snap(pixels.get(), schema, target),
                    result -> take(picture.get().id(), target, result),
                    failure -> tell.accept(Sentence.of(failure)));
        }
    }

    /// Takes the result in, unless the plate has changed since.
    private void take(long imageId, Target target, SnapResult result) {
        Optional<LabelledImage> picture = studio.project().image(imageId);
        if (picture.filter(p -> p.targets().contains(target)).isEmpty()) {
            return;
        }
        if (result instanceof SnapResult.Snapped snapped) {
            Target placed = target.moved(snapped.target().keypoints(), studio.edits().annotator());
            List<Target> targets = new ArrayList<>(picture.get().targets());
            targets.set(targets.indexOf(target), placed);
            Edit edit =
                    Edit.change("snap-plate", picture.get(), picture.get().withTargets(targets));
            if (studio.apply(edit)) {
                state.snappedProperty()
                        .set(Optional.of(new CanvasState.Snapped(placed, snapped.covariances())));
            }
        }
        String left =
                reasons(result, studio.schema()).stream()
                        .distinct()
                        .collect(Collectors.joining(" "));
        if (!left.isEmpty()) {
            tell.accept(left);
        }
    }

    /// What was left alone, and why: one sentence for each bar or end.
    static List<String> reasons(SnapResult result, Schema schema) {
        List<String> reasons = new ArrayList<>();
        for (BarOutcome bar : result.bars()) {
            String from = schema.keypoints().get(bar.edge().from());
            String to = schema.keypoints().get(bar.edge().to());
            switch (bar) {
                case BarOutcome.Refused refused ->
                        reasons.add(reason(from + "-" + to, refused::sentence));
                case BarOutcome.Fitted(_, BarOutcome.End first, BarOutcome.End second, _) -> {
                    first.kept().ifPresent(why -> reasons.add(reason(from, why::sentence)));
                    second.kept().ifPresent(why -> reasons.add(reason(to, why::sentence)));
                }
            }
        }
        return reasons;
    }

    private static String reason(String what, Supplier<String> sentence) {
        return Texts.of(Snapping.class, "snap.left", what, sentence.get());
    }
}
