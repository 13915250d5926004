package penumbra.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.text.Texts;

/// Every level of every axis with every seed: runs that are made one after the other to be
/// compared.
///
/// @param runs seeds outermost, so that what is there after a while can be compared already
public record Sweep(List<Planned> runs) {

    /// A run that is to be made.
    ///
    /// @param config with the name of its folder
    public record Planned(RunFolder folder, RunConfig config) {}

    public Sweep {
        runs = List.copyOf(runs);
    }

    /// What all runs of a comparison are told: they begin with nothing where nobody says with what.
    /// The program's own weights were learnt with one of the methods that may be compared, and a
    /// head of heat maps could take up half of them only.
    public static Map<RunOption, String> common(Map<RunOption, String> said) {
        Map<RunOption, String> common = new EnumMap<>(RunOption.class);
        common.put(RunOption.START, "nothing");
        common.putAll(said);
        return common;
    }

    /// Names are `NAME-METHOD-sSEED`, before the seed the level of each axis that has several and
    /// is not said by the method.
    ///
    /// @param base for all that is the same; its seed is the first
    /// @param axes the first changes slowest
    /// @param seeds how many, at least 1
    /// @throws RunException one sentence for each value that is wrong
    public static Sweep of(RunConfig base, List<SweepAxis> axes, int seeds) throws RunException {
        if (seeds < 1) {
            throw new RunException(Texts.of(Sweep.class, "sweep.seeds", seeds));
        }
        Path runs = base.place(RunOption.RUNS).orElseThrow();
        List<Planned> planned = new ArrayList<>();
        for (int s = 0; s < seeds; s++) {
            int seed = base.whole(RunOption.SEED) + s;
            for (Cell cell : cells(axes)) {
                Map<RunOption, String> said = new EnumMap<>(base.values());
                said.putAll(cell.said());
                said.put(RunOption.SEED, Integer.toString(seed));
                RunConfig config = RunConfig.of(said);
                List<String> parts = new ArrayList<>();
                parts.add(base.text(RunOption.NAME));
                parts.add(config.method().id());
                parts.addAll(cell.labels());
                parts.add("s" + seed);
                String name = String.join("-", parts);
                planned.add(
                        new Planned(
                                new RunFolder(runs.resolve(name)),
                                config.with(RunOption.NAME, name)));
            }
        }
        return new Sweep(planned);
    }

    /// A level of each axis.
    private record Cell(List<String> labels, Map<RunOption, String> said) {

        Cell with(SweepAxis.Level level, boolean named) {
            List<String> longer = new ArrayList<>(labels);
            if (named && !level.label().isEmpty()) {
                longer.add(level.label());
            }
            Map<RunOption, String> more = new LinkedHashMap<>(said);
            more.putAll(level.said());
            return new Cell(longer, more);
        }
    }

    private static List<Cell> cells(List<SweepAxis> axes) {
        List<Cell> cells = List.of(new Cell(List.of(), Map.of()));
        for (SweepAxis axis : axes) {
            boolean named = axis.levels().size() > 1;
            cells =
                    cells.stream()
                            .flatMap(c -> axis.levels().stream().map(l -> c.with(l, named)))
                            .toList();
        }
        return cells;
    }

    /// Where the comparison of its runs is written.
    ///
    /// @param base as in [#of]
    public static Path report(RunConfig base) {
        return base.place(RunOption.RUNS)
                .orElseThrow()
                .resolve(base.text(RunOption.NAME) + "-comparison");
    }
}
