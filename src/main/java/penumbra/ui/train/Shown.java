package penumbra.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.loss.KeypointLoss;
import penumbra.metric.TargetErrors;
import penumbra.model.Schema;
import penumbra.plot.run.ErrorLine;
import penumbra.plot.run.LandscapeMap;
import penumbra.plot.run.PlatePath;
import penumbra.plot.run.ShownRun;
import penumbra.run.EpochScatter;
import penumbra.run.PlateResult;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;

/// What the charts show: a run up to one of its events, and other runs beside it.
///
/// @param run that is looked at
/// @param history of it up to the event that the scrubber stands at
/// @param others that lie beside it
/// @param plate that is looked at closely, if any
/// @param schema of the project
record Shown(
        WatchedRun run,
        RunHistory history,
        List<WatchedRun> others,
        Optional<PlateResult> plate,
        Schema schema,
        ChartOptions options) {

    /// How many epochs of error distributions are drawn; more would hide each other.
    private static final int MOST_EPOCHS = 8;

    private static final int USUAL_SIDE = 640;

    Shown {
        others = List.copyOf(others);
    }

    /// The run alone.
    ShownRun own() {
        return ShownRun.of(run.record(), history, 0);
    }

    /// All runs, that which is looked at first.
    List<ShownRun> all() {
        List<ShownRun> all = new ArrayList<>(List.of(own()));
        for (WatchedRun other : others) {
            all.add(ShownRun.of(other.record(), other.history(), all.size()));
        }
        return all;
    }

    /// The newest epoch whose plates are known.
    Optional<Integer> epoch() {
        return history.epochs().reversed().stream()
                .map(TrainingEvent.Epoch::epoch)
                .filter(run.plates()::containsKey)
                .findFirst();
    }

    /// What was found after that epoch, with how far the last epochs disagree about it.
    List<PlateResult> plates() {
        return epoch().map(newest ->
                        EpochScatter.of(
                                history.epochs().stream()
                                        .map(TrainingEvent.Epoch::epoch)
                                        .filter(e ->
                                                e > newest - EpochScatter.EPOCHS
                                                        && run.plates().containsKey(e))
                                        .map(run.plates()::get)
                                        .toList()))
                .orElse(List.of());
    }

    /// The errors of that epoch, over those of earlier ones, and dashed those of the other runs at
    /// their best.
    List<ErrorLine> errors() {
        List<Integer> epochs =
                history.epochs().stream()
                        .map(TrainingEvent.Epoch::epoch)
                        .filter(run.plates()::containsKey)
                        .toList();
        List<Integer> last =
                epochs.subList(Math.max(0, epochs.size() - MOST_EPOCHS), epochs.size());
        List<ErrorLine> lines =
                new ArrayList<>(
                        ErrorLine.fading(
                                last.stream()
                                        .map(e ->
                                                new ErrorLine(
                                                        text("line.epoch", run.name(), e),
                                                        errors(run, history, e),
                                                        0))
                                        .toList()));
        for (WatchedRun other : others) {
            int look = 1 + others.indexOf(other);
            best(other)
                    .ifPresent(e ->
                            lines.add(
                                    new ErrorLine(
                                                    text("line.best", other.name(), e),
                                                    errors(other, other.history(), e),
                                                    look)
                                            .dashed()));
        }
        return lines.stream().filter(l -> !l.targets().isEmpty()).toList();
    }

    /// The newest epoch only, beside the other runs.
    List<ErrorLine> newestErrors() {
        return errors().stream().filter(l -> l.strength() == 1).toList();
    }

    private static Optional<Integer> best(WatchedRun run) {
        return run.history()
                .best()
                .map(TrainingEvent.Epoch::epoch)
                .filter(run.plates()::containsKey)
                .or(() ->
                        run.plates().isEmpty()
                                ? Optional.empty()
                                : Optional.of(run.plates().lastEntry().getKey()));
    }

    private List<TargetErrors> errors(WatchedRun of, RunHistory by, int epoch) {
        List<Schema.Edge> bars = by.bars();
        return of.plates().get(epoch).stream()
                .flatMap(p -> p.errors(options.against(), bars).stream())
                .toList();
    }

    /// The plate that is looked at closely, else the worst one that was found, over the epochs so
    /// far.
    Optional<PlatePath> path() {
        Optional<PlateResult> looked = plate.or(this::worst);
        return looked.flatMap(plate -> {
            List<PlateResult> epochs =
                    history.epochs().stream()
                            .flatMap(e -> run.plates().getOrDefault(e.epoch(), List.of()).stream())
                            .filter(p -> same(p, plate))
                            .toList();
            return epochs.isEmpty() || plate.label().size() != schema.keypointCount()
                    ? Optional.empty()
                    : Optional.of(new PlatePath(schema, side(), epochs));
        });
    }

    /// Of the network's input, px.
    int side() {
        return run.record().inputSide().orElse(USUAL_SIDE);
    }

    private Optional<PlateResult> worst() {
        List<PlateRank> ranked = PlateRank.worstFirst(plates(), options.against(), history.bars());
        return ranked.stream()
                .filter(r -> Double.isFinite(r.worst()))
                .findFirst()
                .or(() -> ranked.stream().findFirst())
                .map(PlateRank::plate);
    }

    private static boolean same(PlateResult a, PlateResult b) {
        return a.target() == b.target() && a.picture().equals(b.picture());
    }

    /// The landscape around the newest weights that the charts know of, once its coarsest grid is
    /// whole on the plane that is asked for.
    Optional<LandscapeMap> landscape() {
        int newest = history.epochs().isEmpty() ? 0 : history.epochs().getLast().epoch();
        return run.landscapes().reversed().stream()
                .filter(l -> l.started().epoch() <= newest)
                .flatMap(l -> LandscapeMap.of(l, options.plane()).stream())
                .findFirst();
    }

    /// The loss that the run minimises, as a function of one keypoint.
    Optional<KeypointLoss> loss() {
        String parameters = run.record().argument("loss_param").orElse("");
        return run.record().loss().flatMap(id -> PlatePath.loss(id, parameters));
    }

    /// The keypoint that is looked at, one that the schema has.
    int keypoint() {
        return Math.min(options.keypoint(), schema.keypointCount() - 1);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Shown.class, key, arguments);
    }
}
