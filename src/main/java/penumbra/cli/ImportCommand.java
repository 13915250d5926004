package penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import penumbra.format.ExistingRule;
import penumbra.format.Finding;
import penumbra.format.Formats;
import penumbra.format.ImportPlan;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;
import penumbra.model.Project;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra import`: labels of another tool into a project, which is made where there is none.
@Command(name = "import", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class ImportCommand implements Callable<Integer> {

    private final Console console;
    private final Executor io;

    @Parameters(index = "0", paramLabel = "SOURCE")
    private Path source;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FORMAT",
            converter = FormatIds.class,
            completionCandidates = FormatIds.class)
    private LabelFormat format;

    @Option(names = "--project", required = true, paramLabel = "P")
    private String project;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--map", paramLabel = "SOURCE=PROJECT", split = ",")
    private Map<String, String> mapping = Map.of();

    @Option(
            names = "--existing",
            paramLabel = "RULE",
            defaultValue = "keep",
            converter = RuleIds.class,
            completionCandidates = RuleIds.class)
    private ExistingRule existing;

    @Option(names = "--annotator", paramLabel = "NAME", defaultValue = "")
    private String annotator;

    @Mixin private Form form;

    public ImportCommand(Console console, Executor io) {
        this.console = console;
        this.io = io;
    }

    /// What one import did or, in a dry run, would do.
    record Outcome(
            Path project,
            boolean dryRun,
            ImportPlan.Counts counts,
            int pictures,
            int targets,
            List<String> classes,
            List<Finding> findings) {}

    @Override
    public Integer call() throws Exception {
        ProjectFile file = ProjectFile.of(project);
        LabelSet labels;
        try (var _ = console.working("progress.import")) {
            labels = format.read(source, annotator);
        }
        if (Files.exists(file.path())) {
            try (ProjectStore store =
                    dryRun
                            ? OpenProject.toRead(file, io, console)
                            : OpenProject.toWrite(file, io, console)) {
                ImportPlan plan = plan(Optional.of(store.project()), file, labels);
                carryOut(plan, store);
                return report(plan, file);
            }
        }
        ImportPlan plan = plan(Optional.empty(), file, labels);
        if (!dryRun && !plan.edits().isEmpty()) {
            try (ProjectStore store = ProjectStore.create(file.path(), plan.schemaBefore(), io)) {
                carryOut(plan, store);
            }
        }
        return report(plan, file);
    }

    private ImportPlan plan(Optional<Project> before, ProjectFile file, LabelSet labels)
            throws Exception {
        return ImportPlan.of(before, file.folder(), labels, mapping, existing);
    }

    private void carryOut(ImportPlan plan, ProjectStore store) {
        if (!dryRun) {
            try (var _ = console.working("progress.store")) {
                store.commitAll(Optional.of(plan.schemaAfter()), plan.edits(), annotator).join();
            }
        }
    }

    private int report(ImportPlan plan, ProjectFile file) {
        if (form.json()) {
            console.json(
                    new Outcome(
                            file.path(),
                            dryRun,
                            plan.counts(),
                            plan.after().images().size(),
                            plan.after().targetCount(),
                            plan.after().schema().classNames(),
                            plan.findings()));
        } else {
            new FindingLines(plan.findings()).print(console);
            ImportPlan.Counts counts = plan.counts();
            console.say(
                    dryRun ? "import.would" : "import.done",
                    file.path(),
                    counts.picturesNew(),
                    counts.picturesChanged(),
                    counts.picturesKept(),
                    counts.targetsIn(),
                    counts.refused());
            console.say("import.now", plan.after().images().size(), plan.after().targetCount());
            List<String> grown =
                    plan.schemaAfter().classNames().stream()
                            .skip(plan.schemaBefore().classes().size())
                            .toList();
            if (!grown.isEmpty()) {
                console.say("import.grown", String.join(" ", grown));
            }
        }
        boolean nothing = plan.edits().isEmpty() && plan.counts().picturesKept() == 0;
        if (nothing) {
            console.error("import.nothing", source);
        }
        return nothing ? 1 : 0;
    }

    /// The formats by their ids.
    static final class FormatIds extends Ids<LabelFormat> {
        FormatIds() {
            super(Formats.ALL, LabelFormat::id);
        }
    }

    /// The rules by their names in lower case.
    static final class RuleIds extends Ids<ExistingRule> {
        RuleIds() {
            super(List.of(ExistingRule.values()), rule -> rule.name().toLowerCase(Locale.ROOT));
        }
    }
}
