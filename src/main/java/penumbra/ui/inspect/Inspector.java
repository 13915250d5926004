package penumbra.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import penumbra.edit.Selection;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.canvas.CanvasState;

/// What is known about the selected plate, all of it editable: class, points, visibility; the bars
/// as they measure, and what looks wrong. Below it what is said about the picture.
public final class Inspector {

    private final Studio studio;
    private final CanvasState state;
    private final Keymap keymap;
    private final ComboBox<String> classes = new ComboBox<>();
    private final List<PointRow> points = new ArrayList<>();
    private final GridPane grid = new GridPane(6, 6);
    private final Label bars = new Label();
    private final Label sureness = new Label();
    private final Label pose = new Label();
    private final PoseText poseText;
    private final Label refusal = new Label();
    private final WarningList warnings;
    private final Label title = heading("inspect.title");
    private final Label nothing = new Label();
    private final VBox plate;
    private final ScrollPane node = new ScrollPane();
    private boolean showing;

    /// @param state knows how sure the points are
    /// @param commands what can be done about what looks wrong
    public Inspector(Studio studio, CanvasState state, Commands commands) {
        this.keymap = commands.keymap();
        this.studio = studio;
        this.state = state;
        warnings = new WarningList(studio.schema(), commands);
        Schema schema = studio.schema();
        classes.getItems().setAll(schema.classNames());
        classes.setId("class");
        classes.setVisibleRowCount(16);
        classes.setAccessibleText(text("inspect.class"));
        classes.setTooltip(new Tooltip(text("inspect.class.hint")));
        classes.valueProperty().subscribe((_, name) -> setClass(name));
        addPoints(schema);
        bars.getStyleClass().add("bars");
        bars.setId("bars");
        sureness.getStyleClass().add("bars");
        pose.getStyleClass().add("bars");
        pose.setId("pose");
        pose.setWrapText(true);
        poseText = new PoseText(studio, keymap);
        refusal.getStyleClass().add("search-error");
        refusal.setId("refusal");
        refusal.setWrapText(true);
        nothing.setText(
                Texts.of(Inspector.class, "inspect.nothing", keymap.text(Shortcut.NEXT_PLATE)));
        nothing.setWrapText(true);
        nothing.getStyleClass().add("hint");
        plate =
                new VBox(
                        10,
                        heading("inspect.class"),
                        classes,
                        heading("inspect.points"),
                        grid,
                        refusal,
                        warnings.node(),
                        heading("inspect.bars"),
                        bars,
                        sureness,
                        heading("pose.title"),
                        pose);
        VBox all =
                new VBox(
                        10,
                        title,
                        nothing,
                        plate,
                        heading("note.title"),
                        new NoteField(studio).area());
        all.setPadding(new Insets(10));
        node.setContent(all);
        node.setFitToWidth(true);
        node.setFocusTraversable(false);
        node.getStyleClass().add("inspector");
        for (Node part : List.of(nothing, plate, sureness, refusal)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        Fx.whileShown(node, () -> studio.pictureProperty().subscribe(_ -> show()));
        Fx.whileShown(
                node,
                () ->
                        studio.selectionProperty()
                                .subscribe(_ -> {
                                    refuse("");
                                    show();
                                }));
        state.snappedProperty().subscribe(_ -> show());
        Fx.whileShown(node, () -> studio.cameraProperty().subscribe(_ -> show()));
    }

    public Node node() {
        return node;
    }

    private void addPoints(Schema schema) {
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .setAll(new ColumnConstraints(26), grow, grow, new ColumnConstraints());
        for (int i = 0; i < schema.keypointCount(); i++) {
            int index = i;
            PointRow row =
                    new PointRow(
                            schema.keypoints().get(i),
                            at -> place(index, at),
                            this::refuse,
                            () -> cycleVisibility(index),
                            keymap.hint(Shortcut.VISIBILITY));
            row.addTo(grid, i);
            points.add(row);
        }
    }

    private void show() {
        Optional<Target> target = studio.selected();
        nothing.setVisible(target.isEmpty());
        plate.setVisible(target.isPresent());
        title.setText(text("inspect.title"));
        target.ifPresent(t -> {
            showing = true;
            classes.setValue(studio.schema().classNames().get(t.classIndex()));
            for (int i = 0; i < points.size(); i++) {
                points.get(i).show(t.keypoints().get(i));
            }
            bars.setText(barLengths(t));
            sureness.setText(sureness(t));
            sureness.setVisible(!sureness.getText().isEmpty());
            pose.setText(poseText.of(t, state.sureness(t)));
            warnings.show(t, picture().orElseThrow());
            showTitle(t);
            showing = false;
        });
    }

    private void showTitle(Target target) {
        List<Target> all = picture().orElseThrow().targets();
        int at = all.stream().map(Target::id).toList().indexOf(target.id());
        title.setText(Texts.of(Inspector.class, "inspect.plate", at + 1, all.size()));
    }

    private String barLengths(Target target) {
        List<String> lines = new ArrayList<>();
        for (Schema.Edge edge : studio.schema().edges()) {
            boolean known =
                    target.keypoints().get(edge.from()).labelled()
                            && target.keypoints().get(edge.to()).labelled();
            if (known) {
                Point from = target.keypoints().get(edge.from()).at();
                Point to = target.keypoints().get(edge.to()).at();
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%s-%s  %.2f px",
                                studio.schema().keypoints().get(edge.from()),
                                studio.schema().keypoints().get(edge.to()),
                                from.distance(to)));
            }
        }
        return String.join("\n", lines);
    }

    /// Standard deviations of the points, where a fit knows them.
    private String sureness(Target target) {
        List<Optional<Covariance>> known = state.sureness(target);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            String name = studio.schema().keypoints().get(i);
            known.get(i)
                    .ifPresent(c ->
                            lines.add(
                                    String.format(
                                            Locale.ROOT,
                                            "%s  %.2f × %.2f px",
                                            name,
                                            c.major(),
                                            c.minor())));
        }
        return lines.isEmpty() ? "" : text("inspect.sureness") + "\n" + String.join("\n", lines);
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
    }

    private void setClass(String name) {
        if (!showing && name != null) {
            int index = studio.schema().classIndex(name).orElseThrow();
            studio.currentClassProperty().set(index);
            picture()
                    .flatMap(p ->
                            studio.selected()
                                    .flatMap(t -> studio.edits().setClass(p, t.id(), index)))
                    .ifPresent(studio::apply);
        }
    }

    private void place(int keypoint, Point at) {
        picture()
                .flatMap(p ->
                        point(keypoint)
                                .flatMap(s -> studio.edits().move(p, s, Map.of(keypoint, at))))
                .ifPresent(studio::apply);
    }

    private void cycleVisibility(int keypoint) {
        picture()
                .flatMap(p ->
                        point(keypoint)
                                .flatMap(
                                        s -> studio.edits().cycleVisibility(p, s, studio.schema())))
                .ifPresent(studio::apply);
    }

    private Optional<LabelledImage> picture() {
        return studio.pictureProperty().get();
    }

    private Optional<Selection> point(int keypoint) {
        return studio.selected()
                .flatMap(t -> picture().map(p -> Selection.point(p.id(), t.id(), keypoint)));
    }

    private static Label heading(String key) {
        Label heading = new Label(text(key));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static String text(String key) {
        return Texts.of(Inspector.class, key);
    }
}
