package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.DoubleStream;
import penumbra.engine.train.LandscapeRun;
import penumbra.engine.train.TrainingData;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.landscape.DutyCycle;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeTail;
import penumbra.run.landscape.ProcessorShare;
import penumbra.run.landscape.Refinement;
import penumbra.run.landscape.Surface;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra landscape`: the loss around the weights of a run, beside the run.
@Command(name = "landscape", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class LandscapeCommand implements Callable<Integer> {

    private final Console console;
    private final Executor io;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "RUN")
    private Path run;

    @Option(names = "--share", paramLabel = "SHARE", converter = Share.class)
    private double share = DutyCycle.USUAL;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "8")
    private int pictures;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0")
    private long seed;

    @Option(names = "--nodes", paramLabel = "5|9|17|33", defaultValue = "33")
    private int nodes;

    @Option(names = "--follow")
    private boolean follow;

    @Mixin private Form form;

    /// @param io reads projects
    public LandscapeCommand(Console console, Executor io) {
        this.console = console;
        this.io = io;
    }

    /// What `--json` prints.
    ///
    /// @param epoch whose weights it is about
    /// @param pictures that the loss is the mean over
    record Result(Path file, int epoch, int pictures, List<Line> planes) {}

    /// A plane.
    ///
    /// @param nodes along a side of the finest grid that is whole; 0 before the first
    /// @param shares of the path's variance along both directions; none for the random plane
    /// @param least loss of a node
    /// @param most finite loss of a node
    /// @param notFinite nodes without a loss
    record Line(
            String plane,
            int nodes,
            List<Double> shares,
            double least,
            double most,
            long notFinite) {

        static Line of(Surface surface) {
            double[] losses =
                    surface.heights().values().stream().mapToDouble(h -> h.loss()).toArray();
            return new Line(
                    surface.plane().plane().id(),
                    surface.side().orElse(0),
                    surface.plane().shares(),
                    finite(losses).min().orElse(Double.NaN),
                    finite(losses).max().orElse(Double.NaN),
                    losses.length - finite(losses).count());
        }

        private static DoubleStream finite(double[] losses) {
            return Arrays.stream(losses).filter(Double::isFinite);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (share == 0) {
            throw wrong("landscape.share");
        }
        if (pictures < 1) {
            throw wrong("landscape.pictures");
        }
        if (!Refinement.SIDES.contains(nodes)) {
            throw wrong("landscape.nodes");
        }
        RunFolder folder = new RunFolder(run);
        RunConfig config = RunConfig.read(folder.arguments());
        TrainingData data =
                TrainingSource.read(
                        config.place(RunOption.DATA).orElseThrow(), config, io, console);
        ProcessorShare pace = new ProcessorShare(new DutyCycle(share));
        new LandscapeRun(
                        config,
                        data,
                        folder,
                        new LandscapeRun.Wish(pictures, seed, nodes, follow, share))
                .run(new LandscapeProgress(console), pace::rest, console.err()::println);
        say(folder);
        return 0;
    }

    private ParameterException wrong(String key) {
        return new ParameterException(spec.commandLine(), Texts.of(LandscapeCommand.class, key));
    }

    private void say(RunFolder folder) throws Exception {
        Landscape newest = new LandscapeTail(folder.landscape()).next().landscapes().getLast();
        List<Line> planes = new ArrayList<>();
        newest.surfaces().values().forEach(s -> planes.add(Line.of(s)));
        if (form.json()) {
            console.json(
                    new Result(
                            folder.landscape(),
                            newest.started().epoch(),
                            newest.started().pictures(),
                            planes));
            return;
        }
        console.say(
                "landscape.done",
                folder.landscape(),
                newest.started().epoch(),
                newest.started().pictures());
        for (Surface surface : newest.surfaces().values()) {
            Line line = Line.of(surface);
            console.say(
                    "landscape.plane",
                    surface.plane().plane().label(),
                    line.nodes(),
                    line.least(),
                    line.most(),
                    line.notFinite());
            if (!line.shares().isEmpty()) {
                console.say(
                        "landscape.shares", 100 * line.shares().get(0), 100 * line.shares().get(1));
            }
        }
    }
}
