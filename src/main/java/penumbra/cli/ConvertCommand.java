package penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import penumbra.engine.PoseWeights;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.onnx.OnnxExport;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `penumbra convert`: weights in another form, with what they say about themselves. Needs no
/// libtorch.
@Command(name = "convert", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class ConvertCommand implements Callable<Integer> {

    private final Console console;

    /// The forms that weights are written in.
    enum Form {
        SAFETENSORS,
        ONNX
    }

    @Option(names = "--weights", required = true, paramLabel = "IN")
    private Path weights;

    @Option(names = "--to", required = true, paramLabel = "FORMAT")
    private Form to;

    @Option(names = "--out", required = true, paramLabel = "OUT")
    private Path out;

    @Option(
            names = "--imgsz",
            paramLabel = "N|WxH",
            defaultValue = "640",
            converter = InputSize.class)
    private AnchorGrid size;

    @Mixin private penumbra.cli.Form form;

    /// What was written.
    ///
    /// @param input columns and rows that a model takes; null for weights, which take any
    private record Written(
            Path file, String format, int tensors, HeadLayout head, Object names, int[] input) {}

    public ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.exists(out)) {
            throw new CommandException(Texts.of(ConvertCommand.class, "convert.exists", out));
        }
        PoseWeights read = PoseWeights.read(weights);
        HeadLayout head = read.architecture().head();
        Weights described = read.weights().withMetadata(metadata(read.weights(), head));
        if (to == Form.ONNX) {
            OnnxExport.write(out, read.architecture(), described, size, 1);
        } else {
            SafetensorsFile.write(out, described);
        }
        Written written =
                new Written(
                        out,
                        to.name().toLowerCase(Locale.ROOT),
                        described.tensors().size(),
                        head,
                        ClassNames.of(described.metadata(), head.classes()),
                        to == Form.ONNX ? new int[] {size.columns(), size.rows()} : null);
        if (form.json()) {
            console.json(written);
        } else {
            console.say(
                    "convert.done",
                    out,
                    written.tensors(),
                    head.classes(),
                    head.keypoints(),
                    head.dims());
        }
        return 0;
    }

    /// What the file says, and the shape of the keypoints where it does not.
    private static Map<String, String> metadata(Weights weights, HeadLayout head) {
        Map<String, String> metadata = new LinkedHashMap<>(weights.metadata());
        metadata.putIfAbsent("task", "pose");
        metadata.put("kpt_shape", "[" + head.keypoints() + ", " + head.dims() + "]");
        return metadata;
    }
}
