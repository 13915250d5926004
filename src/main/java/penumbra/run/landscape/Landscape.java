package penumbra.run.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Started;

/// The landscape around the weights of one epoch, as far as it was told.
public record Landscape(Started started, Map<PlaneKind, Surface> surfaces) {

    public Landscape {
        Map<PlaneKind, Surface> inOrder = new EnumMap<>(PlaneKind.class);
        inOrder.putAll(surfaces);
        surfaces = Collections.unmodifiableMap(inOrder);
    }

    public Optional<Surface> surface(PlaneKind kind) {
        return Optional.ofNullable(surfaces.get(kind));
    }

    /// How far it is refined.
    ///
    /// @param side nodes along a side of the finest grid that is whole on every plane; 0 before
    /// @param next the grid that is at work; the finest when all is done
    /// @param known its nodes so far, on all planes
    /// @param all its nodes on all planes
    public record Progress(int side, int next, int known, int all) {}

    public Progress progress() {
        int side = surfaces.values().stream().mapToInt(s -> s.side().orElse(0)).min().orElse(0);
        int next = Refinement.SIDES.stream().filter(s -> s > side).findFirst().orElse(side);
        List<Refinement.Node> added = Refinement.added(next);
        long known =
                surfaces.values().stream()
                        .mapToLong(s -> added.stream().filter(s.heights()::containsKey).count())
                        .sum();
        return new Progress(side, next, (int) known, added.size() * surfaces.size());
    }

    private Landscape with(Surface surface) {
        Map<PlaneKind, Surface> more = new EnumMap<>(PlaneKind.class);
        more.putAll(surfaces);
        more.put(surface.plane().plane(), surface);
        return new Landscape(started, more);
    }

    /// What was known, and what was told since: a landscape for each start, the newest last. A
    /// start that means the newest landscape goes on with it, as does a plane that is told again.
    public static List<Landscape> with(List<Landscape> known, List<LandscapeEvent> news) {
        List<Landscape> all = new ArrayList<>(known);
        List<Height> heights = new ArrayList<>();
        for (LandscapeEvent event : news) {
            if (event instanceof Height height) {
                heights.add(height);
            } else {
                add(all, heights);
                heights.clear();
                begin(all, event);
            }
        }
        add(all, heights);
        return List.copyOf(all);
    }

    /// All at once, because a surface is copied.
    private static void add(List<Landscape> all, List<Height> heights) {
        if (all.isEmpty()) {
            return;
        }
        for (Surface surface : all.getLast().surfaces().values()) {
            List<Height> own =
                    heights.stream().filter(h -> h.plane() == surface.plane().plane()).toList();
            if (!own.isEmpty()) {
                last(all, all.getLast().with(surface.with(own)));
            }
        }
    }

    private static void begin(List<Landscape> all, LandscapeEvent event) {
        Optional<Landscape> newest = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        switch (event) {
            case Started s when newest.filter(n -> n.started().same(s)).isPresent() ->
                    last(all, new Landscape(s, newest.get().surfaces()));
            case Started s -> all.add(new Landscape(s, Map.of()));
            case Plane p ->
                    newest.filter(n ->
                                    n.surface(p.plane()).filter(s -> s.plane().equals(p)).isEmpty())
                            .ifPresent(n -> last(all, n.with(new Surface(p, Map.of()))));
            case Height _ -> throw new IllegalArgumentException("a height begins nothing");
        }
    }

    private static void last(List<Landscape> all, Landscape newest) {
        all.set(all.size() - 1, newest);
    }
}
