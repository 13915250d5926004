package penumbra.engine.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import penumbra.engine.landscape.Directions;
import penumbra.engine.landscape.PathPlane;
import penumbra.engine.landscape.Snapshots;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Network;
import penumbra.engine.net.WeightPlane;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.geometry.Point;
import penumbra.model.Schema;
import penumbra.run.RunFolder;
import penumbra.run.TrainingEvent.Errors;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Span;
import penumbra.run.landscape.LandscapeEvent.Stop;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Refinement;

/// A network that is moved over planes through its weights: a random one, and that of its path
/// where there is one. It evaluates, its running statistics stay as they are.
///
/// @param sheets the planes
/// @param loss that training goes on with after this epoch; positives are assigned anew at every
///   node
record LandscapePlanes(Network network, List<Sheet> sheets, BatchLoss loss)
        implements AutoCloseable {

    /// Room around the path, as a share of its extent.
    private static final double ROOM = 0.15;

    private static final Span ONE = new Span(-1, 1);

    /// A plane, and the weights on it.
    record Sheet(Plane plane, WeightPlane weights) {}

    static LandscapePlanes of(
            Torch torch, RunSetup setup, Checkpoint checkpoint, RunFolder folder, long seed)
            throws IOException, WeightsException {
        int epoch = checkpoint.progress().epoch();
        Weights at = checkpoint.state().average();
        // Weights that bfloat16 packs could not move.
        Network network = new Network(torch, setup.network(), at, Execution.FAST);
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(
                new Sheet(
                        new Plane(PlaneKind.RANDOM, ONE, ONE, List.of(), List.of()),
                        new WeightPlane(
                                torch,
                                network,
                                at,
                                Directions.random(at, seed, 0),
                                Directions.random(at, seed, 1))));
        SequencedMap<Integer, Weights> path = new LinkedHashMap<>();
        path.putAll(new Snapshots(folder.snapshots()).before(epoch));
        path.put(epoch, Snapshots.half(at));
        PathPlane.of(List.copyOf(path.sequencedValues()))
                .ifPresent(p ->
                        sheets.add(
                                new Sheet(
                                        plane(p, List.copyOf(path.sequencedKeySet())),
                                        new WeightPlane(torch, network, at, p.x(), p.y()))));
        LossPlan losses = setup.losses();
        return new LandscapePlanes(
                network, sheets, losses.at(epoch, losses.read(checkpoint.progress().sigmas())));
    }

    private static Plane plane(PathPlane path, List<Integer> epochs) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            Point at = path.path().get(i);
            stops.add(new Stop(epochs.get(i), at.x(), at.y()));
        }
        double half = (1 + 2 * ROOM) / 2 * Math.max(length(stops, Stop::x), length(stops, Stop::y));
        return new Plane(
                PlaneKind.PATH,
                span(stops, Stop::x, half),
                span(stops, Stop::y, half),
                path.shares(),
                stops);
    }

    private static double length(List<Stop> stops, ToDoubleFunction<Stop> of) {
        return stops.stream().mapToDouble(of).max().orElseThrow()
                - stops.stream().mapToDouble(of).min().orElseThrow();
    }

    private static Span span(List<Stop> stops, ToDoubleFunction<Stop> of, double half) {
        double middle = stops.stream().mapToDouble(of).min().orElseThrow() + length(stops, of) / 2;
        return new Span(middle - half, middle + half);
    }

    /// What the pictures say where the plane has that node.
    Height height(Sheet sheet, Refinement.Node node, HeldBack held, Schema schema) {
        Plane plane = sheet.plane();
        sheet.weights()
                .moveTo(
                        Refinement.between(plane.x().least(), plane.x().most(), node.column()),
                        Refinement.between(plane.y().least(), plane.y().most(), node.row()));
        try {
            HeldBack.Looked looked = held.look(network, loss, Judgement.POINT_CONFIDENCE);
            Judgement judged = Judgement.of(looked.pictures(), schema, held.store().side());
            Errors errors = judged.truth().orElseGet(judged::labels);
            return new Height(
                    plane.plane(),
                    node.row(),
                    node.column(),
                    looked.losses(),
                    errors.auc(),
                    errors.rmse(),
                    errors.targets() - errors.missed());
        } catch (ArithmeticException _) {
            return new Height(
                    plane.plane(),
                    node.row(),
                    node.column(),
                    new LinkedHashMap<>(),
                    Double.NaN,
                    Double.NaN,
                    0);
        }
    }

    @Override
    public void close() {
        sheets.forEach(s -> s.weights().close());
        network.close();
    }
}
