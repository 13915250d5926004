package penumbra.ui.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import penumbra.run.LandscapeProcess;
import penumbra.run.PlateResult;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.landscape.DutyCycle;

/// What a person looks at and has filled in. Outlives the workspace, which is built anew with the
/// language. Owned by the thread of the window.
public final class TrainState {

    private final ObjectProperty<Optional<RunFolder>> run =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<WatchedRun>> watched =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<WatchedRun>> beside = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Map<RunOption, String>> said =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<List<RunFolder>> queue = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Preflight>> preflight =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<WatchedRun>> known = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.OVERVIEW);
    private final ObjectProperty<ChartOptions> options =
            new SimpleObjectProperty<>(ChartOptions.FIRST);
    private final ObjectProperty<Optional<PlateResult>> plate =
            new SimpleObjectProperty<>(Optional.empty());
    private final DoubleProperty behind = new SimpleDoubleProperty();
    private final ObjectProperty<Map<RunFolder, LandscapeProcess>> maps =
            new SimpleObjectProperty<>(Map.of());
    private final DoubleProperty share = new SimpleDoubleProperty(DutyCycle.USUAL);
    private final BooleanProperty live = new SimpleBooleanProperty(true);
    private final IntegerProperty position = new SimpleIntegerProperty();
    private final StringProperty filter = new SimpleStringProperty("");

    /// The run that is looked at.
    public ObjectProperty<Optional<RunFolder>> runProperty() {
        return run;
    }

    /// It as far as it was read.
    ObjectProperty<Optional<WatchedRun>> watchedProperty() {
        return watched;
    }

    /// The runs that lie beside it.
    ObjectProperty<List<WatchedRun>> besideProperty() {
        return beside;
    }

    /// What a person said of the next run; everything else is as suggested.
    ObjectProperty<Map<RunOption, String>> saidProperty() {
        return said;
    }

    /// Runs that wait for their turn.
    ObjectProperty<List<RunFolder>> queueProperty() {
        return queue;
    }

    /// Whether a run is at work, so that others wait.
    BooleanProperty busyProperty() {
        return busy;
    }

    /// What was found before the newest start.
    ObjectProperty<Optional<Preflight>> preflightProperty() {
        return preflight;
    }

    /// All runs of the project, as they were read last.
    ObjectProperty<List<WatchedRun>> knownProperty() {
        return known;
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    ObjectProperty<ChartOptions> optionsProperty() {
        return options;
    }

    /// The plate that is looked at closely.
    ObjectProperty<Optional<PlateResult>> plateProperty() {
        return plate;
    }

    /// Plates with a smaller error than this are not among the pictures, in the unit of the charts.
    DoubleProperty behindProperty() {
        return behind;
    }

    /// The processes that compute landscapes and were started here, by their runs.
    ObjectProperty<Map<RunFolder, LandscapeProcess>> mapsProperty() {
        return maps;
    }

    /// Share of one thread that the next of them takes.
    DoubleProperty shareProperty() {
        return share;
    }

    /// Whether the scrubber follows the newest event.
    BooleanProperty liveProperty() {
        return live;
    }

    /// How many events the charts know of, unless they follow the newest.
    IntegerProperty positionProperty() {
        return position;
    }

    /// What is typed above the list of runs.
    StringProperty filterProperty() {
        return filter;
    }

    /// Says a value of the next run; an empty one takes it back.
    void say(RunOption option, Optional<String> value) {
        Map<RunOption, String> next = new EnumMap<>(RunOption.class);
        next.putAll(said.get());
        value.ifPresentOrElse(v -> next.put(option, v), () -> next.remove(option));
        said.set(next);
    }

    /// Looks at another run, from its newest event.
    public void look(RunFolder folder) {
        if (!run.get().equals(Optional.of(folder))) {
            watched.set(Optional.empty());
            plate.set(Optional.empty());
            live.set(true);
            run.set(Optional.of(folder));
        }
    }
}
