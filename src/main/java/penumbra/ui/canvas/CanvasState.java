package penumbra.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import penumbra.data.DecodedImage;
import penumbra.data.Display;
import penumbra.edit.Selection;
import penumbra.edit.tool.PlateTool;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;

/// How the canvas shows the picture, and what the pointer is for. A canvas that takes the place of
/// another one goes on with a copy.
public final class CanvasState {

    /// The pixels of a picture of the project.
    public record Pixels(long imageId, DecodedImage decoded) {}

    /// How sure the points of a plate are, as long as they stay where the fit put them.
    ///
    /// @param target as it was snapped
    /// @param covariances for each keypoint in schema order, picture px; empty where nothing is
    ///   known
    public record Snapped(Target target, List<Optional<Covariance>> covariances) {

        /// Whether that is still said of the target.
        boolean holdsFor(Target now) {
            return now.id().equals(target.id()) && now.keypoints().equals(target.keypoints());
        }
    }

    /// Plates that were found in a picture and wait for a person to take or to leave them.
    public record Proposal(long imageId, List<Target> targets) {

        public Proposal {
            targets = List.copyOf(targets);
        }
    }

    private final ObjectProperty<Optional<Viewport>> viewport =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Pixels>> pixels =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<PlateTool>> plateTool =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Point>> pointer =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Display> display = new SimpleObjectProperty<>(Display.NEUTRAL);
    private final ObjectProperty<Optional<Snapped>> snapped =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Proposal>> proposal =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Prediction>> predictions =
            new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Prediction>> compared =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty stickers = new SimpleBooleanProperty();

    /// The same state for another canvas, without those who listen to this one.
    public CanvasState copy() {
        CanvasState copy = new CanvasState();
        copy.viewport.set(viewport.get());
        copy.pixels.set(pixels.get());
        copy.plateTool.set(plateTool.get());
        copy.display.set(display.get());
        copy.snapped.set(snapped.get());
        copy.proposal.set(proposal.get());
        copy.predictions.set(predictions.get());
        copy.stickers.set(stickers.get());
        return copy;
    }

    /// Empty before the canvas has a size and a picture.
    public ObjectProperty<Optional<Viewport>> viewportProperty() {
        return viewport;
    }

    /// The pixels that were decoded last.
    public ObjectProperty<Optional<Pixels>> pixelsProperty() {
        return pixels;
    }

    /// The way plates are made; empty while labels are only selected and moved.
    public ObjectProperty<Optional<PlateTool>> plateToolProperty() {
        return plateTool;
    }

    /// Where the pointer is, picture px; empty when it is not over the canvas.
    public ObjectProperty<Optional<Point>> pointerProperty() {
        return pointer;
    }

    /// The plate that was snapped last.
    public ObjectProperty<Optional<Snapped>> snappedProperty() {
        return snapped;
    }

    /// How sure the points of a target are, where that is known.
    public List<Optional<Covariance>> sureness(Target target) {
        return snapped.get()
                .filter(s -> s.holdsFor(target))
                .map(Snapped::covariances)
                .orElse(List.of());
    }

    /// The plates that are proposed.
    public ObjectProperty<Optional<Proposal>> proposalProperty() {
        return proposal;
    }

    /// The plates that are proposed for a picture.
    public List<Target> proposedFor(long imageId) {
        return proposal.get()
                .filter(p -> p.imageId() == imageId)
                .map(Proposal::targets)
                .orElse(List.of());
    }

    /// What a network found in the picture that is shown and nobody has decided about.
    public ObjectProperty<List<Prediction>> predictionsProperty() {
        return predictions;
    }

    /// A prediction that is drawn over the label that it is held against.
    public ObjectProperty<Optional<Prediction>> comparedProperty() {
        return compared;
    }

    /// The prediction that is selected as if it were a plate.
    public Optional<Prediction> predicted(Optional<Selection> selection) {
        return selection.flatMap(s ->
                predictions.get().stream()
                        .filter(p -> p.target().id().equals(s.targetId()))
                        .findFirst());
    }

    /// A picture with the predictions for it as if they were labels, behind those.
    LabelledImage withPredictions(LabelledImage picture) {
        return picture.withTargets(
                Stream.concat(
                                picture.targets().stream(),
                                predictions.get().stream().map(Prediction::target))
                        .toList());
    }

    /// How the samples are shown.
    public ObjectProperty<Display> displayProperty() {
        return display;
    }

    /// Whether the sticker of its class is drawn onto every plate.
    public BooleanProperty stickersProperty() {
        return stickers;
    }

    /// The colour of the picture under the pointer as `0xffRRGGBB`, as stored in the file.
    public Optional<Integer> pixelUnderPointer() {
        return pointer.get().flatMap(p -> pixels.get().map(Pixels::decoded).flatMap(d -> at(d, p)));
    }

    public void zoom(Point onScreen, double factor) {
        viewport.get().ifPresent(v -> set(v.zoomAt(onScreen, factor)));
    }

    /// Zooms about the middle of the view.
    public void zoom(double factor) {
        viewport.get().ifPresent(v -> zoom(new Point(v.width() / 2, v.height() / 2), factor));
    }

    public void pan(double dx, double dy) {
        viewport.get().ifPresent(v -> set(v.panned(dx, dy)));
    }

    public void fit() {
        viewport.get().ifPresent(v -> set(v.fit()));
    }

    public void actualSize() {
        viewport.get().ifPresent(v -> set(v.actualSize()));
    }

    /// Brings a box into the middle, with room around it.
    public void zoomTo(Box box) {
        viewport.get().ifPresent(v -> set(v.zoomTo(box, 1)));
    }

    /// Brings a box into sight at the same zoom, when it is not.
    public void reveal(Box box) {
        viewport.get()
                .filter(v -> !holds(v.window(), box))
                .ifPresent(v -> {
                    Point at = v.toScreen(new Point(box.centreX(), box.centreY()));
                    set(v.panned(v.width() / 2 - at.x(), v.height() / 2 - at.y()));
                });
    }

    private void set(Viewport next) {
        viewport.set(Optional.of(next));
    }

    private static boolean holds(Box window, Box box) {
        return box.x() >= window.x()
                && box.y() >= window.y()
                && box.right() <= window.right()
                && box.bottom() <= window.bottom();
    }

    private static Optional<Integer> at(DecodedImage image, Point p) {
        int x = (int) Math.floor(p.x());
        int y = (int) Math.floor(p.y());
        boolean inside = x >= 0 && y >= 0 && x < image.size().width() && y < image.size().height();
        return inside ? Optional.of(image.argb()[y * image.size().width() + x]) : Optional.empty();
    }
}
