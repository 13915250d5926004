package penumbra.ui.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.data.scene.LabelNoise;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.LabelEdits;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.YoloPoseExport;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Target;
import penumbra.store.ProjectStore;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Studio;
import penumbra.ui.canvas.PictureCanvas;
import penumbra.ui.window.OpenWindow;
import penumbra.uncertainty.measure.LookStudy;

/// A person looks a second time.
@ExtendWith(ApplicationExtension.class)
class SecondLookTest {

    private static final Size SIZE = new Size(960, 768);
    private static final int PICTURES = 8;
    private static final String SECRET = "the note that nobody may read";

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "Ada"));
    }

    @BeforeEach
    void labelled(FxRobot hands) throws Exception {
        robot = hands;
        OpenWindow.render(home.resolve("match"), PICTURES, SIZE);
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            for (LabelledImage image : List.copyOf(open.studio().project().images())) {
                int index = Integer.parseInt(image.path().replaceAll("\\D", "")) - 1;
                RenderedScene scene = SyntheticScene.render(5, index, SIZE);
                for (Target truth : scene.truth()) {
                    LabelledImage now = open.studio().project().image(image.id()).orElseThrow();
                    open.studio()
                            .apply(
                                    LabelEdits.by("Ada")
                                            .add(
                                                    now,
                                                    truth.classIndex(),
                                                    truth.keypoints().stream()
                                                            .map(Keypoint::at)
                                                            .toList()));
                }
                LabelledImage now = open.studio().project().image(image.id()).orElseThrow();
                LabelEdits.by("Ada").setNote(now, SECRET).ifPresent(open.studio()::apply);
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        if (!open.isClosed()) {
            OpenWindow.fx(() -> {
                other().ifPresent(Window::hide);
                return null;
            });
            open.close();
        }
        Locale.setDefault(locale);
    }

    private Optional<Window> other() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w != primary())
                .findFirst();
    }

    private Stage primary() {
        return (Stage) open.window.workspace().orElseThrow().canvas().getScene().getWindow();
    }

    private Scene looks() {
        return other().orElseThrow().getScene();
    }

    private <T extends Node> T find(Class<T> type, String id) {
        return OpenWindow.fx(() -> type.cast(looks().lookup(id)));
    }

    private void press(String id) {
        OpenWindow.fx(() -> {
            ((Button) looks().lookup(id)).fire();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Project project() {
        return OpenWindow.fx(() -> open.studio().project());
    }

    private List<BlindLook> kept() {
        return OpenWindow.fx(() -> open.studio().looksProperty().get());
    }

    private void openDialog() {
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        OpenWindow.until(() -> other().isPresent());
    }

    private void begin(String name, int plates) {
        OpenWindow.fx(() -> {
            ((TextField) looks().lookup("#look-annotator")).setText(name);
            ((Spinner<?>) looks().lookup("#look-plates"))
                    .getEditor()
                    .setText(String.valueOf(plates));
            return null;
        });
        press("#look-begin");
        OpenWindow.until(() -> canvasReady());
    }

    private boolean canvasReady() {
        return looks().lookup("#canvas") instanceof PictureCanvas canvas
                && canvas.toPicture(0, 0).isPresent()
                && ((Label) looks().lookup("#look-fault")).getText().isEmpty();
    }

    private PictureCanvas canvas() {
        return find(PictureCanvas.class, "#canvas");
    }

    private double scale() {
        return OpenWindow.fx(() ->
                100
                        / canvas0()
                                .toPicture(100, 0)
                                .orElseThrow()
                                .minus(canvas0().toPicture(0, 0).orElseThrow())
                                .x());
    }

    private PictureCanvas canvas0() {
        return (PictureCanvas) looks().lookup("#canvas");
    }

    private Point2D onScreen(Point inPicture) {
        double scale = scale();
        return OpenWindow.fx(() -> {
            Point corner = canvas0().toPicture(0, 0).orElseThrow();
            Point at = inPicture.minus(corner).times(scale);
            return canvas0().localToScreen(at.x(), at.y());
        });
    }

    /// The plate that is asked for: the only one that lies whole in the frame.
    private Target asked() {
        Node frame = find(Node.class, "#look-region");
        return OpenWindow.fx(() -> {
            Bounds in = ((Parent) frame).getChildrenUnmodifiable().getLast().getBoundsInParent();
            Point from = canvas0().toPicture(in.getMinX(), in.getMinY()).orElseThrow();
            Point to = canvas0().toPicture(in.getMaxX(), in.getMaxY()).orElseThrow();
            String title = ((Label) looks().lookup("#look-count")).getText();
            List<Target> inside =
                    shownImage().targets().stream()
                            .filter(t ->
                                    t.labelledPoints().stream()
                                            .allMatch(p ->
                                                    p.x() > from.x()
                                                            && p.x() < to.x()
                                                            && p.y() > from.y()
                                                            && p.y() < to.y()))
                            .toList();
            assertThat(inside).as(title).hasSize(1);
            return inside.getFirst();
        });
    }

    private LabelledImage shownImage() {
        String path = canvas0().getAccessibleText();
        return open.studio().project().images().stream()
                .filter(i -> path.contains(i.path()))
                .findFirst()
                .orElseThrow();
    }

    private void click(Point inPicture) {
        robot.clickOn(onScreen(inPicture));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Clicks the four points of the plate that is asked for, a little aside.
    private Target look(Point aside) {
        Target plate = asked();
        plate.labelledPoints().forEach(p -> click(p.plus(aside)));
        return plate;
    }

    @Test
    void threePlatesAreLookedAtOneIsSkippedAndAllLooksAreThereAfterReopening() throws Exception {
        Project before = project();
        openDialog();
        begin("Ben", 4);
        List<Target> firsts = new ArrayList<>();
        Point aside = new Point(1.5, -2);
        for (int i = 0; i < 3; i++) {
            assertThat(find(Label.class, "#look-count").getText())
                    .isEqualTo("Plate " + (i + 1) + " of 4");
            assertThat(find(Button.class, "#look-keep").isDisabled()).isTrue();
            firsts.add(look(aside));
            assertThat(kept()).as("nothing is kept before it is said so").hasSize(i);
            double reach = 1.5 / scale();
            robot.type(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(kept()).hasSize(i + 1);
            BlindLook look = kept().getLast();
            assertThat(look.first()).isEqualTo(firsts.get(i));
            assertThat(look.annotator()).isEqualTo("Ben");
            for (int k = 0; k < 4; k++) {
                Point wanted = firsts.get(i).keypoints().get(k).at().plus(aside);
                assertThat(look.second().keypoints().get(k).at().distance(wanted))
                        .isLessThan(reach);
            }
            if (i < 2) {
                OpenWindow.until(this::canvasReady);
            }
        }
        OpenWindow.until(this::canvasReady);
        press("#look-skip");
        OpenWindow.until(() -> looks().lookup("#result-too-few") != null);
        assertThat(find(Label.class, "#result-too-few").getText())
                .isEqualTo(
                        "12 points were labelled twice; numbers that mean something need 20."
                                + " Look at 2 more plates.");
        assertThat(find(Button.class, "#result-take").isDisabled()).isTrue();
        assertThat(project()).as("the first labels").isEqualTo(before);

        List<BlindLook> made = kept();
        OpenWindow.fx(() -> {
            other().orElseThrow().hide();
            return null;
        });
        Path file = open.studio().file().path();
        open.close();
        try (ExecutorService io = Executors.newSingleThreadExecutor();
                ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(store.looks()).isEqualTo(made);
            assertThat(store.project()).isEqualTo(before);
            store.verify();
        }
    }

    @Test
    void nothingOfAPlatesLabelsIsSeenDuringALook() {
        openDialog();
        begin("Ben", 3);
        for (int i = 0; i < 3; i++) {
            Target plate = asked();
            List<Node> visible = OpenWindow.fx(SecondLookTest::visibleEverywhere);
            String className = project().schema().classes().get(plate.classIndex()).name();
            for (String said : words(visible)) {
                assertThat(said)
                        .as("a label's note, class or place")
                        .doesNotContain(SECRET)
                        .doesNotMatch("(?s).*\\b" + className + "\\b.*");
                for (Keypoint k : plate.keypoints()) {
                    assertThat(said)
                            .doesNotContain(String.format(Locale.ROOT, "%.1f", k.at().x()))
                            .doesNotContain(String.format(Locale.ROOT, "%.1f", k.at().y()));
                }
            }
            assertThat(visible)
                    .as("of all pictures only that of the canvas: no thumbnail")
                    .filteredOn(n -> n instanceof ImageView view && view.getImage() != null)
                    .hasSize(1);
            for (Node node : visible) {
                if (node instanceof Canvas canvas) {
                    assertThat(painted(canvas)).as("pixels drawn over the picture").isZero();
                }
            }
            assertThat(OpenWindow.fx(() -> primary().getScene().getRoot().isVisible())).isFalse();
            press("#look-skip");
            if (i < 2) {
                OpenWindow.until(this::canvasReady);
            }
        }
        assertThat(kept()).isEmpty();
        assertThat(find(Button.class, "#look-begin")).as("back at the start").isNotNull();
        assertThat(OpenWindow.fx(() -> primary().getScene().getRoot().isVisible())).isTrue();
    }

    private static List<Node> visibleEverywhere() {
        List<Node> visible = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            addVisible(window.getScene().getRoot(), visible);
        }
        return visible;
    }

    private static void addVisible(Node node, List<Node> visible) {
        if (node.isVisible()) {
            visible.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> addVisible(child, visible));
            }
        }
    }

    private static List<String> words(List<Node> visible) {
        List<String> words = new ArrayList<>();
        for (Node node : visible) {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                words.add(labeled.getText());
            }
            if (node instanceof Text text) {
                words.add(text.getText());
            }
            if (node instanceof TextInputControl input) {
                words.add(input.getText());
            }
            if (node.getAccessibleText() != null) {
                words.add(node.getAccessibleText());
            }
        }
        assertThat(words).isNotEmpty();
        return words;
    }

    private static long painted(Canvas canvas) {
        return OpenWindow.fx(() -> {
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            WritableImage image = canvas.snapshot(clear, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return Arrays.stream(argb).filter(p -> p >>> 24 != 0).count();
        });
    }

    @Test
    void withinALookAPointIsTakenBackCorrectedAndBegunAnew() {
        openDialog();
        begin("Ben", 2);
        Target plate = asked();
        List<Point> ends = plate.labelledPoints();
        click(ends.get(0));
        click(ends.get(1).plus(new Point(2, 2)));
        robot.type(KeyCode.BACK_SPACE);
        ends.subList(1, 4).forEach(this::click);
        assertThat(find(Button.class, "#look-keep").isDisabled()).isFalse();
        press("#look-again");
        assertThat(find(Button.class, "#look-keep").isDisabled()).isTrue();
        ends.forEach(this::click);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find(Button.class, "#look-keep").isDisabled()).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        // A point that was placed is dragged to another place.
        robot.moveTo(onScreen(ends.get(2)))
                .press(MouseButton.PRIMARY)
                .moveTo(onScreen(ends.get(2).plus(new Point(14, 10))))
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        // Placed, taken and let go, each of which the robot may miss by a screen px in x and y.
        double reach = 3 * Math.sqrt(2) / scale();
        assertThat(kept()).isEmpty();
        press("#look-keep");
        BlindLook look = kept().getFirst();
        assertThat(
                        look.second()
                                .keypoints()
                                .get(2)
                                .at()
                                .distance(ends.get(2).plus(new Point(14, 10))))
                .isLessThan(reach);
        assertThat(look.second().keypoints().get(0).at().distance(ends.get(0))).isLessThan(reach);
        OpenWindow.until(this::canvasReady);
        press("#look-stop");
        OpenWindow.until(() -> looks().lookup("#result-too-few") != null);
        press("#result-more");
        OpenWindow.fx(() -> {
            ((TextField) looks().lookup("#look-annotator")).setText("Ben");
            return null;
        });
        assertThat(find(Label.class, "#look-found").getText())
                .as("to be gone on with later")
                .contains("1 that you looked at before");
    }

    @Test
    void aPlateIsAlsoDrawnByTwoDrags() {
        openDialog();
        begin("Ben", 1);
        Target plate = asked();
        robot.type(KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        for (int k : new int[] {0, 2}) {
            robot.moveTo(onScreen(plate.keypoints().get(k).at()))
                    .press(MouseButton.PRIMARY)
                    .moveTo(onScreen(plate.keypoints().get(k + 1).at()))
                    .release(MouseButton.PRIMARY);
            WaitForAsyncUtils.waitForFxEvents();
        }
        double reach = 3 / scale();
        robot.type(KeyCode.ENTER);
        OpenWindow.until(() -> !kept().isEmpty());
        for (int k = 0; k < 4; k++) {
            assertThat(
                            kept().getFirst()
                                    .second()
                                    .keypoints()
                                    .get(k)
                                    .at()
                                    .distance(plate.keypoints().get(k).at()))
                    .isLessThan(reach);
        }
    }

    @Test
    void nobodyCanBeginWithoutAName() {
        openDialog();
        OpenWindow.fx(() -> {
            ((TextField) looks().lookup("#look-annotator")).setText("  ");
            return null;
        });
        assertThat(find(Button.class, "#look-begin").isDisabled()).isTrue();
        assertThat(find(Label.class, "#look-found").getText()).startsWith("Say who looks");
    }

    /// Looks by a hand whose noise is known, many at each plate.
    private void manyLooks() {
        OpenWindow.fx(() -> {
            SplittableRandom random = new SplittableRandom(8);
            for (int round = 0; round < 6; round++) {
                for (LabelledImage image : open.studio().project().images()) {
                    for (Target first : image.targets()) {
                        Target second = LabelNoise.C.apply(first, open.studio().schema(), random);
                        open.studio()
                                .keep(
                                        BlindLook.of(
                                                image.id(),
                                                Instant.EPOCH,
                                                first,
                                                new Target(
                                                        first.id(),
                                                        first.classIndex(),
                                                        second.keypoints(),
                                                        Optional.empty(),
                                                        "Ben")));
                    }
                }
            }
            return null;
        });
    }

    private void showResult() {
        openDialog();
        press("#look-result");
        OpenWindow.until(() -> looks().lookup("#result-revisit") != null);
    }

    @Test
    void whatWasMeasuredBecomesTheProjectsAndItsExportsUntilItIsTakenBack() throws Exception {
        manyLooks();
        Project before = project();
        showResult();
        LookStudy.Measured study = (LookStudy.Measured) LookStudy.of(kept(), before.schema());
        double along = study.calibration().along(study.calibration().usualGap()).value();
        assertThat(find(Label.class, "#figure-along").getText())
                .startsWith(String.format(Locale.ROOT, "%.2f px", along));
        assertThat(yaml(before)).contains("kpt_oks_sigmas: [0.25, 0.25, 0.25, 0.25]");
        press("#result-take");
        Project after = project();
        assertThat(after.schema().noise().orElseThrow().along())
                .isEqualTo(study.calibration().lawAlong());
        assertThat(after.schema().noise().orElseThrow().pairs()).isEqualTo(study.pairs());
        String sigma = String.valueOf(study.oksSigma());
        assertThat(yaml(after))
                .contains("kpt_oks_sigmas: [" + String.join(", ", sigma, sigma, sigma, sigma));
        assertThat(after.images()).as("labels").isEqualTo(before.images());
        assertThat(find(Label.class, "#result-taken").getText()).contains("pairs by Ben");
        OpenWindow.fx(() -> {
            other().orElseThrow().hide();
            open.studio().undo();
            return null;
        });
        assertThat(project()).isEqualTo(before);
        assertThat(yaml(project())).contains("kpt_oks_sigmas: [0.25, 0.25, 0.25, 0.25]");
    }

    private String yaml(Project project) throws Exception {
        Path out = Files.createTempDirectory(home, "export").resolve("out");
        new YoloPoseExport().export(project, home.resolve("match"), out, ExportOptions.DEFAULTS);
        return Files.readString(out.resolve("data.yaml"));
    }

    @Test
    void aClickOnAnOutlierGoesToItsPlate() {
        manyLooks();
        showResult();
        ListView<?> revisit = find(ListView.class, "#result-revisit");
        assertThat(revisit.getItems()).isNotEmpty();
        LookStudy.Measured study = (LookStudy.Measured) LookStudy.of(kept(), project().schema());
        BlindLook wanted =
                (study.swapped().isEmpty() ? study.outliers() : study.swapped()).getFirst().look();
        OpenWindow.fx(() -> {
            revisit.getSelectionModel().select(0);
            revisit.requestFocus();
            return null;
        });
        robot.type(KeyCode.ENTER);
        OpenWindow.until(() -> other().isEmpty());
        assertThat(open.picture().id()).isEqualTo(wanted.imageId());
        Studio studio = open.studio();
        assertThat(OpenWindow.fx(() -> studio.selected().orElseThrow().id()))
                .isEqualTo(wanted.first().id());
    }
}
