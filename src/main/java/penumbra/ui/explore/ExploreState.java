package penumbra.ui.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.Motion;
import penumbra.plot.loss.NetworkInput;
import penumbra.plot.loss.Weight;

/// What is looked at and how, apart from the plate. Outlives the workspace, which is built anew
/// with the language. Owned by the thread of the window.
public final class ExploreState {

    private static final List<String> FIRST = List.of("l1", "l2", "smoothl1", "helium");

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.SECTION);
    private final ObjectProperty<Map<String, KeypointLoss>> tuned =
            new SimpleObjectProperty<>(usual());
    private final ObjectProperty<List<String>> chosen = new SimpleObjectProperty<>(FIRST);
    private final ObjectProperty<Integer> keypoint = new SimpleObjectProperty<>(0);
    private final ObjectProperty<NetworkInput> input =
            new SimpleObjectProperty<>(NetworkInput.USUAL);
    private final BooleanProperty usualRange = new SimpleBooleanProperty(true);
    private final DoubleProperty range = new SimpleDoubleProperty(8);
    private final BooleanProperty matched = new SimpleBooleanProperty(false);
    private final DoubleProperty tau = new SimpleDoubleProperty(Weight.AS_DEFINED.tau());
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.NONE);
    private final BooleanProperty excess = new SimpleBooleanProperty(false);
    private final BooleanProperty arrows = new SimpleBooleanProperty(false);
    private final ObjectProperty<SurfaceChart.View> angle =
            new SimpleObjectProperty<>(SurfaceChart.View.FIRST);

    private static Map<String, KeypointLoss> usual() {
        Map<String, KeypointLoss> all = new LinkedHashMap<>();
        Losses.ALL.forEach(loss -> all.put(loss.id(), loss));
        return all;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /// Ids of the losses that are shown, in the order of all.
    public ObjectProperty<List<String>> chosenProperty() {
        return chosen;
    }

    ObjectProperty<Map<String, KeypointLoss>> tunedProperty() {
        return tuned;
    }

    ObjectProperty<Integer> keypointProperty() {
        return keypoint;
    }

    ObjectProperty<NetworkInput> inputProperty() {
        return input;
    }

    BooleanProperty usualRangeProperty() {
        return usualRange;
    }

    DoubleProperty rangeProperty() {
        return range;
    }

    public BooleanProperty matchedProperty() {
        return matched;
    }

    DoubleProperty tauProperty() {
        return tau;
    }

    ObjectProperty<Motion> motionProperty() {
        return motion;
    }

    BooleanProperty excessProperty() {
        return excess;
    }

    public BooleanProperty arrowsProperty() {
        return arrows;
    }

    ObjectProperty<SurfaceChart.View> angleProperty() {
        return angle;
    }

    /// A loss with its parameters as they are set.
    KeypointLoss tuned(String id) {
        return tuned.get().get(id);
    }

    /// Shows a loss or takes it away.
    public void choose(String id, boolean wanted) {
        List<String> ids = new ArrayList<>();
        for (KeypointLoss loss : Losses.ALL) {
            boolean shown = loss.id().equals(id) ? wanted : chosen.get().contains(loss.id());
            if (shown) {
                ids.add(loss.id());
            }
        }
        chosen.set(ids);
    }

    /// Sets a parameter.
    ///
    /// @return false when the loss does not take the value
    boolean tune(String id, String parameter, Object value) {
        return tune(id, Map.of(parameter, value));
    }

    /// Sets parameters at once.
    ///
    /// @return false when the loss does not take them
    boolean tune(String id, Map<String, ?> values) {
        try {
            put(LossParameters.with(tuned(id), values));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Gives a loss its usual parameters back.
    void reset(String id) {
        Losses.byId(id).ifPresent(this::put);
    }

    private void put(KeypointLoss loss) {
        Map<String, KeypointLoss> next = new LinkedHashMap<>(tuned.get());
        next.put(loss.id(), loss);
        tuned.set(next);
    }

    /// Everything as it is now, on that plate; a keypoint that is not labelled there gives way to
    /// the first that is.
    ChartRequest request(ExploredPlate plate) {
        return new ChartRequest(
                view.get(),
                plate,
                plate.labelled(keypoint.get()),
                chosen.get().stream().map(this::tuned).toList(),
                usualRange.get() ? Optional.empty() : Optional.of(range.get()),
                new Weight(matched.get(), tau.get()),
                motion.get(),
                excess.get(),
                arrows.get(),
                angle.get());
    }

    /// Calls the task after every change but that of the angle, for which nothing is computed.
    Subscription onChange(Runnable task) {
        return List.<Property<?>>of(
                        view,
                        tuned,
                        chosen,
                        keypoint,
                        input,
                        usualRange,
                        range,
                        matched,
                        tau,
                        motion,
                        excess,
                        arrows)
                .stream()
                .map(property -> property.subscribe((_, _) -> task.run()))
                .reduce(Subscription.EMPTY, Subscription::and);
    }
}
