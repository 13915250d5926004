package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import penumbra.plot.Skin;
import penumbra.plot.report.RunReport;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory.State;
import penumbra.run.RunLock;
import penumbra.run.RunRecord;
import penumbra.run.TrainingEvent.Epoch;
import penumbra.run.TrainingEvent.Validation;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.PairedBootstrap;
import penumbra.run.compare.Table;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `penumbra runs`: the runs that there are, and several held against each other.
@Command(name = "runs", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class RunsCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--runs",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            defaultValue = "runs/pose")
    private Path runs;

    @Mixin private Form form;

    public RunsCommand(Console console) {
        this.console = console;
    }

    /// A run, as `--json` prints it.
    ///
    /// @param method keypoint loss, or preset of a network that draws heat maps
    /// @param loss null for heat maps, in which a keypoint loss plays no part
    /// @param preset null for the pose head
    /// @param state `open` while a process works on it, `broken` if none does and it told no end
    /// @param seed null where `args.yaml` does not say, as are what follows from a best epoch
    record Line(
            Path run,
            String method,
            String loss,
            String preset,
            Integer seed,
            String state,
            Instant started,
            int epochs,
            double seconds,
            Integer bestEpoch,
            Validation best,
            String notes,
            List<String> damage) {

        static Line of(RunRecord record) throws IOException {
            State state = record.history().state();
            boolean broken =
                    (state == State.OPEN || state == State.PAUSED)
                            && RunLock.holder(record.folder()).isEmpty();
            OptionalInt seed = record.seed();
            Optional<Epoch> best = record.history().best();
            return new Line(
                    record.folder().path(),
                    record.method().id(),
                    record.loss().orElse(null),
                    record.preset().orElse(null),
                    seed.isPresent() ? seed.getAsInt() : null,
                    broken ? "broken" : state.name().toLowerCase(Locale.ROOT),
                    record.history().starts().isEmpty()
                            ? null
                            : record.history().starts().getFirst().at(),
                    record.history().epochs().isEmpty()
                            ? 0
                            : record.history().epochs().getLast().epoch(),
                    record.history().seconds(),
                    best.map(Epoch::epoch).orElse(null),
                    best.flatMap(Epoch::validation).orElse(null),
                    record.notes(),
                    record.damage());
        }

        private List<String> cells() {
            return List.of(
                    run.getFileName().toString(),
                    method,
                    seed == null ? "" : seed.toString(),
                    Texts.of(RunsCommand.class, "runs.state." + state),
                    Integer.toString(epochs),
                    bestEpoch == null ? "" : bestEpoch.toString(),
                    best == null ? "" : number("%.3f", best.keypoints().map()),
                    best == null ? "" : number("%.2f", best.labels().rmse()),
                    best == null ? "" : number("%.3f", best.labels().auc()),
                    number("%.1f", seconds / 60),
                    notes.lines().findFirst().orElse(""));
        }

        private static String number(String form, double value) {
            return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, form, value);
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Line> lines = new ArrayList<>();
        for (RunFolder folder : RunFolder.in(runs)) {
            lines.add(Line.of(RunRecord.read(folder)));
        }
        if (form.json()) {
            console.json(lines);
        } else if (lines.isEmpty()) {
            console.say("runs.none", runs);
        } else {
            List<String> columns = Texts.of(RunsCommand.class, "runs.columns").lines().toList();
            new TableLines(
                            new Table(
                                    "runs",
                                    "",
                                    "",
                                    columns,
                                    lines.stream().map(Line::cells).toList()))
                    .print(console);
        }
        lines.stream().flatMap(l -> l.damage().stream()).forEach(console.err()::println);
        return 0;
    }

    /// `penumbra runs compare`.
    @Command(name = "compare", resourceBundle = "penumbra.cli.texts", sortOptions = false)
    int compare(
            @Parameters(arity = "1..*", paramLabel = "RUN") List<Path> chosen,
            @Option(names = "--out", required = true, paramLabel = "DIR") Path out,
            @Option(
                            names = "--theme",
                            paramLabel = "THEME",
                            defaultValue = "light",
                            converter = SurfaceCommand.SkinIds.class,
                            completionCandidates = SurfaceCommand.SkinIds.class)
                    Skin skin,
            @Option(names = "--overwrite") boolean overwrite,
            @Mixin Form how)
            throws IOException, CommandException {
        if (Files.exists(out) && !overwrite) {
            throw new CommandException(Texts.of(RunsCommand.class, "runs.exists", out));
        }
        List<RunRecord> records = new ArrayList<>();
        for (Path name : chosen) {
            records.add(RunRecord.read(folder(name)));
        }
        Comparison comparison = Comparison.of(records, PairedBootstrap.USUAL);
        RunReport.write(comparison, skin, out);
        new ComparisonWords(console).say(comparison, out, how.json());
        return 0;
    }

    /// A folder, or the name of one below `--runs`.
    private RunFolder folder(Path name) throws CommandException {
        for (Path path : List.of(name, runs.resolve(name))) {
            RunFolder folder = new RunFolder(path.toAbsolutePath().normalize());
            if (Files.exists(folder.arguments()) || Files.exists(folder.events())) {
                return folder;
            }
        }
        throw new CommandException(Texts.of(RunsCommand.class, "runs.missing", name, runs));
    }
}
