package penumbra.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import penumbra.plot.report.RunReport;
import penumbra.run.RunRecord;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.PairedBootstrap;
import penumbra.run.compare.Table;
import penumbra.run.compare.Tables;
import penumbra.text.Texts;
import penumbra.ui.chart.ChartFiles;

/// The runs that are chosen, compared: tables, rankings, paired differences, and the way of all
/// that into files.
final class ComparisonView {

    /// Taller than the table of a few runs, which then gives way.
    private static final double TALL = 460;

    /// Letters of a name that still stands on one line.
    private static final int LONG = 40;

    private static final double WRAPPED = 320;

    private final ChartFiles files;
    private final Supplier<List<WatchedRun>> chosen;
    private final Path folder;
    private final VBox tables = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(tables);
    private final Button save = button("save");
    private final VBox node;
    private Optional<Comparison> comparison = Optional.empty();

    /// What was made of a comparison on a worker.
    private record Made(Comparison comparison, List<Table> tables) {}

    /// @param chosen runs of the table
    /// @param folder that a report is written to; what was in it is replaced
    ComparisonView(ChartFiles files, Supplier<List<WatchedRun>> chosen, Path folder) {
        this.files = files;
        this.chosen = chosen;
        this.folder = folder;
        Button compare = button("compare");
        compare.setOnAction(_ -> compare());
        save.setOnAction(_ -> comparison.ifPresent(this::save));
        save.setDisable(true);
        HBox buttons = new HBox(8, compare, save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        tables.setPadding(new Insets(8));
        tables.setId("train-comparison");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setVisible(false);
        scroll.setManaged(false);
        scroll.setPrefHeight(TALL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(8, buttons, scroll);
    }

    Node node() {
        return node;
    }

    private void compare() {
        List<RunRecord> runs = chosen.get().stream().map(WatchedRun::record).toList();
        if (runs.isEmpty()) {
            files.tell().accept(text("none"));
            return;
        }
        files.background()
                .start(
                        text("comparing"),
                        _ -> {
                            Comparison made = Comparison.of(runs, PairedBootstrap.USUAL);
                            return new Made(made, Tables.of(made));
                        },
                        this::show,
                        files.fail());
    }

    private void show(Made made) {
        comparison = Optional.of(made.comparison());
        save.setDisable(false);
        tables.getChildren().clear();
        for (String remark : made.comparison().remarks()) {
            Label sentence = new Label(remark);
            sentence.setWrapText(true);
            tables.getChildren().add(sentence);
        }
        made.tables().forEach(table -> tables.getChildren().add(grid(table)));
        scroll.setVisible(true);
        scroll.setManaged(true);
    }

    private static Node grid(Table table) {
        Label title = new Label(table.title());
        title.getStyleClass().add("heading");
        Label note = new Label(table.note());
        note.setWrapText(true);
        note.getStyleClass().add("hint");
        GridPane grid = new GridPane(18, 3);
        grid.setId("comparison-" + table.id());
        for (int c = 0; c < table.columns().size(); c++) {
            Label head = new Label(table.columns().get(c));
            head.getStyleClass().add("table-head");
            grid.add(head, c, 0);
            for (int r = 0; r < table.rows().size(); r++) {
                grid.add(cell(table.rows().get(r).get(c), c == 0), c, r + 1);
            }
        }
        ScrollPane wide = new ScrollPane(grid);
        wide.getStyleClass().add("edge-to-edge");
        wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        wide.setFitToHeight(true);
        wide.setMinHeight(ScrollPane.USE_PREF_SIZE);
        return table.note().isEmpty() ? new VBox(4, title, wide) : new VBox(4, title, note, wide);
    }

    /// A long name of a method takes several lines, so that its numbers stay in sight.
    private static Node cell(String text, boolean name) {
        if (!name || text.length() <= LONG) {
            return new Label(text);
        }
        // A label that wraps would not tell the table how high it is.
        Text lines = new Text(text);
        lines.setWrappingWidth(WRAPPED);
        lines.getStyleClass().add("long-name");
        return lines;
    }

    private void save(Comparison made) {
        files.background()
                .start(
                        text("saving"),
                        _ -> {
                            RunReport.write(made, files.look().skin(), folder);
                            return folder;
                        },
                        written ->
                                files.tell()
                                        .accept(
                                                Texts.of(
                                                        ComparisonView.class,
                                                        "comparison.saved",
                                                        written)),
                        files.fail());
    }

    private static Button button(String key) {
        Button button = new Button(text(key));
        button.setId("train-" + key);
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(text(key + ".hint")));
        return button;
    }

    private static String text(String key) {
        return Texts.of(ComparisonView.class, "comparison." + key);
    }
}
