package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Spec private CommandSpec spec;

    @Option(names = "--resume", paramLabel = "RUN")
    private Path resume;

    @Option(names = "--seeds", paramLabel = "N")
    private Integer seeds;

    @Mixin private Form form;

    public TrainCommand(Console console, ExecutorService io, ExecutorService pool) {
        this.console = console;
        this.io = io;
        this.pool = pool;
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
        RunConfig config = config();
        if (resume == null && isSweep()) {
            Sweep sweep =
                    Sweep.of(
                            config.absolute(),
                            several(RunOption.LOSS, config),
                            several(RunOption.GAINS, config),
                            seeds == null ? 1 : seeds);
            return new SweepTraining(console, form.json()).run(sweep, Sweep.report(config));
        }
        Path source =
                config.place(RunOption.DATA)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        Texts.of(TrainCommand.class, "usage.missing", "--data")));
        TrainingData data = TrainingSource.read(source, config.real(RunOption.VAL), io, console);
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
            end = new TrainingRun(config, data, folder, pool).run(progress);
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

    private boolean isSweep() {
        return seeds != null || isSeveral(RunOption.LOSS) || isSeveral(RunOption.GAINS);
    }

    private boolean isSeveral(RunOption option) {
        return said(option).filter(v -> v.contains(",")).isPresent();
    }

    private List<String> several(RunOption option, RunConfig base) {
        return List.of(said(option).orElse(base.text(option)).split(","));
    }

    private Optional<String> said(RunOption option) {
        return Optional.ofNullable(
                spec.commandLine().getParseResult().matchedOptionValue("--" + option.id(), null));
    }

    private RunConfig config() throws RunException {
        if (resume != null) {
            return RunConfig.read(new RunFolder(resume).arguments());
        }
        Map<RunOption, String> said = new EnumMap<>(RunOption.class);
        for (RunOption option : RunOption.values()) {
            boolean swept = option == RunOption.LOSS || option == RunOption.GAINS;
            if (!(swept && isSeveral(option))) {
                said(option).ifPresent(value -> said.put(option, value));
            }
        }
        List<String> problems = List.copyOf(RunConfig.problems(said).values());
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), problems.getFirst());
        }
        return RunConfig.of(said).absolute();
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
