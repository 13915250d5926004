package penumbra.ui.explore;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import penumbra.plot.Skin;
import penumbra.plot.loss.WeighedLoss;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.chart.ChartLook;

/// All losses with a switch and, where it is on, the parameters of each.
final class LossList {

    private final ExploreState state;
    private final ChartLook look;
    private final VBox node = new VBox(2);

    LossList(ExploreState state, ChartLook look) {
        this.state = state;
        this.look = look;
        Losses.ALL.forEach(this::add);
    }

    Node node() {
        return node;
    }

    private void add(KeypointLoss loss) {
        CheckBox box = new CheckBox(loss.title());
        box.setId("explore-loss-" + loss.id());
        box.setMnemonicParsing(false);
        box.setTooltip(new Tooltip(loss.source()));
        box.setOnAction(_ -> state.choose(loss.id(), box.isSelected()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, box, gap, swatch(loss));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
        VBox card = new VBox(head);
        if (!LossParameters.of(loss).isEmpty()) {
            Button reset = reset(loss);
            head.getChildren().add(reset);
            Node form = new LossForm(state, loss.id()).node();
            card.getChildren().add(form);
            form.managedProperty().bind(form.visibleProperty());
            form.visibleProperty().bind(box.selectedProperty());
            reset.visibleProperty().bind(box.selectedProperty());
        }
        Fx.whileShown(
                card,
                () ->
                        state.chosenProperty()
                                .subscribe(ids -> box.setSelected(ids.contains(loss.id()))));
        node.getChildren().add(card);
    }

    /// The loss as it is drawn in the charts.
    private Node swatch(KeypointLoss loss) {
        Line line = new Line(0, 0, 28, 0);
        line.setStrokeWidth(2);
        int index = WeighedLoss.look(loss);
        for (double dash : Skin.dashes(index)) {
            line.getStrokeDashArray().add(dash);
        }
        Fx.whileShown(
                line,
                () ->
                        look.skinProperty()
                                .subscribe(s -> line.setStroke(ChartLook.colour(s, index))));
        return line;
    }

    private Button reset(KeypointLoss loss) {
        Button button = new Button(null, new FontIcon(MaterialDesignR.RESTORE));
        button.setId("explore-reset-" + loss.id());
        button.getStyleClass().addAll("button-icon", "flat", "small");
        String name = Texts.of(LossList.class, "reset", loss.title());
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> state.reset(loss.id()));
        return button;
    }
}
