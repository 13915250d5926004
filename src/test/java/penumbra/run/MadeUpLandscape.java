package penumbra.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Span;
import penumbra.run.landscape.LandscapeEvent.Started;
import penumbra.run.landscape.LandscapeEvent.Stop;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Refinement;

/// A landscape as it might have been: bowls, and a corner without a finite loss.
public final class MadeUpLandscape {

    private static final Span ONE = new Span(-1, 1);

    private MadeUpLandscape() {}

    /// Writes both planes around the weights of an epoch.
    ///
    /// @param finest nodes along a side of the last grid
    public static void write(RunFolder run, int epoch, int finest) throws IOException {
        try (LineLog log = LineLog.open(run.landscape())) {
            log.add(
                    new Started(
                            Instant.parse("2026-01-02T03:30:00Z"),
                            epoch,
                            8,
                            11,
                            0,
                            true,
                            "made up",
                            0.1));
            log.add(new Plane(PlaneKind.RANDOM, ONE, ONE, List.of(), List.of()));
            Plane path =
                    new Plane(
                            PlaneKind.PATH,
                            new Span(-6.9, 0.9),
                            new Span(-2.4, 5.4),
                            List.of(0.83, 0.11),
                            stops(epoch));
            log.add(path);
            for (int side : Refinement.SIDES) {
                for (Refinement.Node node :
                        side <= finest ? Refinement.added(side) : List.<Refinement.Node>of()) {
                    log.add(height(PlaneKind.RANDOM, node, ONE, ONE));
                    log.add(height(PlaneKind.PATH, node, path.x(), path.y()));
                }
            }
        }
    }

    private static List<Stop> stops(int epoch) {
        List<Stop> stops = new ArrayList<>();
        for (int e = 0; e <= epoch; e++) {
            double left = 1 - (double) e / epoch;
            stops.add(new Stop(e, -6 * left * left, 3 * Math.sin(Math.PI * left)));
        }
        return stops;
    }

    private static Height height(PlaneKind plane, Refinement.Node node, Span x, Span y) {
        double a = Refinement.between(x.least(), x.most(), node.column());
        double b = Refinement.between(y.least(), y.most(), node.row());
        double half = (x.most() - x.least()) / 2;
        double squares = (a * a + 2 * b * b) / (half * half);
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        if (node.row() > 0 || node.column() > 0) {
            losses.put("box", 1.5 * Math.exp(squares));
            losses.put("pose", 2.5 * Math.exp(2 * squares));
        }
        double auc = 0.8 * Math.exp(-6 * squares);
        return new Height(plane, node.row(), node.column(), losses, auc, 1.2, 9);
    }
}
