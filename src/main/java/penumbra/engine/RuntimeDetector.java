package penumbra.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.onnx.OnnxException;
import penumbra.engine.onnx.OnnxExport;
import penumbra.engine.onnx.OnnxSession;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.WeightsException;

/// Weights run by ONNX Runtime in single precision, which takes two thirds of libtorch's time on a
/// CPU. Each input size has a model of its own, made in memory when it is first met.
public final class RuntimeDetector implements Detector {

    /// Models that are kept: pictures of a folder rarely have more shapes, and each holds all
    /// weights.
    private static final int MOST = 4;

    private final Path file;
    private final PoseWeights network;
    private final int threads;

    /// By input size, the latest used last.
    private final SequencedMap<AnchorGrid, OnnxSession> sessions = new LinkedHashMap<>();

    private RuntimeDetector(Path file, PoseWeights network, int threads) {
        this.file = file;
        this.network = network;
        this.threads = threads;
    }

    static RuntimeDetector open(Path file, int threads) throws WeightsException {
        return new RuntimeDetector(file, PoseWeights.read(file), threads);
    }

    @Override
    public HeadLayout layout() {
        return network.architecture().head();
    }

    @Override
    public List<String> classNames() {
        return ClassNames.of(network.weights().metadata(), layout().classes());
    }

    @Override
    public int side() {
        return network.side();
    }

    @Override
    public Optional<AnchorGrid> size() {
        return Optional.empty();
    }

    @Override
    public Decoded detect(RgbImage input, double floor) throws OnnxException {
        AnchorGrid grid = new AnchorGrid(input.height(), input.width());
        return session(grid).run(input.planes(), grid, floor);
    }

    private OnnxSession session(AnchorGrid grid) throws OnnxException {
        OnnxSession session = sessions.remove(grid);
        if (session == null) {
            byte[] model = OnnxExport.model(network.architecture(), network.weights(), grid, 1);
            session = OnnxSession.open(file, model, threads);
        }
        sessions.putLast(grid, session);
        if (sessions.size() > MOST) {
            sessions.pollFirstEntry().getValue().close();
        }
        return session;
    }

    @Override
    public void close() {
        sessions.values().forEach(OnnxSession::close);
        sessions.clear();
    }
}
