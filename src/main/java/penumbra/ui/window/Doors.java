package penumbra.ui.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.controlsfx.control.action.Action;
import penumbra.format.Finding;
import penumbra.format.ImportPlan;
import penumbra.format.export.ExportReport;
import penumbra.model.Project;
import penumbra.store.ProjectFile;
import penumbra.store.Rescue;
import penumbra.store.RescueReport;
import penumbra.store.StoreException;
import penumbra.text.Texts;
import penumbra.ui.Background.Work;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Sentence;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.file.ExportDialog;
import penumbra.ui.file.FindingsDialog;
import penumbra.ui.file.ImportDialog;
import penumbra.ui.file.LabelsBeside;
import penumbra.ui.file.Opened;
import penumbra.ui.file.Opening;

/// What comes into the window and goes out of it: opening, importing, exporting.
final class Doors {

    private final StudioWindow window;
    private final Surroundings around;

    Doors(StudioWindow window, Surroundings around) {
        this.window = window;
        this.around = around;
    }

    void addCommands(Commands commands) {
        commands.on(Shortcut.OPEN_FOLDER, this::chooseFolder);
        commands.on(Shortcut.OPEN_PROJECT, () -> choose("project", "*" + ProjectFile.SUFFIX));
        commands.on(Shortcut.OPEN_DATA, () -> choose("data", "*.yaml", "*.yml"));
        commands.on(Shortcut.IMPORT, () -> importLabels(Optional.empty()));
        commands.on(Shortcut.EXPORT, this::export);
    }

    /// Opens the project, folder, data.yaml or folder of a run, unless it is the project that is
    /// open.
    void open(Path source) {
        Path place = source.toAbsolutePath().normalize();
        if (!isOpen(place)) {
            start(source, progress -> opening().open(source, progress));
        }
    }

    private boolean isOpen(Path project) {
        return window.studio().filter(s -> s.file().path().equals(project)).isPresent();
    }

