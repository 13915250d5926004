package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import penumbra.format.export.Backgrounds;
import penumbra.format.export.ExportFormat;
import penumbra.format.export.ExportFormats;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ExportReport;
import penumbra.format.export.OutsideRule;
import penumbra.format.export.Split;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `penumbra export`: a project as a data set to train with.
@Command(name = "export", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class ExportCommand implements Callable<Integer> {

    private final Console console;
    private final Executor io;

    @Spec private CommandSpec spec;

    @Option(names = "--project", required = true, paramLabel = "P")
    private String project;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            converter = FormatIds.class,
            completionCandidates = FormatIds.class)
    private ExportFormat format;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--val", paramLabel = "SHARE", defaultValue = "0.2")
    private double val;

    @Option(names = "--kpt-dims", paramLabel = "2|3", defaultValue = "3")
    private int dimensions;

    @Option(
            names = "--outside",
            paramLabel = "RULE",
            defaultValue = "hide",
            converter = OutsideIds.class,
            completionCandidates = OutsideIds.class)
    private OutsideRule outside;

    @Option(
            names = "--backgrounds",
            paramLabel = "WHICH",
            defaultValue = "confirmed",
            converter = BackgroundIds.class,
            completionCandidates = BackgroundIds.class)
    private Backgrounds backgrounds;

    @Option(names = "--no-flagged")
    private boolean withoutFlagged;

    @Option(names = "--overwrite")
    private boolean overwrite;

    @Mixin private Form form;

    public ExportCommand(Console console, Executor io) {
        this.console = console;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        ExportOptions options = options();
        ProjectFile file = ProjectFile.of(project);
        ExportReport report;
        try (ProjectStore store = OpenProject.toRead(file, io, console);
                var _ = console.working("progress.export")) {
            report = format.export(store.project(), file.folder(), out, options);
        }
        if (form.json()) {
            console.json(report);
        } else {
            print(console, report);
        }
        return 0;
    }

    private ExportOptions options() {
        try {
            return new ExportOptions(
                    val, dimensions, outside, backgrounds, !withoutFlagged, overwrite);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), Texts.of(ExportCommand.class, "export.options"), e);
        }
    }

    static void print(Console console, ExportReport report) {
        new FindingLines(report.findings()).print(console);
        console.say("export.done", report.folder());
        for (Map.Entry<Split, ExportReport.Counts> split : report.splits().entrySet()) {
            ExportReport.Counts counts = split.getValue();
            console.say(
                    "export.split",
                    split.getKey().id(),
                    counts.pictures(),
                    counts.backgrounds(),
                    counts.targets());
        }
        List<String> absent =
                report.classes().entrySet().stream()
                        .filter(e -> e.getValue().values().stream().allMatch(n -> n == 0))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!absent.isEmpty()) {
            console.say("export.absent", String.join(" ", absent));
        }
        report.setAside().ifPresent(old -> console.say("export.aside", old));
    }

    /// The formats by their ids.
    static final class FormatIds extends Ids<ExportFormat> {
        FormatIds() {
            super(ExportFormats.ALL, ExportFormat::id);
        }
    }

    /// The rules for endpoints outside the picture by their ids.
    static final class OutsideIds extends Ids<OutsideRule> {
        OutsideIds() {
            super(List.of(OutsideRule.values()), OutsideRule::id);
        }
    }

    /// The choices of backgrounds by their ids.
    static final class BackgroundIds extends Ids<Backgrounds> {
        BackgroundIds() {
            super(List.of(Backgrounds.values()), Backgrounds::id);
        }
    }
}
