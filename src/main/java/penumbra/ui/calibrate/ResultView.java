package penumbra.ui.calibrate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.edit.Step;
import penumbra.model.BlindLook;
import penumbra.model.Schema;
import penumbra.text.Texts;
import penumbra.ui.Sentence;
import penumbra.uncertainty.measure.LookStudy;
import penumbra.uncertainty.measure.ThreeAnnotators;

/// What the second looks say of the labels' noise, and the button that makes it the project's.
final class ResultView {

    private final Around around;
    private final Consumer<BlindLook> goTo;
    private final ComboBox<String> whose = new ComboBox<>();
    private final Button take = new Button(text("result.take"));
    private final Label taken = new Label();
    private final BorderPane node = new BorderPane();
    private Optional<LookStudy.Measured> measured = Optional.empty();

    /// @param goTo shows the plate of a look
    /// @param more asks for further plates
    /// @param close leaves
    ResultView(Around around, Consumer<BlindLook> goTo, Runnable more, Runnable close) {
        this.around = around;
        this.goTo = goTo;
        whose.setId("result-whose");
        whose.setAccessibleText(text("result.whose"));
        whose.getItems()
                .setAll(
                        Stream.concat(
                                        Stream.of(text("result.everybody")),
                                        looks().stream()
                                                .map(BlindLook::annotator)
                                                .distinct()
                                                .sorted())
                                .toList());
        whose.getSelectionModel().select(0);
        whose.valueProperty().subscribe((_, _) -> measure());
        take.setId("result-take");
        take.getStyleClass().add("accent");
        take.setOnAction(_ -> take());
        taken.setId("result-taken");
        taken.setWrapText(true);
        HBox.setHgrow(taken, Priority.ALWAYS);
        taken.setMaxWidth(Double.MAX_VALUE);
        Button further = new Button(text("result.more"));
        further.setId("result-more");
        further.setOnAction(_ -> more.run());
        Button leave = new Button(text("close"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> close.run());
        for (Button button : List.of(take, further, leave)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox buttons = new HBox(8, take, taken, further, leave);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.setPadding(new Insets(12, 20, 14, 20));
        buttons.getStyleClass().add("status-strip");
        Label title = new Label(text("result.title"));
        title.getStyleClass().add("title-3");
        Label name = new Label(text("result.whose"));
        name.setLabelFor(whose);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(10, title, gap, name, whose);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(16, 20, 8, 20));
        node.setTop(top);
        node.setBottom(buttons);
        measure();
    }

    Node node() {
        return node;
    }

    private List<BlindLook> looks() {
        return around.studio().looksProperty().get();
    }

    private void measure() {
        int index = whose.getSelectionModel().getSelectedIndex();
        List<BlindLook> chosen =
                looks().stream()
                        .filter(l -> index <= 0 || l.annotator().equals(whose.getValue()))
                        .toList();
        Schema schema = around.studio().schema();
        measured = Optional.empty();
        take.setDisable(true);
        node.setCenter(centred(text("result.measuring")));
        around.background()
                .start(
                        text("result.measuring"),
                        _ -> LookStudy.of(chosen, schema),
                        this::show,
                        failure -> node.setCenter(centred(Sentence.of(failure))));
    }

    private void show(LookStudy study) {
        switch (study) {
            case LookStudy.TooFew few -> node.setCenter(tooFew(few));
            case LookStudy.Measured all -> {
                measured = Optional.of(all);
                take.setDisable(false);
                node.setCenter(result(all));
            }
        }
        tellTaken();
    }

    private Node tooFew(LookStudy.TooFew few) {
        Label sentence =
                centred(
                        text(
                                "result.too-few",
                                few.pairs(),
                                few.needed(),
                                few.plates(around.studio().schema())));
        sentence.setId("result-too-few");
        return sentence;
    }

    private Node result(LookStudy.Measured all) {
        ScrollPane figures =
                new ScrollPane(
                        new Figures(
                                        all,
                                        around.studio().schema().oksSigmas(),
                                        ThreeAnnotators.of(all.looks(), around.studio().schema()))
                                .node());
        figures.setFitToWidth(true);
        figures.setPrefWidth(470);
        figures.setMinWidth(470);
        figures.getStyleClass().add("edge-to-edge");
        ChartPane chart =
                new ChartPane(SizeLawChart.of(all.calibration()), around.skin(), around.pool());
        chart.setId("result-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        Node revisit = new RevisitList(all, around.studio().project(), goTo).node();
        VBox right = new VBox(10, chart, revisit);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(16, figures, right);
        both.setPadding(new Insets(4, 20, 12, 20));
        return both;
    }

    private static Label centred(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMaxWidth(560);
        return label;
    }

    /// Makes it the project's, as one step that can be undone.
    private void take() {
        Schema now = around.studio().schema();
        measured.ifPresent(all -> {
            Schema next = now.calibrated(all.noise(Instant.now()), all.oksSigma());
            if (around.studio().apply(new Step(now, next, List.of()))) {
                show(all);
            }
        });
    }

    /// Says what the project's calibrated deviations are now, and what uses them.
    private void tellTaken() {
        taken.setText(
                around.studio()
                        .schema()
                        .noise()
                        .map(noise ->
                                text(
                                        "result.taken",
                                        noise.pairs(),
                                        String.join(", ", noise.annotators()),
                                        noise.measured().toString().substring(0, 10)))
                        .orElseGet(() -> text("result.not-taken")));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ResultView.class, key, arguments);
    }
}
