package penumbra.ui.canvas;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import penumbra.edit.Selection;
import penumbra.edit.tool.Preview;
import penumbra.edit.tool.Tool;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.ui.Studio;
import penumbra.ui.overlay.Measurements;
import penumbra.ui.overlay.OverlayScene;
import penumbra.ui.overlay.OverlayStack;

/// The canvas: the picture below, the labels above. It paints and forwards; what a gesture means is
/// up to the tools.
public final class PictureCanvas extends Region {

    /// What is seen where the picture ends.
    public static final Color GROUND = Color.gray(0.11);

    /// So long after the last motion the picture is drawn smoothly again.
    private static final Duration REST = Duration.millis(140);

    private final Studio studio;
    private final CanvasState state;
    private final OverlayStack overlays;
    private final Canvas base = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Region ring = new Region();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyObjectWrapper<Optional<Tool>> tool =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Point>> pointer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<PixelPainter> pixels = Optional.empty();
    private boolean moving;

    public PictureCanvas(Studio studio, CanvasState state, OverlayStack overlays) {
        this.studio = studio;
        this.state = state;
        this.overlays = overlays;
        ring.getStyleClass().add("focus-ring");
        ring.setMouseTransparent(true);
        getChildren().setAll(base, overlay, ring);
        overlay.setMouseTransparent(true);
        base.setMouseTransparent(true);
        setFocusTraversable(true);
        setMinSize(80, 80);
        setId("canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        rest.setOnFinished(_ -> {
            moving = false;
            requestLayout();
        });
        studio.pictureProperty().subscribe(_ -> showPicture());
        studio.selectionProperty().subscribe(_ -> requestLayout());
        CanvasWords words = new CanvasWords(studio.schema());
        accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.of(
                                                studio.pictureProperty().get(),
                                                studio.selectionProperty().get()),
                                studio.pictureProperty(),
                                studio.selectionProperty()));
        state.pixelsProperty().subscribe(_ -> takePixels());
        state.displayProperty().subscribe((_, _) -> takePixels());
        state.viewportProperty().subscribe((old, now) -> moved(old, now));
        state.stickersProperty().subscribe(_ -> requestLayout());
        state.snappedProperty().subscribe(_ -> requestLayout());
        overlays.whenChanged(this::requestLayout);
        tool.subscribe(_ -> requestLayout());
        pointer.subscribe(_ -> requestLayout());
    }

    /// The gesture under way.
    public ReadOnlyObjectProperty<Optional<Tool>> toolProperty() {
        return tool.getReadOnlyProperty();
    }

    /// A screen point in picture px; empty when no picture is shown.
    public Optional<Point> toPicture(double x, double y) {
        return state.viewportProperty().get().map(v -> v.toPicture(new Point(x, y)));
    }

    void setTool(Optional<Tool> next) {
        tool.set(next);
    }

    void setPointer(Optional<Point> onScreen) {
        pointer.set(onScreen);
        state.pointerProperty().set(onScreen.flatMap(p -> toPicture(p.x(), p.y())));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        if (base.getWidth() != width || base.getHeight() != height) {
            for (Canvas canvas : new Canvas[] {base, overlay}) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            fitView();
        }
        ring.resize(width, height);
        paint();
    }

    private void showPicture() {
        fitView();
        requestLayout();
    }

    private void takePixels() {
        pixels =
                state.pixelsProperty()
                        .get()
                        .map(p -> new PixelPainter(p.decoded(), state.displayProperty().get()));
        requestLayout();
    }

    private void moved(Optional<Viewport> old, Optional<Viewport> now) {
        boolean zoomedOrPanned =
                old.isPresent()
                        && now.isPresent()
                        && old.get().picture().equals(now.get().picture())
                        && old.get().width() == now.get().width();
        if (zoomedOrPanned) {
            moving = true;
            rest.playFromStart();
        }
        requestLayout();
    }

    /// Gives the view the size of the canvas and of the picture.
    private void fitView() {
        if (getWidth() < 1 || getHeight() < 1 || getScene() == null) {
            return;
        }
        double ratio = getScene().getWindow().getOutputScaleX();
        Optional<Viewport> view = state.viewportProperty().get();
        state.viewportProperty()
                .set(
                        studio.pictureProperty()
                                .get()
                                .map(LabelledImage::size)
                                .map(size ->
                                        view.map(v ->
                                                        v.resized(getWidth(), getHeight(), ratio)
                                                                .onto(size))
                                                .orElseGet(() ->
                                                        Viewport.fitting(
                                                                size,
                                                                getWidth(),
                                                                getHeight(),
                                                                ratio))));
    }

    private void paint() {
        GraphicsContext below = base.getGraphicsContext2D();
        below.setFill(GROUND);
        below.fillRect(0, 0, base.getWidth(), base.getHeight());
        GraphicsContext above = overlay.getGraphicsContext2D();
        above.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        Optional<Viewport> view = state.viewportProperty().get();
        overlays.show(picture.flatMap(p -> view.map(v -> scene(p, v))));
        if (picture.isPresent() && view.isPresent()) {
            paintPixels(below, view.get(), picture.get(), view.get().nearest(moving));
            overlays.paintBelow(above);
            paintPlates(above, view.get(), picture.get());
            overlays.paintAbove(above);
            paintLoupe(above, view.get(), picture.get());
        }
    }

    private void paintPixels(
            GraphicsContext g, Viewport view, LabelledImage picture, boolean nearest) {
        boolean current =
                state.pixelsProperty().get().filter(p -> p.imageId() == picture.id()).isPresent();
        if (current) {
            pixels.ifPresent(painter -> painter.paint(g, view, nearest));
        }
    }

    private void paintPlates(GraphicsContext g, Viewport view, LabelledImage picture) {
        PlatePainter painter = new PlatePainter(g, view, studio.schema());
        Optional<Preview> preview = tool.get().flatMap(Tool::preview);
        Optional<Selection> selection = studio.selectionProperty().get();
        for (Target target : picture.targets()) {
            Target seen = preview.map(p -> asDragged(target, p)).orElse(target);
            if (state.stickersProperty().get()) {
                painter.sticker(seen);
            }
            painter.plate(seen, selection.filter(s -> s.targetId().equals(target.id())));
        }
        preview.filter(p -> p.replaces().isEmpty())
                .ifPresent(p -> painter.preview(p, studio.currentClassProperty().get()));
    }

    private OverlayScene scene(LabelledImage picture, Viewport view) {
        Optional<Preview> preview = tool.get().flatMap(Tool::preview);
        return new OverlayScene(
                preview.map(p -> asDragged(picture, p)).orElse(picture),
                studio.selectionProperty().get().map(Selection::targetId),
                studio.schema(),
                view,
                new Measurements(state::sureness, overlays.pairs()));
    }

    private static LabelledImage asDragged(LabelledImage picture, Preview preview) {
        return picture.withTargets(
                picture.targets().stream().map(t -> asDragged(t, preview)).toList());
    }

    private static Target asDragged(Target target, Preview preview) {
        if (!preview.replaces().equals(Optional.of(target.id()))) {
            return target;
        }
        return target.withKeypoints(Keypoints.placed(target.keypoints(), preview.points()));
    }

    private void paintLoupe(GraphicsContext g, Viewport view, LabelledImage picture) {
        Optional<Point> focus = tool.get().flatMap(Tool::preview).flatMap(Preview::focus);
        if (focus.isEmpty() || pointer.get().isEmpty()) {
            return;
        }
        Loupe loupe = new Loupe(view, focus.get(), pointer.get().get());
        if (loupe.isOfUse()) {
            loupe.paint(
                    g,
                    inside -> {
                        paintPixels(g, inside, picture, true);
                        paintPlates(g, inside, picture);
                    });
        }
    }
}
