package penumbra.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import penumbra.text.Texts;

/// Every loss with every gain and seed: runs that are made one after the other to be compared.
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

    /// Names are `NAME-LOSS-sSEED`, with the gain between them where there are several.
    ///
    /// @param base for all that is the same; its seed is the first
    /// @param losses ids
    /// @param gains `own` or `matched`, or a number: the gain of the keypoint term itself
    /// @param seeds how many, at least 1
    /// @throws RunException one sentence for each loss or gain that is none
    public static Sweep of(RunConfig base, List<String> losses, List<String> gains, int seeds)
            throws RunException {
        if (seeds < 1) {
            throw new RunException(Texts.of(Sweep.class, "sweep.seeds", seeds));
        }
        Path runs = base.place(RunOption.RUNS).orElseThrow();
        List<Planned> planned = new ArrayList<>();
        for (int s = 0; s < seeds; s++) {
            int seed = base.whole(RunOption.SEED) + s;
            for (String loss : losses) {
                for (String gain : gains) {
                    String name =
                            base.text(RunOption.NAME)
                                    + "-"
                                    + loss
                                    + (gains.size() > 1 ? "-" + gain : "")
                                    + "-s"
                                    + seed;
                    Map<RunOption, String> said = new EnumMap<>(base.values());
                    said.put(RunOption.LOSS, loss);
                    boolean number = gain.matches("[0-9.eE+-]+");
                    said.put(number ? RunOption.POSE : RunOption.GAINS, gain);
                    said.put(RunOption.SEED, Integer.toString(seed));
                    said.put(RunOption.NAME, name);
                    planned.add(new Planned(new RunFolder(runs.resolve(name)), RunConfig.of(said)));
                }
            }
        }
        return new Sweep(planned);
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
