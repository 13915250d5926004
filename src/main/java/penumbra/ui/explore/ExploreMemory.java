package penumbra.ui.explore;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.Motion;
import penumbra.plot.loss.NetworkInput;

/// What is looked at and how, as it is remembered from one day to the next: words, numbers, lists
/// and maps of them by stable ids. What is missing, or means nothing here, stays as it is.
public final class ExploreMemory {

    private ExploreMemory() {}

    public static Map<String, Object> note(ExploreState state) {
        Map<String, Object> noted = new LinkedHashMap<>();
        noted.put("view", state.viewProperty().get().id());
        noted.put("chosen", state.chosenProperty().get());
        noted.put("losses", tuned(state));
        noted.put("keypoint", state.keypointProperty().get());
        noted.put("side", state.inputProperty().get().side());
        noted.put("stride", state.inputProperty().get().stride());
        noted.put("usual-range", state.usualRangeProperty().get());
        noted.put("range", state.rangeProperty().get());
        noted.put("matched", state.matchedProperty().get());
        noted.put("tau", state.tauProperty().get());
        Motion motion = state.motionProperty().get();
        noted.put(
                "motion",
                List.of(motion.shift(), motion.direction(), motion.enlargement(), motion.turn()));
        noted.put("excess", state.excessProperty().get());
        noted.put("arrows", state.arrowsProperty().get());
        SurfaceChart.View angle = state.angleProperty().get();
        noted.put("angle", List.of(angle.azimuth(), angle.elevation()));
        return noted;
    }

    /// The parameters of the losses that are not as they usually are.
    private static Map<String, Object> tuned(ExploreState state) {
        Map<String, Object> tuned = new LinkedHashMap<>();
        for (KeypointLoss usual : Losses.ALL) {
            KeypointLoss now = state.tuned(usual.id());
            if (!now.equals(usual)) {
                Map<String, Object> values = new LinkedHashMap<>();
                LossParameters.of(now)
                        .forEach((name, value) ->
                                values.put(name, value instanceof Enum<?> e ? e.name() : value));
                tuned.put(usual.id(), values);
            }
        }
        return tuned;
    }

    public static void restore(ExploreState state, Map<String, Object> noted) {
        Stream.of(View.values())
                .filter(view -> view.id().equals(noted.get("view")))
                .forEach(state.viewProperty()::set);
        if (noted.get("chosen") instanceof List<?> ids) {
            Losses.ALL.forEach(loss -> state.choose(loss.id(), ids.contains(loss.id())));
        }
        if (noted.get("losses") instanceof Map<?, ?> losses) {
            losses.forEach((id, values) -> tune(state, id, values));
        }
        number(noted, "keypoint")
                .filter(k -> k >= 0)
                .ifPresent(k -> state.keypointProperty().set(k.intValue()));
        number(noted, "side")
                .flatMap(side -> number(noted, "stride").map(stride -> List.of(side, stride)))
                .filter(both -> both.stream().allMatch(n -> n >= 1))
                .map(both -> new NetworkInput(both.get(0).intValue(), both.get(1).intValue()))
                .ifPresent(state.inputProperty()::set);
        flag(noted, "usual-range", state.usualRangeProperty()::set);
        above0(noted, "range", state.rangeProperty()::set);
        flag(noted, "matched", state.matchedProperty()::set);
        above0(noted, "tau", state.tauProperty()::set);
        numbers(noted, "motion", 4)
                .filter(m -> m.get(2) > 0)
                .map(m -> new Motion(m.get(0), m.get(1), m.get(2), m.get(3)))
                .ifPresent(state.motionProperty()::set);
        flag(noted, "excess", state.excessProperty()::set);
        flag(noted, "arrows", state.arrowsProperty()::set);
        numbers(noted, "angle", 2)
                .map(a -> new SurfaceChart.View(a.get(0), a.get(1)).moved(0, 0))
                .ifPresent(state.angleProperty()::set);
    }

    private static void tune(ExploreState state, Object id, Object values) {
        Optional<KeypointLoss> loss =
                Losses.ALL.stream().filter(l -> l.id().equals(id)).findFirst();
        if (loss.isPresent() && values instanceof Map<?, ?> noted) {
            Map<String, Object> usual = LossParameters.of(loss.get());
            Map<String, Object> changes = new HashMap<>();
            usual.forEach((name, value) ->
                    read(value, noted.get(name)).ifPresent(now -> changes.put(name, now)));
            state.tune(loss.get().id(), changes);
        }
    }

    /// A value of the same kind.
    private static Optional<Object> read(Object usual, Object noted) {
        return switch (usual) {
            case Double _ when noted instanceof Number n -> Optional.of(n.doubleValue());
            case Boolean _ when noted instanceof Boolean b -> Optional.of(b);
            case Enum<?> constant ->
                    Stream.of(constant.getDeclaringClass().getEnumConstants())
                            .filter(c -> c.name().equals(noted))
                            .<Object>map(c -> c)
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static void flag(Map<String, Object> noted, String key, Consumer<Boolean> set) {
        if (noted.get(key) instanceof Boolean on) {
            set.accept(on);
        }
    }

    private static void above0(Map<String, Object> noted, String key, DoubleConsumer set) {
        number(noted, key).filter(n -> n > 0).ifPresent(set::accept);
    }

    private static Optional<Double> number(Map<String, Object> noted, String key) {
        return noted.get(key) instanceof Number n && Double.isFinite(n.doubleValue())
                ? Optional.of(n.doubleValue())
                : Optional.empty();
    }

    private static Optional<List<Double>> numbers(
            Map<String, Object> noted, String key, int count) {
        if (!(noted.get(key) instanceof List<?> all) || all.size() != count) {
            return Optional.empty();
        }
        List<Double> numbers =
                all.stream()
                        .filter(Number.class::isInstance)
                        .map(n -> ((Number) n).doubleValue())
                        .filter(Double::isFinite)
                        .toList();
        return Optional.of(numbers).filter(n -> n.size() == count);
    }
}
