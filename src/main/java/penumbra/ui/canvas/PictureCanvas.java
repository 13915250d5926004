package penumbra.ui.canvas;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import penumbra.data.DecodedImage;
import penumbra.edit.Selection;
import penumbra.edit.tool.Preview;
import penumbra.edit.tool.Tool;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;
import penumbra.ui.Fx;
import penumbra.ui.Labelling;
import penumbra.ui.overlay.Measurements;
import penumbra.ui.overlay.OverlayScene;
import penumbra.ui.overlay.OverlayStack;

/// The canvas: the picture below, the labels above. It paints and forwards; what a gesture means is
/// up to the tools.
public final class PictureCanvas extends Region {

    /// What is seen where the picture ends.
    public static final Color GROUND = Color.gray(0.11);

    private static final int GROUND_ARGB = 0xff1c1c1c;

    /// So long after the last motion the picture is drawn smoothly again.
    private static final Duration REST = Duration.millis(140);

    private final Labelling studio;
    private final CanvasState state;
    private final OverlayStack overlays;
    private final PixelPainter pixels = new PixelPainter(GROUND_ARGB);
    private final Canvas overlay = new Canvas();
    private final Region ring = new Region();
    private final PixelPainter glassPixels = new PixelPainter(GROUND_ARGB);
    private final Canvas glassOverlay = new Canvas(Loupe.SIZE, Loupe.SIZE);
    private final Group glass = new Group(glassPixels.node(), glassOverlay);
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyObjectWrapper<Optional<Tool>> tool =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Point>> pointer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean moving;

    /// Whether the picture, and whether what is drawn over it, no longer is what is to be seen.
    private boolean pixelsStale = true;

    private boolean labelsStale = true;

