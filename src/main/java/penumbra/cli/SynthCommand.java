package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import penumbra.data.scene.LabelNoise;
import penumbra.format.export.SyntheticDataset;
import penumbra.geometry.Size;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `penumbra synth`: a data set of rendered plates with clean truth.
@Command(name = "synth", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class SynthCommand implements Callable<Integer> {

    private final Console console;
    private final ExecutorService pool;

    @Spec private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--images", required = true, paramLabel = "N")
    private int images;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0")
    private long seed;

    @Option(
            names = "--noise",
            paramLabel = "PRESET",
            defaultValue = "none",
            converter = NoiseIds.class,
            completionCandidates = NoiseIds.class)
    private LabelNoise noise;

    @Option(names = "--occlusion", paramLabel = "SHARE", defaultValue = "0")
    private double occlusion;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1280x1024",
            converter = Sizes.class)
    private Size size;

    @Option(names = "--val", paramLabel = "SHARE", defaultValue = "0.2")
    private double val;

    @Option(names = "--quality", paramLabel = "Q", defaultValue = "92")
    private int quality;

    @Mixin private Form form;

    public SynthCommand(Console console, ExecutorService pool) {
        this.console = console;
        this.pool = pool;
    }

    @Override
    public Integer call() throws Exception {
        SyntheticDataset dataset = dataset();
        SyntheticDataset.Written written;
        try (Progress progress = console.progress("progress.synth", images)) {
            written = dataset.write(out, pool, progress::step);
        }
        if (form.json()) {
            console.json(written);
        } else {
            console.say(
                    "synth.done",
                    written.folder(),
                    written.train(),
                    written.val(),
                    written.targets());
        }
        return 0;
    }

    private SyntheticDataset dataset() {
        try {
            return new SyntheticDataset(images, seed, size, noise, val, quality, occlusion);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), Texts.of(SynthCommand.class, "synth.options"), e);
        }
    }

    /// `1280x1024`.
    static final class Sizes implements ITypeConverter<Size> {

        private static final int LEAST = 64;
        private static final int MOST = 8192;

        @Override
        public Size convert(String value) {
            try {
                String[] sides = value.split("x", -1);
                Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                if (sides.length == 2
                        && Math.min(size.width(), size.height()) >= LEAST
                        && Math.max(size.width(), size.height()) <= MOST) {
                    return size;
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
                // Said below in the same words as a size out of range.
            }
            throw new TypeConversionException(
                    Texts.of(SynthCommand.class, "usage.size", value, LEAST, MOST));
        }
    }

    /// `none`, `A` to `D`.
    static final class NoiseIds extends Ids<LabelNoise> {
        NoiseIds() {
            super(
                    List.of(LabelNoise.values()),
                    noise -> noise == LabelNoise.NONE ? "none" : noise.name());
        }
    }
}
