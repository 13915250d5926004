package penumbra.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.onnx.OnnxException;
import penumbra.engine.onnx.OnnxSession;

/// An exported model run by ONNX Runtime.
public record OnnxDetector(OnnxSession session) implements Detector {

    static OnnxDetector open(Path file, int threads) throws OnnxException {
        return new OnnxDetector(OnnxSession.open(file, threads));
    }

    @Override
    public HeadLayout layout() {
        return session.layout();
    }

    @Override
    public List<String> classNames() {
        return session.classNames();
    }

    @Override
    public int side() {
        return session.size()
                .map(only -> Math.max(only.columns(), only.rows()))
                .orElse(PoseWeights.USUAL_SIDE);
    }

    @Override
    public Optional<AnchorGrid> size() {
        return session.size();
    }

    @Override
    public Decoded detect(RgbImage input, double floor) throws OnnxException {
        return session.run(input.planes(), new AnchorGrid(input.height(), input.width()), floor);
    }

    @Override
    public void close() {
        session.close();
    }
}
