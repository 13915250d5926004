package penumbra.engine.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import penumbra.engine.optim.TrainingState;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.run.RunException;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All of a run after an epoch, in one file: `resume.safetensors`. Tensors stand under `network/`,
/// `average/`, `moments/` and `gradients/`, numbers as JSON in the metadata.
record Checkpoint(RunProgress progress, TrainingState state) {

    private static final String NETWORK = "network/";
    private static final String AVERAGE = "average/";
    private static final String MOMENTS = "moments/";
    private static final String GRADIENTS = "gradients/";
    private static final String PROGRESS = "progress";
    private static final String COUNTS = "counts";

    /// The same with the data that are there now.
    Checkpoint of(String data) {
        return progress.data().equals(data) ? this : new Checkpoint(progress.of(data), state);
    }

    private record Counts(long averaged, int batches) {}

    /// @throws WeightsException if it cannot be written; then the file is as it was
    void write(Path file) throws WeightsException {
        SequencedMap<String, Tensor> all = new LinkedHashMap<>();
        put(all, NETWORK, state.network().tensors());
        put(all, AVERAGE, state.average().tensors());
        put(all, MOMENTS, state.moments());
        put(all, GRADIENTS, state.gradients());
        JsonMapper json = JsonMapper.shared();
        Map<String, String> metadata = new LinkedHashMap<>(state.network().metadata());
        metadata.put(PROGRESS, json.writeValueAsString(progress));
        metadata.put(
                COUNTS, json.writeValueAsString(new Counts(state.averaged(), state.batches())));
        SafetensorsFile.write(file, new Weights(all, metadata));
    }

    private static void put(
            SequencedMap<String, Tensor> into, String prefix, SequencedMap<String, Tensor> from) {
        from.forEach((name, tensor) -> into.put(prefix + name, tensor));
    }

    /// @throws RunException if the file holds something else
    static Checkpoint read(Path file) throws WeightsException, RunException {
        Weights all = SafetensorsFile.read(file);
        Map<String, String> metadata = new LinkedHashMap<>(all.metadata());
        try {
            JsonMapper json = JsonMapper.shared();
            RunProgress progress = json.readValue(metadata.remove(PROGRESS), RunProgress.class);
            Counts counts = json.readValue(metadata.remove(COUNTS), Counts.class);
            return new Checkpoint(
                    progress,
                    new TrainingState(
                            new Weights(part(all, NETWORK), metadata),
                            new Weights(part(all, AVERAGE), metadata),
                            counts.averaged(),
                            part(all, MOMENTS),
                            part(all, GRADIENTS),
                            counts.batches()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RunException(Texts.of(Checkpoint.class, "checkpoint.other", file), e);
        }
    }

    private static SequencedMap<String, Tensor> part(Weights all, String prefix) {
        SequencedMap<String, Tensor> part = new LinkedHashMap<>();
        all.tensors()
                .forEach((name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        part.put(name.substring(prefix.length()), tensor);
                    }
                });
        return part;
    }
}
