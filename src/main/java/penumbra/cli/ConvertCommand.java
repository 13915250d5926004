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
import penumbra.engine.net.Architecture;
import penumbra.engine.net.NetworkCost;
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
    enum Target {
        SAFETENSORS,
        ONNX;

        /// As it is written on the command line.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--weights", required = true, paramLabel = "IN")
    private Path weights;

    @Option(names = "--to", required = true, paramLabel = "FORMAT")
    private Target to;

    @Option(names = "--out", required = true, paramLabel = "OUT")
    private Path out;

    @Option(names = "--half")
    private boolean half;

    @Option(
            names = "--imgsz",
            paramLabel = "N|WxH",
            defaultValue = "640",
            converter = InputSize.class)
    private AnchorGrid size;

    @Mixin private Form form;

    /// What was written.
    ///
    /// @param input columns and rows that a model takes; null for weights, which take any
    /// @param cost for a picture of that size, or of 640 x 640 px
    private record Written(
            Path file,
            String format,
            int tensors,
            HeadLayout head,
            Object names,
            int[] input,
            String task,
            NetworkCost cost) {}

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
        Weights described = read.weights().withMetadata(metadata(read));
        if (to == Target.ONNX) {
            OnnxExport.write(out, read.architecture(), described, size, 1);
        } else {
            SafetensorsFile.write(out, half ? described.toHalf() : described);
        }
        Written written =
                new Written(
                        out,
                        to.toString(),
                        described.tensors().size(),
                        head,
                        ClassNames.of(described.metadata(), head.classes()),
                        to == Target.ONNX ? new int[] {size.columns(), size.rows()} : null,
                        read.architecture().task(),
                        NetworkCost.of(read.architecture(), size));
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
            sayCost("convert.cost", read.architecture());
            sayCost("convert.cost.other", NetworkCost.other(read.architecture()));
        }
        return 0;
    }

    private void sayCost(String key, Architecture network) {
        NetworkCost whole = NetworkCost.of(network, size);
        NetworkCost head = NetworkCost.ofHead(network, size);
        console.say(
                key,
                network.task(),
                millions(whole.parameters()),
                millions(whole.multiplyAdds()),
                millions(head.parameters()),
                millions(head.multiplyAdds()),
                size.columns(),
                size.rows());
    }

    private static double millions(long count) {
        return count * 1e-6;
    }

    /// What the file says, and the shape of the keypoints where it does not.
    private static Map<String, String> metadata(PoseWeights read) {
        HeadLayout head = read.architecture().head();
        Map<String, String> metadata = new LinkedHashMap<>(read.weights().metadata());
        metadata.putIfAbsent("task", read.architecture().task());
        metadata.put("kpt_shape", "[" + head.keypoints() + ", " + head.dims() + "]");
        return metadata;
    }
}
