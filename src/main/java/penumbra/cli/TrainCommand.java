package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import penumbra.engine.train.Previews;
import penumbra.engine.train.TrainingData;
import penumbra.engine.train.TrainingRun;
import penumbra.file.Reason;
import penumbra.plot.Skin;
import penumbra.plot.run.RunPlots;
import penumbra.run.OptionKind;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.RunRecord;
import penumbra.run.Sweep;
import penumbra.run.SweepAxis;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `penumbra train`: a network from labels. Its options are those of [RunOption].
@Command(
        name = "train",
        resourceBundle = "penumbra.cli.texts",
        sortOptions = false,
        modelTransformer = TrainCommand.Options.class)
public final class TrainCommand implements Callable<Integer> {

    private final Console console;
    private final ExecutorService io;
    private final ExecutorService pool;
    private final Executor parts;

    @Spec private CommandSpec spec;

    @Option(names = "--resume", paramLabel = "RUN")
    private Path resume;

    @Option(names = "--preset", split = ",", paramLabel = "ID")
    private List<String> presets = List.of();

    @Option(names = "--seeds", paramLabel = "N")
    private Integer seeds;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1")
    private int jobs;

    @Mixin private Form form;

    public TrainCommand(Console console, ExecutorService io, ExecutorService pool, Executor parts) {
        this.console = console;
        this.io = io;
        this.pool = pool;
        this.parts = parts;
    }

    /// What `--json` prints.
    ///
    /// @param seconds of work
    record Result(
            Path run,
            TrainingEvent.End end,
            int bestEpoch,
            double bestFitness,
            double seconds,
            Path weights) {}

