package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import penumbra.data.ContactSheet;
import penumbra.data.DecodedImage;
import penumbra.data.ImageReader;
import penumbra.data.ImageWriter;
import penumbra.data.PictureException;
import penumbra.format.ExistingRule;
import penumbra.format.ImportPlan;
import penumbra.format.LabelSet;
import penumbra.format.check.DatasetCheck;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ExportReport;
import penumbra.format.export.ReadBack;
import penumbra.format.export.YoloPoseExport;
import penumbra.format.yolo.YoloPoseFormat;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.run.RunFolder;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `penumbra demo`: the whole loop on the sample, from labels to a network and back, with what was
/// found and where it lies; on a display the studio opens on it.
@Command(name = "demo", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

    private static final Path HOME = Path.of(System.getProperty("penumbra.home", "."));
    private static final Size TILE = new Size(480, 384);
    private static final int COLUMNS = 4;
    private static final int TILES = 12;
    private static final String NAME = "sample";

    private final Console console;
    private final Executor io;
    private final Function<Optional<Path>, Optional<String>> studio;

    @Option(names = "--sample", paramLabel = "DIR", hidden = true)
    private Path sample = HOME.resolve("samples/arena");

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = HOME.resolve("target/demo");

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "8")
    private int epochs;

    @Option(
            names = "--imgsz",
            paramLabel = "N",
            defaultValue = "640",
            converter = NetworkOptions.Side.class)
    private int side;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    /// @param studio opens the window on what is named and returns when it is closed; gives one
    ///   sentence when no window can be opened
    public DemoCommand(
            Console console, Executor io, Function<Optional<Path>, Optional<String>> studio) {
        this.console = console;
        this.io = io;
        this.studio = studio;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createDirectories(FreeFolder.at(out.toAbsolutePath().normalize()));
        ProjectFile file = ProjectFile.of(folder.resolve("demo").toString());
        Project project = label(folder, file);
        DemoTraining training = new DemoTraining(console, file, folder, side);
        RunFolder run = training.train(epochs);
        training.validate(run);
        training.predict(run, project);
        training.convert(run);
        console.say("demo.lies", folder);
        console.say("demo.studio", run.path());
        studio.apply(Optional.of(run.path()))
                .ifPresent(refusal -> console.say("demo.refusal", refusal));
        return 0;
    }

    /// The half that is about labels: into a project, out of it as a data set, and compared.
    private Project label(Path folder, ProjectFile file) throws Exception {
        YoloPoseFormat format = new YoloPoseFormat();
        console.say("demo.import", sample);
        LabelSet labels = format.read(sample, NAME);
        ImportPlan plan =
                ImportPlan.of(Optional.empty(), file.folder(), labels, Map.of(), ExistingRule.KEEP);
        try (ProjectStore store = ProjectStore.create(file.path(), plan.schemaBefore(), io)) {
            store.commitAll(Optional.of(plan.schemaAfter()), plan.edits(), NAME).join();
        }
        console.say("demo.check");
        CheckCommand.print(console, DatasetCheck.check(sample));
        try (ProjectStore store = ProjectStore.open(file.path(), io)) {
            Project project = store.project();
            console.say(
                    "demo.project", file.path(), project.images().size(), project.targetCount());
            console.say("demo.export");
            ExportReport report =
                    new YoloPoseExport()
                            .export(
                                    project,
                                    file.folder(),
                                    folder.resolve("dataset"),
                                    ExportOptions.DEFAULTS);
            ExportCommand.print(console, report);
            LabelSet again = format.read(report.folder(), NAME);
            ReadBack back = ReadBack.compare(project, file.folder(), report, again);
            console.say(
                    "demo.back",
                    back.pictures(),
                    back.targets(),
                    back.differing(),
                    "%.1e".formatted(back.largestMove()));
            Path sheet = folder.resolve("labels.png");
            draw(project, file, sheet);
            console.say("demo.sheet", sheet);
            return project;
        }
    }

    private static void draw(Project project, ProjectFile file, Path sheet)
            throws PictureException, IOException {
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        for (LabelledImage image : project.images().stream().limit(TILES).toList()) {
            DecodedImage picture = ImageReader.read(file.resolve(image.path()));
            tiles.add(new ContactSheet.Tile(picture, image.targets()));
        }
        DecodedImage drawn = new ContactSheet(project.schema(), COLUMNS, TILE).draw(tiles);
        Files.write(sheet, ImageWriter.png(drawn.size(), drawn.argb()));
    }
}
