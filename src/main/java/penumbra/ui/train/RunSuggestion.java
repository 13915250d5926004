package penumbra.ui.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.run.RunOption;
import penumbra.run.RunRecord;

/// What a run is told when a person says nothing: the open project, an input that shows its plates
/// large enough, a batch that fits the memory, the weights of the last run with the same head.
/// Everything else is as usual.
final class RunSuggestion {

    /// MiB of a process that trains YOLOv8n-pose in fp32, before its pictures and for each picture
    /// of a batch at 640 px: from 2.4 to 3.1 GB at 8 pictures, rounded up.
    private static final double RESTING = 1000;

    private static final double EACH_AT_640 = 265;
    private static final double SHARE = 0.8;
    private static final int MOST = 16;

    private RunSuggestion() {}

    /// @param project file
    /// @param side of the network's input, px
    /// @param runs folder of runs
    /// @param known runs in it
    /// @param head of the next run
    /// @param freeMebibytes of memory
    static Map<RunOption, String> of(
            Path project,
            int side,
            Path runs,
            List<RunRecord> known,
            String head,
            double freeMebibytes) {
        Map<RunOption, String> values = new EnumMap<>(RunOption.class);
        values.put(RunOption.DATA, project.toString());
        values.put(RunOption.RUNS, runs.toString());
        int usual = Integer.parseInt(RunOption.BATCH.usual());
        if (side != Integer.parseInt(RunOption.IMGSZ.usual())) {
            values.put(RunOption.IMGSZ, Integer.toString(side));
        }
        int fits = batch(freeMebibytes, side);
        if (fits < usual) {
            values.put(RunOption.BATCH, Integer.toString(fits));
        }
        lastWeights(known, head).ifPresent(w -> values.put(RunOption.WEIGHTS, w.toString()));
        return values;
    }

    /// The largest power of two, up to 16, with which training fits into four fifths of the memory
    /// that is free; 1 where nothing does.
    static int batch(double freeMebibytes, int side) {
        double each = EACH_AT_640 * side * side / (640.0 * 640.0);
        int batch = 1;
        while (2 * batch <= MOST && RESTING + 2 * batch * each <= SHARE * freeMebibytes) {
            batch *= 2;
        }
        return batch;
    }

    /// The best weights that were written last by a run with that head: of another one's, half
    /// would begin with random numbers.
    static Optional<Path> lastWeights(List<RunRecord> known, String head) {
        return known.stream()
                .filter(r ->
                        r.argument(RunOption.HEAD.key())
                                .orElse(RunOption.HEAD.usual())
                                .equals(head))
                .map(r -> r.folder().best())
                .filter(Files::exists)
                .max(Comparator.comparingLong(p -> p.toFile().lastModified()));
    }
}
