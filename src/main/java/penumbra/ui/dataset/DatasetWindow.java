package penumbra.ui.dataset;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import penumbra.edit.Selection;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Keymap;
import penumbra.ui.Studio;
import penumbra.ui.Theme;

/// What the open project holds, beside its window: counted, and plate by plate.
public final class DatasetWindow {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 760;

    private final Stage stage = new Stage();
    private final Measurement measurement;

    /// What leads back to the pictures.
    ///
    /// @param search gets the line that finds the pictures behind a bar or a cell
    /// @param plate gets a plate that is to be looked at
    /// @param fail gets what went wrong
    public record Ways(
            Consumer<String> search, Consumer<Selection> plate, Consumer<Throwable> fail) {}

    public DatasetWindow(
            Window owner, Studio studio, Background background, Keymap keymap, Ways ways) {
        measurement = new Measurement(studio, background, ways.fail());
        Distributions counts = new Distributions(studio, background, measurement, ways);
        PlateTable plates = new PlateTable(studio, background, keymap, ways);
        TabPane tabs = new TabPane(tab("counts", counts.node()), tab("plates", plates.node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(text("dataset.title"));
        stage.initOwner(owner);
        stage.setTitle(text("dataset.title"));
        stage.setScene(new Scene(tabs, WIDTH, HEIGHT));
        stage.setOnHidden(_ -> measurement.cancel());
        Theme.dress(stage.getScene());
    }

    public void show() {
        stage.show();
        measurement.start();
    }

    private static Tab tab(String key, Node content) {
        Tab tab = new Tab(text("tab." + key), content);
        tab.setId("dataset-" + key);
        return tab;
    }

    private static String text(String key) {
        return Texts.of(DatasetWindow.class, key);
    }
}
