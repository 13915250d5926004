package penumbra.ui.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import penumbra.run.RunHistory;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.PlaneKind;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// What is done with the landscape of the run that is looked at: computed and stopped, with which
/// share, and how it is seen.
final class LandscapeStrip {

    private static final List<Double> SHARES = List.of(0.05, 0.1, 0.25, 0.5, 1.0);

    private final TrainState state;
    private final Button compute = new Button();
    private final Button anew = new Button();
    private final ComboBox<Double> share = new ComboBox<>();
    private final Label said = new Label();
    private final FlowPane node = new FlowPane(12, 6);

    LandscapeStrip(TrainState state, LandscapeWork work) {
        this.state = state;
        compute.setId("landscape-compute");
        compute.setTooltip(new Tooltip(text("compute.hint")));
        compute.setOnAction(_ ->
                run().ifPresent(r -> {
                    if (atWork(r)) {
                        work.cancel(r.folder());
                    } else {
                        work.start(r.folder());
                    }
                }));
        anew.setId("landscape-anew");
        anew.setTooltip(new Tooltip(text("anew.hint")));
        anew.setOnAction(_ -> run().map(WatchedRun::folder).ifPresent(work::anew));
        share.setId("landscape-share");
        share.setAccessibleText(text("share"));
        share.setTooltip(new Tooltip(text("share")));
        share.getItems().setAll(SHARES);
        share.setConverter(new Percent());
        share.setOnAction(_ -> state.shareProperty().set(share.getValue()));
        Fx.whileShown(
                node, () -> state.shareProperty().subscribe(s -> share.setValue(s.doubleValue())));
        Fx.whileShown(node, () -> state.pageProperty().subscribe(this::offer));
        said.setId("landscape-said");
        said.getStyleClass().add("hint");
        for (Button button : List.of(compute, anew)) {

            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(0, 10, 6, 10));
        node.getStyleClass().add("tool-strip");
        node.getChildren().setAll(compute, share, planes(), forms(), anew, said);
        show(Optional.empty(), Optional.empty());
    }

    Node node() {
        return node;
    }

    private void offer(Page page) {
        node.setVisible(page == Page.LANDSCAPE);
        node.setManaged(page == Page.LANDSCAPE);
    }

    /// @param history of the run by the events that the charts know of
    void show(Optional<WatchedRun> run, Optional<RunHistory> history) {
        boolean works = run.filter(this::atWork).isPresent();
        Optional<Landscape> newest =
                run.filter(r -> !r.landscapes().isEmpty()).map(r -> r.landscapes().getLast());
        compute.setText(text(works ? "stop" : "compute"));
        compute.setDisable(run.isEmpty());
        share.setDisable(works);
        said.setText(said(works, newest));
        Optional<Integer> epoch =
                history.filter(h -> !h.epochs().isEmpty())
                        .map(h -> h.epochs().getLast().epoch())
                        .filter(e -> newest.filter(n -> n.started().epoch() < e).isPresent());
        anew.setVisible(epoch.isPresent());
        anew.setManaged(epoch.isPresent());
        epoch.ifPresent(e -> anew.setText(text("anew", e)));
    }

    private Optional<WatchedRun> run() {
        return state.watchedProperty().get();
    }

    private boolean atWork(WatchedRun run) {
        return run.mapped() || state.mapsProperty().get().containsKey(run.folder());
    }

    private static String said(boolean works, Optional<Landscape> newest) {
        if (newest.isEmpty()) {
            return text(works ? "starting" : "off");
        }
        Landscape landscape = newest.get();
        Landscape.Progress progress = landscape.progress();
        StringBuilder said =
                new StringBuilder(
                        text(
                                "around",
                                landscape.started().epoch(),
                                landscape.started().pictures(),
                                landscape.started().targets(),
                                progress.side()));
        if (progress.next() > progress.side()) {
            said.append(text("next", progress.next(), 100.0 * progress.known() / progress.all()));
        }
        return said.append(
                        works ? text("taking", 100 * landscape.started().share()) : text("resting"))
                .toString();
    }

    private SegmentedButton planes() {
        SegmentedButton planes = new SegmentedButton();
        planes.setToggleGroup(null);
        for (PlaneKind plane : PlaneKind.values()) {
            planes.getButtons()
                    .add(
                            choice(
                                    "landscape-" + plane.id(),
                                    plane.label(),
                                    text("plane.hint"),
                                    o -> o.plane() == plane,
                                    o -> o.withPlane(plane)));
        }
        return planes;
    }

    private SegmentedButton forms() {
        SegmentedButton forms = new SegmentedButton();
        forms.setToggleGroup(null);
        for (Map.Entry<String, Boolean> form :
                List.of(Map.entry("contours", false), Map.entry("space", true))) {
            forms.getButtons()
                    .add(
                            choice(
                                    "landscape-" + form.getKey(),
                                    text(form.getKey()),
                                    text("form.hint"),
                                    o -> o.inSpace() == form.getValue(),
                                    o -> o.seenInSpace(form.getValue())));
        }
        return forms;
    }

    private ToggleButton choice(
            String id,
            String label,
            String hint,
            Predicate<ChartOptions> chosen,
            UnaryOperator<ChartOptions> choose) {
        ToggleButton button = new ToggleButton(label);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(_ -> {
            button.setSelected(true);
            state.optionsProperty().set(choose.apply(state.optionsProperty().get()));
        });
        Fx.whileShown(
                button,
                () -> state.optionsProperty().subscribe(o -> button.setSelected(chosen.test(o))));
        return button;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(LandscapeStrip.class, "landscape." + key, arguments);
    }

    /// A share as it stands in the list.
    private static final class Percent extends StringConverter<Double> {

        @Override
        public String toString(Double share) {
            return share == null ? "" : text("share.value", 100 * share);
        }

        @Override
        public Double fromString(String said) {
            return Double.parseDouble(said.replaceAll("[^0-9.]", "")) / 100;
        }
    }
}
