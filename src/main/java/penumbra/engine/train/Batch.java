package penumbra.engine.train;

import java.util.List;
import penumbra.data.input.InputLabel;

record Batch(float[] pixels, int side, List<List<InputLabel>> targets) {}
