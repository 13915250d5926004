package penumbra.ui.calibrate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.edit.calibrate.LookSample;
import penumbra.edit.calibrate.LookSession;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.text.Texts;
import penumbra.ui.Studio;
import penumbra.ui.WholeCharacters;
import penumbra.uncertainty.measure.Calibration;

/// Asks who looks, at how many plates, and in which pictures.
final class StartPanel {

    private static final int MOST = 10_000;
    private static final int USUAL = 25;

    private final Studio studio;
    private final Consumer<LookSession> begin;
    private final long seed;
    private final TextField annotator = new TextField();
    private final Spinner<Integer> count = new Spinner<>(1, MOST, USUAL);
    private final ComboBox<String> pictures = new ComboBox<>();
    private final Label found = new Label();
    private final Button start = new Button(text("start.begin"));
    private final VBox node;
    private LookSample sample;

    /// @param name of the person who works here
    /// @param seed of the sample
    /// @param begin gets the session that a person wants
    /// @param result shows what is known so far
    /// @param close leaves
    StartPanel(
            Studio studio,
            String name,
            long seed,
            Consumer<LookSession> begin,
            Runnable result,
            Runnable close) {
        this.studio = studio;
        this.seed = seed;
        this.begin = begin;
        annotator.setId("look-annotator");
        annotator.setTextFormatter(WholeCharacters.formatter());
        annotator.setText(name);
        count.setId("look-plates");
        count.setEditable(true);
        count.getEditor().setTextFormatter(WholeCharacters.formatter());
        pictures.setId("look-pictures");
        pictures.getItems()
                .setAll(
                        text("start.pictures.all", studio.pictures().count()),
                        text("start.pictures.shown", studio.pictures().shown().size()));
        pictures.getSelectionModel().select(0);
        pictures.setMaxWidth(Double.MAX_VALUE);
        found.setId("look-found");
        start.setId("look-begin");
        start.setDefaultButton(true);
        start.setOnAction(_ -> begin.accept(LookSession.of(annotator.getText().strip(), sample)));
        Button show = new Button(text("start.result"));
        show.setId("look-result");
        show.setDisable(studio.looksProperty().get().isEmpty());
        show.setOnAction(_ -> result.run());
        Button leave = new Button(text("close"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, start, show, leave);
        buttons.setAlignment(Pos.CENTER_LEFT);
        Label title = wrapped(new Label(text("look.title")));
        title.getStyleClass().add("title-3");
        node =
                new VBox(
                        14,
                        title,
                        wrapped(new Label(text("start.what"))),
                        form(),
                        wrapped(found),
                        wrapped(new Label(soFar())),
                        hint(),
                        buttons);
        node.setPadding(new Insets(28));
        node.setMaxWidth(680);
        annotator.textProperty().subscribe((_, _) -> draw());
        count.getEditor().textProperty().subscribe((_, _) -> draw());
        pictures.valueProperty().subscribe((_, _) -> draw());
        draw();
    }

    Node node() {
        return node;
    }

    private Node form() {
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, controls);
        row(grid, "start.annotator", annotator);
        row(grid, "start.count", count);
        count.getEditor().setAccessibleText(text("start.count"));
        row(grid, "start.pictures", pictures);
        return grid;
    }

    private static void row(GridPane grid, String key, Region control) {
        Label label = new Label(text(key));
        label.setLabelFor(control);
        control.setAccessibleText(text(key));
        grid.addRow(grid.getRowCount(), label, control);
    }

    private Label hint() {
        Label hint = wrapped(new Label(text("start.hint", Calibration.FEWEST, plates())));
        hint.getStyleClass().add("hint");
        return hint;
    }

    private int plates() {
        return Math.ceilDiv(Calibration.FEWEST, studio.schema().keypointCount());
    }

    private String soFar() {
        List<BlindLook> looks = studio.looksProperty().get();
        String names =
                looks.stream()
                        .map(BlindLook::annotator)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return looks.isEmpty() ? text("start.none") : text("start.so-far", looks.size(), names);
    }

    /// Draws the sample that would be asked for.
    private void draw() {
        String name = annotator.getText().strip();
        Set<UUID> done =
                studio.looksProperty().get().stream()
                        .filter(l -> l.annotator().equals(name))
                        .map(l -> l.first().id())
                        .collect(Collectors.toSet());
        sample = LookSample.draw(images(), done, wanted(), seed);
        found.setText(
                text(
                        "start.found",
                        sample.tasks().size(),
                        sample.eligible(),
                        sample.looked(),
                        sample.partial(),
                        sample.crowded()));
        Optional<String> refusal =
                studio.refusalProperty()
                        .get()
                        .or(() -> Optional.of(text("start.nobody")).filter(_ -> name.isEmpty()));
        refusal.ifPresent(found::setText);
        start.setDisable(refusal.isPresent() || sample.tasks().isEmpty());
    }

    private List<LabelledImage> images() {
        return pictures.getSelectionModel().getSelectedIndex() == 0
                ? studio.project().images()
                : studio.pictures().shown().stream()
                        .map(shown -> studio.project().image(shown.id()).orElse(null))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private int wanted() {
        try {
            return Math.clamp(Integer.parseInt(count.getEditor().getText().strip()), 0, MOST);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(StartPanel.class, key, arguments);
    }
}
