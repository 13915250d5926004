package penumbra.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.Motion;
import penumbra.plot.loss.TargetSweep;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.NumberRange;
import penumbra.ui.NumberRow;

/// The strip above the charts: which view, and what belongs to it alone.
final class ViewStrip {

    private final ExploreState state;
    private final FlowPane node = new FlowPane(18, 6);
    private final HBox views;

    ViewStrip(ExploreState state) {
        this.state = state;
        views = new HBox(views());
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(6, 10, 6, 10));
        node.setMinHeight(44);
        node.getStyleClass().add("tool-strip");
        Fx.whileShown(
                node,
                () ->
                        state.viewProperty()
                                .subscribe(view -> {
                                    List<Node> parts = new ArrayList<>(List.of(views));
                                    parts.addAll(own(view));
                                    node.getChildren().setAll(parts);
                                }));
    }

    Node node() {
        return node;
    }

    private SegmentedButton views() {
        SegmentedButton all = new SegmentedButton();
        all.setToggleGroup(null);
        all.setFocusTraversable(false);
        for (View view : View.values()) {
            ToggleButton button = new ToggleButton(view.label());
            button.setId("explore-view-" + view.id());
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> {
                button.setSelected(true);
                state.viewProperty().set(view);
            });
            Fx.whileShown(
                    button,
                    () -> state.viewProperty().subscribe(v -> button.setSelected(v == view)));
            all.getButtons().add(button);
        }
        return all;
    }

    private List<Node> own(View view) {
        return switch (view) {
            case SECTION -> List.of(direction());
            case SURFACE ->
                    List.of(
                            toggle("excess", state.excessProperty()),
                            toggle("arrows", state.arrowsProperty()),
                            button(
                                    "front",
                                    () -> state.angleProperty().set(SurfaceChart.View.FIRST)));
            case TARGET ->
                    List.of(
                            motion(
                                    "shift",
                                    TargetSweep.MOST_SHIFT,
                                    -TargetSweep.MOST_SHIFT,
                                    Motion::shift,
                                    Motion::withShift),
                            direction(),
                            motion(
                                    "enlargement",
                                    TargetSweep.MOST_ENLARGEMENT,
                                    TargetSweep.LEAST_ENLARGEMENT,
                                    Motion::enlargement,
                                    Motion::withEnlargement),
                            motion(
                                    "turn",
                                    TargetSweep.MOST_TURN,
                                    -TargetSweep.MOST_TURN,
                                    Motion::turn,
                                    Motion::withTurn),
                            button("still", () -> state.motionProperty().set(Motion.NONE)));
            case SIGMA -> List.of(new Label(text("sigma.hint")));
        };
    }

    private Node direction() {
        return motion("direction", 180, -180, Motion::direction, Motion::withDirection);
    }

    private Node motion(
            String key,
            double most,
            double least,
            ToDoubleFunction<Motion> get,
            BiFunction<Motion, Double, Motion> with) {
        NumberRow row =
                new NumberRow(
                        "explore-" + key,
                        text(key),
                        NumberRange.even(least, most),
                        value -> {
                            boolean taken = value >= least && value <= most;
                            if (taken) {
                                state.motionProperty()
                                        .set(with.apply(state.motionProperty().get(), value));
                            }
                            return taken;
                        });
        HBox box = new HBox(6, row.parts());
        box.setAlignment(Pos.CENTER_LEFT);
        Fx.whileShown(
                box, () -> state.motionProperty().subscribe(m -> row.show(get.applyAsDouble(m))));
        return box;
    }

    private static Node toggle(String key, BooleanProperty on) {
        CheckBox box = new CheckBox(text(key));
        box.setId("explore-" + key);
        box.setMnemonicParsing(false);
        box.setOnAction(_ -> on.set(box.isSelected()));
        Fx.whileShown(box, () -> on.subscribe(box::setSelected));
        return box;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(text(key));
        button.setId("explore-" + key);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String text(String key) {
        return Texts.of(ViewStrip.class, key);
    }
}