    /// Opens what is dropped onto the window.
    void takeDrops(Node target) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped(event -> {
            event.setDropCompleted(true);
            event.consume();
            drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        });
    }

    private void drop(List<Path> dropped) {
        if (dropped.size() == 1) {
            open(dropped.getFirst());
        } else {
            window.notices().tell(text("drop.several", dropped.size()));
        }
    }

    void openLast() {
        Optional<Path> last =
                window.settings().recent().stream().map(Path::of).filter(Files::exists).findFirst();
        last.ifPresentOrElse(this::open, this::openSample);
    }

    /// Runs the task, soon, when nothing is there. Looked up on a worker, because a drive that is
    /// asleep answers late.
    void ifMissing(Path place, Runnable task) {
        around.pool()
                .execute(() -> {
                    if (!Files.exists(place)) {
                        Fx.later(task);
                    }
                });
    }

    boolean hasSample() {
        return around.sample().isPresent();
    }

    void openSample() {
        ProjectFile file = new ProjectFile(around.sampleProject());
        around.sample()
                .ifPresent(yaml ->
                        start(
                                yaml,
                                _ -> {
                                    Files.createDirectories(file.folder());
                                    return opening().openData(yaml, file);
                                }));
    }

    private Opening opening() {
        return new Opening(around.io(), window.settings().annotator());
    }

    private void start(Path source, Work<Opened> work) {
        Path name = source.getFileName();
        window.background()
                .start(
                        text("opening", name == null ? source : name),
                        work,
                        this::use,
                        failure -> refuse(source, failure),
                        opened -> opened.store().close());
    }

    /// Says why nothing was opened; of a damaged project a copy is offered of what can be read.
    private void refuse(Path source, Throwable failure) {
        boolean damaged =
                failure instanceof StoreException e && e.reason() == StoreException.Reason.DAMAGED;
        if (damaged) {
            ProjectFile file = new ProjectFile(source);
            offerRescue(Sentence.of(failure), () -> Rescue.copy(file.path(), file.rescueCopy()));
        } else {
            window.fail(failure);
        }
    }

    /// Says that an edit could not be written, and offers a copy with all edits.
    void offerRescue(String sentence, Studio studio) {
        offerRescue(sentence, () -> studio.store().rescue(studio.file().rescueCopy()));
    }

    private void offerRescue(String sentence, Callable<RescueReport> rescue) {
        Action action =
                new Action(
                        text("rescue"),
                        _ ->
                                window.background()
                                        .start(
                                                text("rescue"),
                                                _ -> rescue.call(),
                                                this::rescued,
                                                window::fail));
        window.notices().fail(sentence, action);
    }

    private void rescued(RescueReport report) {
        String sentence = text("rescued", report.file(), report.pictures(), report.targets());
        window.notices()
                .offer(
                        String.join(" ", sentence, String.join(" ", report.findings())),
                        new Action(text("rescued.open"), _ -> open(report.file())));
    }

    private void use(Opened opened) {
        if (opened.run().isPresent() && isOpen(opened.store().file().path())) {
            around.pool().execute(opened.store()::close);
        } else {
            take(opened);
        }
        opened.run().ifPresent(window::look);
    }

    private void take(Opened opened) {
        window.use(
                new Studio(
                        opened.store(),
                        opened.project(),
                        opened.pictures(),
                        window.settings().annotator(),
                        Fx::later));
        if (!opened.findings().isEmpty()) {
            tellFindings(text("opened.findings", opened.findings().size()), opened.findings());
        }
        opened.beside().ifPresent(this::offer);
    }

    private void tellFindings(String sentence, List<Finding> findings) {
        if (findings.isEmpty()) {
            window.notices().tell(sentence);
            return;
        }
        Action details =
                new Action(text("details"), _ -> FindingsDialog.show(window.stage(), findings));
        window.notices().offer(sentence, details);
    }

    private void offer(LabelsBeside beside) {
        window.notices()
                .offer(
                        text("beside", beside.files()),
                        new Action(text("beside.import"), _ -> importLabels(Optional.of(beside))));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(text("choose.folder"));
        Optional.ofNullable(chooser.showDialog(window.stage()))
                .map(File::toPath)
                .ifPresent(this::open);
    }

    private void choose(String kind, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("choose." + kind));
        chooser.getExtensionFilters().add(new ExtensionFilter(text("kind." + kind), patterns));
        Optional.ofNullable(chooser.showOpenDialog(window.stage()))
                .map(File::toPath)
                .ifPresent(this::open);
    }

    private void importLabels(Optional<LabelsBeside> beside) {
        window.studio()
                .filter(this::editable)
                .ifPresent(studio ->
                        new ImportDialog(window.stage(), studio, window.background(), beside)
                                .show(plan -> imported(studio, plan)));
    }

    /// Whether labels may be edited; says why when not.
    boolean editable(Studio studio) {
        Optional<String> refusal = studio.refusalProperty().get();
        refusal.ifPresent(sentence -> window.notices().fail(sentence));
        return refusal.isEmpty();
    }

    /// Makes the import, unless something was edited since it was planned.
    private void imported(Studio studio, ImportPlan plan) {
        if (studio.project() != plan.before()) {
            window.notices().fail(text("import.stale"));
            return;
        }
        if (plan.step().filter(studio::apply).isPresent()) {
            ImportPlan.Counts counts = plan.counts();
            tellFindings(
                    text(
                            "imported",
                            counts.targetsIn(),
                            counts.picturesNew(),
                            counts.picturesChanged(),
                            counts.refused()),
                    plan.findings());
        }
    }

    private void export() {
        window.studio()
                .ifPresent(studio ->
                        new ExportDialog(
                                        window.stage(),
                                        studio.project(),
                                        studio.file().folder(),
                                        window.background())
                                .show(order -> export(studio, order)));
    }

    private void export(Studio studio, ExportDialog.Order order) {
        Project project = studio.project();
        Path folder = studio.file().folder();
        window.background()
                .start(
                        text("exporting"),
                        progress ->
                                order.format()
                                        .export(
                                                project,
                                                folder,
                                                order.destination(),
                                                order.options(),
                                                progress),
                        this::exported,
                        window::fail);
    }

    private void exported(ExportReport report) {
        int pictures = report.files().size();
        int plates = report.splits().values().stream().mapToInt(c -> c.targets()).sum();
        tellFindings(text("exported", pictures, plates, report.folder()), report.findings());
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Doors.class, key, arguments);
    }
}