    @Override
    public Integer call() throws Exception {
        List<SweepAxis> axes = resume == null ? axes() : List.of();
        RunConfig config = config(axes);
        if (seeds != null || isVaried(axes)) {
            Sweep sweep = Sweep.of(config, axes, seeds == null ? 1 : seeds);
            return new SweepTraining(console, form.json(), jobs, parts)
                    .run(sweep, Sweep.report(config));
        }
        Path source =
                config.place(RunOption.DATA)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        Texts.of(TrainCommand.class, "usage.missing", "--data")));
        TrainingData data = TrainingSource.read(source, config, io, console);
        RunFolder folder =
                resume == null
                        ? RunFolder.make(
                                config.place(RunOption.RUNS).orElseThrow(),
                                config.text(RunOption.NAME))
                        : new RunFolder(resume);
        if (config.flag(RunOption.PREVIEW)) {
            List<Path> sheets = Previews.write(config, data, folder, pool, console.err()::println);
            if (form.json()) {
                console.json(sheets);
            } else {
                sheets.forEach(sheet -> console.say("train.preview", sheet));
            }
            return 0;
        }
        TrainingEvent end;
        try (TrainProgress progress = new TrainProgress(console, folder)) {
            end = TrainingRun.of(config, data, folder, pool, parts).run(progress);
        }
        return switch (end) {
            case TrainingEvent.Finished finished -> {
                plots(folder);
                done(folder, finished);
                yield 0;
            }
            case TrainingEvent.Failed failed -> throw new CommandException(failed.message());
            default -> throw new IllegalStateException("a run ends with " + end);
        };
    }

    /// A run is done also where its charts cannot be drawn.
    private void plots(RunFolder folder) throws IOException {
        RunRecord record = RunRecord.read(folder);
        try {
            RunPlots.write(record, Skin.LIGHT, folder.plots());
        } catch (IOException e) {
            console.error("train.plots", folder.plots(), Reason.of(e));
        }
    }

    /// What is varied: presets, and every option with several values.
    private List<SweepAxis> axes() throws RunException {
        List<SweepAxis> axes = new ArrayList<>();
        if (!presets.isEmpty()) {
            axes.add(SweepAxis.presets(presets));
        }
        for (RunOption option : RunOption.values()) {
            if (isSeveral(option)) {
                axes.add(SweepAxis.of(option, List.of(said(option).orElseThrow().split(","))));
            }
        }
        return axes;
    }

    private static boolean isVaried(List<SweepAxis> axes) {
        return axes.stream().anyMatch(a -> a.levels().size() > 1);
    }

    private boolean isSeveral(RunOption option) {
        return option.mayVary() && said(option).filter(v -> v.contains(",")).isPresent();
    }

    private Optional<String> said(RunOption option) {
        return Optional.ofNullable(
                spec.commandLine().getParseResult().matchedOptionValue("--" + option.id(), null));
    }

    /// What all runs have in common.
    private RunConfig config(List<SweepAxis> axes) throws RunException {
        if (resume != null) {
            return RunConfig.read(new RunFolder(resume).arguments());
        }
        Map<RunOption, String> said = new EnumMap<>(RunOption.class);
        for (RunOption option : RunOption.values()) {
            if (!isSeveral(option)) {
                said(option).ifPresent(value -> said.put(option, value));
            }
        }
        for (SweepAxis axis : axes) {
            for (RunOption option : axis.options()) {
                if (said.containsKey(option) && option != RunOption.POSE) {
                    throw new ParameterException(
                            spec.commandLine(),
                            Texts.of(TrainCommand.class, "usage.preset", "--" + option.id()));
                }
            }
        }
        axes.stream()
                .filter(axis -> axis.levels().size() == 1)
                .forEach(axis -> said.putAll(axis.levels().getFirst().said()));
        if (jobs < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    Texts.of(TrainCommand.class, "usage.value", "--jobs", jobs));
        }
        if (jobs > 1 && (seeds != null || isVaried(axes))) {
            int share = Math.max(1, Runtime.getRuntime().availableProcessors() / jobs);
            said.putIfAbsent(RunOption.THREADS, Integer.toString(share));
        }
        List<String> problems = List.copyOf(RunConfig.problems(said).values());
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), problems.getFirst());
        }
        return RunConfig.of(isVaried(axes) ? Sweep.common(said) : said).absolute();
    }

    private void done(RunFolder folder, TrainingEvent.Finished end) {
        if (form.json()) {
            console.json(
                    new Result(
                            folder.path(),
                            end.end(),
                            end.bestEpoch(),
                            end.bestFitness(),
                            end.seconds(),
                            folder.best()));
        } else if (end.end() == TrainingEvent.End.STOPPED) {
            console.say("train.stopped", folder.path());
        } else {
            console.say(
                    "train.done", folder.path(), end.bestEpoch(), end.bestFitness(), end.seconds());
        }
    }

    /// Makes an option of each [RunOption].
    static final class Options implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec command) {
            for (RunOption.Group group : RunOption.Group.values()) {
                ArgGroupSpec.Builder part =
                        ArgGroupSpec.builder()
                                .exclusive(false)
                                .heading("%n" + group.label().replace("%", "%%") + "%n")
                                .validate(false);
                for (RunOption option : RunOption.values()) {
                    if (option.group() == group) {
                        part.addArg(option(option));
                    }
                }
                command.addArgGroup(part.build());
            }
            return command;
        }

        private static OptionSpec option(RunOption option) {
            return OptionSpec.builder("--" + option.id())
                    .type(String.class)
                    .paramLabel(label(option))
                    .arity(option.kind() instanceof OptionKind.Flag ? "0..1" : "1")
                    .fallbackValue("true")
                    .description(
                            Texts.of(
                                            TrainCommand.class,
                                            option.usual().isEmpty()
                                                    ? "train.option"
                                                    : "train.option.usual",
                                            option.explanation(),
                                            (option.usual() + " " + option.unit()).strip())
                                    .replace("%", "%%"))
                    .build();
        }

        private static String label(RunOption option) {
            return switch (option.kind()) {
                case OptionKind.Choice(List<String> ids) when ids.size() < 4 ->
                        String.join("|", ids);
                case OptionKind.Choice _ -> "ID";
                case OptionKind.Flag _ -> "true|false";
                case OptionKind.Whole _ -> "N";
                case OptionKind.Real _ -> "X";
                case OptionKind.Place _ -> "PATH";
                case OptionKind.Pairs _ -> "NAME=VALUE";
                case OptionKind.Word(var _, String example) -> example;
            };
        }
    }
}
