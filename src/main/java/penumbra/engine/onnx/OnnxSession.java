package penumbra.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.heatmap.MapOutput;
import penumbra.engine.weights.ClassNames;

/// An exported network run by ONNX Runtime on the CPU, ours or that of another exporter which keeps
/// to the form of [OnnxExport].
public final class OnnxSession implements AutoCloseable {

    private static final Pattern SHAPE = Pattern.compile("\\[(\\d{1,4}), ?([23])\\]");
    private static final int BOX = 4;

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final HeadLayout layout;
    private final Optional<HeatmapLayout> maps;
    private final Optional<AnchorGrid> size;
    private final List<String> classNames;

    private OnnxSession(Path file, OrtEnvironment environment, OrtSession session)
            throws OrtException, OnnxException {
        this.file = file;
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
        long[] in = shape(session.getInputInfo());
        long[] out = shape(session.getOutputInfo());
        Map<String, String> metadata = session.getMetadata().getCustomMetadata();
        String points = metadata.getOrDefault("kpt_shape", "");
        this.maps = maps(metadata, in, out);
        this.layout =
                maps.map(HeatmapLayout::found)
                        .or(() -> layout(points, in, out))
                        .orElseThrow(() ->
                                new OnnxException(
                                        null,
                                        file,
                                        "shape",
                                        Arrays.toString(in),
                                        Arrays.toString(out),
                                        points));
        this.size =
                in[2] > 0 && in[3] > 0
                        ? Optional.of(new AnchorGrid((int) in[2], (int) in[3]))
                        : Optional.empty();
        this.classNames = ClassNames.of(metadata, layout.classes());
    }

    /// @param threads inside an operation
    /// @throws OnnxException if the file is missing, is no model, or none of a pose network
    public static OnnxSession open(Path file, int threads) throws OnnxException {
        if (!Files.isRegularFile(file)) {
            throw new OnnxException(null, file, "missing");
        }
        return open(file, threads, (e, options) -> e.createSession(file.toString(), options));
    }

    /// A model that lies in memory.
    ///
    /// @param file that errors name
    /// @param threads inside an operation
    /// @throws OnnxException if ONNX Runtime cannot run it
    public static OnnxSession open(Path file, byte[] model, int threads) throws OnnxException {
        return open(file, threads, (e, options) -> e.createSession(model, options));
    }

    private interface Start {
        OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
                throws OrtException;
    }

    private static OnnxSession open(Path file, int threads, Start start) throws OnnxException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Threads wait for each other in a loop inside a picture, and leave the cores to other
            // work between pictures.
            options.addConfigEntry("session.force_spinning_stop", "1");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = start.session(environment, options);
            try {
                return new OnnxSession(file, environment, session);
            } catch (OrtException | OnnxException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new OnnxException(e, file, "load", oneLine(e));
        }
    }

    private static long[] shape(Map<String, NodeInfo> nodes) {
        return nodes.values().iterator().next().getInfo() instanceof TensorInfo tensor
                ? tensor.getShape()
                : new long[0];
    }

    private static Optional<HeadLayout> layout(String points, long[] in, long[] out) {
        Matcher said = SHAPE.matcher(points);
        if (!said.matches() || in.length != 4 || in[1] != 3 || out.length != 3) {
            return Optional.empty();
        }
        int k = Integer.parseInt(said.group(1));
        int dims = Integer.parseInt(said.group(2));
        long classes = out[1] - BOX - (long) k * dims;
        boolean fits = classes > 0 && k > 0 && in[0] <= 1 && isInput(in[2]) && isInput(in[3]);
        return fits ? Optional.of(new HeadLayout((int) classes, k, dims)) : Optional.empty();
    }

    /// Of a model that gives maps; empty for any other.
    private static Optional<HeatmapLayout> maps(
            Map<String, String> metadata, long[] in, long[] out) {
        Optional<KeypointForm> form = KeypointForm.byId(metadata.getOrDefault(OnnxExport.FORM, ""));
        Matcher said = SHAPE.matcher(metadata.getOrDefault("kpt_shape", ""));
        String stride = metadata.getOrDefault(OnnxExport.MAP_STRIDE, "");
        if (form.isEmpty()
                || !said.matches()
                || !stride.matches("[48]")
                || in.length != 4
                || in[1] != 3
                || in[0] > 1
                || !isInput(in[2])
                || !isInput(in[3])
                || out.length != 4) {
            return Optional.empty();
        }
        int keypoints = Integer.parseInt(said.group(1));
        int one = new HeatmapLayout(form.get(), 1, Math.max(1, keypoints), 4).channels();
        long classes = out[1] - one + 1;
        return keypoints > 0 && classes > 0
                ? Optional.of(
                        new HeatmapLayout(
                                form.get(), (int) classes, keypoints, Integer.parseInt(stride)))
                : Optional.empty();
    }

    private static boolean isInput(long side) {
        return side < 0 || side > 0 && side % 32 == 0;
    }

    public HeadLayout layout() {
        return layout;
    }

    public List<String> classNames() {
        return classNames;
    }

    /// The one input size that the model takes; empty when it takes any.
    public Optional<AnchorGrid> size() {
        return size;
    }

    /// @param pixels of one picture, `[1, 3, rows, columns]`, RGB, 0 to 1
    /// @param floor anchors with no class above that probability may be left out
    /// @throws OnnxException if the model stops
    public Decoded run(float[] pixels, AnchorGrid grid, double floor) throws OnnxException {
        long[] shape = {1, 3, grid.rows(), grid.columns()};
        try (OnnxTensor picture =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of(input, picture))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] output = new float[values.remaining()];
            values.get(output);
            return maps.isPresent()
                    ? new MapOutput(maps.get(), grid, 1, output).decode(floor)
                    : new Decoded(layout, 1, grid.size(), output);
        } catch (OrtException e) {
            throw new OnnxException(e, file, "run", oneLine(e));
        }
    }

    private static String oneLine(OrtException e) {
        return e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