    public PictureCanvas(Labelling studio, CanvasState state, OverlayStack overlays) {
        this.studio = studio;
        this.state = state;
        this.overlays = overlays;
        ring.getStyleClass().add("focus-ring");
        ring.setMouseTransparent(true);
        getChildren().setAll(pixels.node(), overlay, glass, ring);
        overlay.setMouseTransparent(true);
        glass.setMouseTransparent(true);
        glass.setManaged(false);
        glass.setId("loupe");
        glass.setClip(new Circle(Loupe.SIZE / 2, Loupe.SIZE / 2, Loupe.SIZE / 2));
        setFocusTraversable(true);
        setMinSize(80, 80);
        setId("canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        rest.setOnFinished(_ -> {
            moving = false;
            repaintAll();
        });
        Fx.whileShown(this, () -> studio.pictureProperty().subscribe(_ -> showPicture()));
        Fx.whileShown(this, () -> studio.selectionProperty().subscribe(_ -> repaintLabels()));
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
        state.pixelsProperty().subscribe(_ -> repaintAll());
        state.displayProperty().subscribe((_, _) -> repaintAll());
        state.viewportProperty().subscribe((old, now) -> moved(old, now));
        state.stickersProperty().subscribe(_ -> repaintLabels());
        state.proposalProperty().subscribe(_ -> repaintLabels());
        state.predictionsProperty().subscribe(_ -> repaintLabels());
        state.comparedProperty().subscribe(_ -> repaintLabels());
        state.snappedProperty().subscribe(_ -> repaintLabels());
        overlays.whenChanged(this::repaintLabels);
        tool.subscribe(_ -> repaintLabels());
        pointer.subscribe(_ -> {
            if (glass.isVisible() || loupe().isPresent()) {
                repaintLabels();
            }
        });
    }

    private void repaintAll() {
        pixelsStale = true;
        repaintLabels();
    }

    private void repaintLabels() {
        labelsStale = true;
        requestLayout();
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
        if (overlay.getWidth() != width || overlay.getHeight() != height) {
            overlay.setWidth(width);
            overlay.setHeight(height);
            repaintAll();
            fitView();
        }
        ring.resize(width, height);
        paint();
    }

    private void showPicture() {
        fitView();
        repaintAll();
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
        repaintAll();
    }

    /// Gives the view the size of the canvas and of the picture.
    private void fitView() {
        if (getWidth() < 1 || getHeight() < 1 || getScene() == null) {
            return;
        }
        Optional<Viewport> view = state.viewportProperty().get();
        state.viewportProperty()
                .set(
                        studio.pictureProperty()
                                .get()
                                .map(LabelledImage::size)
                                .map(size ->
                                        view.map(v ->
                                                        v.resized(
                                                                        getWidth(),
                                                                        getHeight(),
                                                                        pixelRatio())
                                                                .onto(size))
                                                .orElseGet(() ->
                                                        Viewport.fitting(
                                                                size,
                                                                getWidth(),
                                                                getHeight(),
                                                                pixelRatio()))));
    }

    private double pixelRatio() {
        return getScene().getWindow().getOutputScaleX();
    }

    private void paint() {
        Optional<Viewport> view = state.viewportProperty().get();
        if (pixelsStale) {
            pixelsStale = false;
            Optional<DecodedImage> decoded = decoded();
            if (decoded.isPresent() && view.isPresent()) {
                Viewport v = view.get();
                pixels.show(decoded.get(), state.displayProperty().get(), v, nearest());
            } else {
                pixels.clear(overlay.getWidth(), overlay.getHeight(), pixelRatio());
            }
        }
        if (labelsStale) {
            labelsStale = false;
            GraphicsContext g = overlay.getGraphicsContext2D();
            g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
            Optional<LabelledImage> picture = studio.pictureProperty().get();
            overlays.show(picture.flatMap(p -> view.map(v -> scene(p, v))));
            if (picture.isPresent() && view.isPresent()) {
                overlays.paintBelow(g);
                paintPlates(g, view.get(), picture.get());
                overlays.paintAbove(g);
            }
            paintLoupe();
        }
    }

    /// The pixels of the picture that is chosen, once they are there.
    private Optional<DecodedImage> decoded() {
        Optional<Long> chosen = studio.pictureProperty().get().map(LabelledImage::id);
        return state.pixelsProperty()
                .get()
                .filter(p -> chosen.equals(Optional.of(p.imageId())))
                .map(CanvasState.Pixels::decoded);
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
        state.proposedFor(picture.id()).forEach(painter::proposal);
        for (Prediction found : state.predictionsProperty().get()) {
            Target seen = preview.map(p -> asDragged(found.target(), p)).orElse(found.target());
            painter.prediction(
                    seen, found, selection.filter(s -> s.targetId().equals(seen.id())).isPresent());
        }
        state.comparedProperty().get().ifPresent(painter::compared);
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

    /// The glass beside the pointer, while a point is placed or dragged and the picture is not as
    /// large already.
    Optional<Loupe> loupe() {
        Optional<Point> focus = tool.get().flatMap(Tool::preview).flatMap(Preview::focus);
        Optional<Viewport> view = state.viewportProperty().get();
        return view.flatMap(v -> focus.flatMap(f -> pointer.get().map(at -> new Loupe(v, f, at))))
                .filter(Loupe::isOfUse);
    }

    /// Whether pixels are shown as squares now.
    boolean nearest() {
        return state.viewportProperty().get().filter(v -> v.nearest(moving)).isPresent();
    }

    private void paintLoupe() {
        Optional<Loupe> loupe = loupe();
        glass.setVisible(loupe.isPresent());
        if (loupe.isPresent()) {
            Viewport inside = loupe.get().inside();
            glass.relocate(loupe.get().corner().x(), loupe.get().corner().y());
            decoded()
                    .ifPresentOrElse(
                            p -> glassPixels.show(p, state.displayProperty().get(), inside, true),
                            () -> glassPixels.clear(Loupe.SIZE, Loupe.SIZE, pixelRatio()));
            GraphicsContext g = glassOverlay.getGraphicsContext2D();
            g.clearRect(0, 0, Loupe.SIZE, Loupe.SIZE);
            studio.pictureProperty().get().ifPresent(p -> paintPlates(g, inside, p));
            loupe.get().paint(g);
        }
    }
}
