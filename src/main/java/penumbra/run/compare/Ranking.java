package penumbra.run.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import penumbra.metric.Better;
import penumbra.run.Against;
import penumbra.run.KeypointPart;

/// Methods by one measure of some keypoints, the best first.
public record Ranking(Measure measure, Against against, KeypointPart part, List<Place> places) {

    /// A method in its place.
    ///
    /// @param value over its runs, each with its own plates
    /// @param toBest less the best, paired; empty for the best itself and where they share no plate
    public record Place(RunGroup group, Spread value, Optional<Difference> toBest) {}

    public Ranking {
        places = List.copyOf(places);
    }

    /// Methods without a value are left out.
    static Ranking of(
            List<RunGroup> all,
            Measure measure,
            Against against,
            KeypointPart part,
            PairedBootstrap bootstrap) {
        List<RunGroup> groups = all.stream().map(g -> g.only(part)).toList();
        Comparator<Place> order = Comparator.comparingDouble(p -> p.value().mean());
        List<Place> sorted =
                groups.stream()
                        .map(g -> place(g, measure, against))
                        .filter(p -> p.value().count() > 0)
                        .sorted(measure.better() == Better.LOWER ? order : order.reversed())
                        .toList();
        return new Ranking(
                measure,
                against,
                part,
                sorted.stream()
                        .map(p ->
                                p == sorted.getFirst()
                                        ? p
                                        : new Place(
                                                p.group(),
                                                p.value(),
                                                bootstrap.difference(
                                                        p.group(),
                                                        sorted.getFirst().group(),
                                                        measure,
                                                        against)))
                        .toList());
    }

    private static Place place(RunGroup group, Measure measure, Against against) {
        Spread value = group.spread(run -> run.value(measure, against));
        return new Place(group, value, Optional.empty());
    }
}
