package penumbra.engine.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import net.razorvine.pickle.PickleException;
import tools.jackson.databind.json.JsonMapper;

/// The tensors of a pickled module and of those inside it, named as PyTorch's state dict names
/// them, in its order.
///
/// @param metadata what the model object says about itself: `names`, `kpt_shape`, `task`
record ModuleTree(SequencedMap<String, StoredTensor> tensors, Map<String, String> metadata) {

    /// A module inside itself would never end; real ones nest five deep.
    private static final int DEEPEST = 16;

    /// Modules that stand in each other many times over are small in a file only.
    private static final int MOST = 10_000;

    /// The model in what a checkpoint's pickle holds, empty if there is none.
    static Optional<ModuleTree> of(Object root) {
        if (root instanceof PickledObject module) {
            return Optional.of(ofModule(module));
        }
        if (root instanceof Map<?, ?> state) {
            if (state.get("ema") instanceof PickledObject ema) {
                return Optional.of(ofModule(ema));
            }
            if (state.get("model") instanceof PickledObject model) {
                return Optional.of(ofModule(model));
            }
            return ofStateDict(state);
        }
        return Optional.empty();
    }

    private static Optional<ModuleTree> ofStateDict(Map<?, ?> state) {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        state.forEach((name, value) -> {
            if (name instanceof String text && value instanceof StoredTensor tensor) {
                tensors.put(text, tensor);
            }
        });
        return tensors.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModuleTree(tensors, Map.of()));
    }

    private static ModuleTree ofModule(PickledObject model) {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        collect(model, "", 0, 0, tensors);
        return new ModuleTree(tensors, metadata(model));
    }

    /// @param before modules seen so far
    /// @return modules seen in the end
    private static int collect(
            PickledObject module,
            String prefix,
            int depth,
            int before,
            Map<String, StoredTensor> tensors) {
        if (depth > DEEPEST || before > MOST) {
            throw new PickleException("modules without end");
        }
        for (String kind : List.of("_parameters", "_buffers")) {
            for (Map.Entry<?, ?> e : module.dictionary(kind).entrySet()) {
                if (e.getValue() instanceof StoredTensor tensor) {
                    tensors.put(prefix + e.getKey(), tensor);
                }
            }
        }
        int seen = before + 1;
        for (Map.Entry<?, ?> e : module.dictionary("_modules").entrySet()) {
            if (e.getValue() instanceof PickledObject child) {
                seen = collect(child, prefix + e.getKey() + ".", depth + 1, seen, tensors);
            }
        }
        return seen;
    }

    private static Map<String, String> metadata(PickledObject model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (model.className().endsWith(".PoseModel")) {
            metadata.put("task", "pose");
        }
        if (model.fields().get("names") instanceof Map<?, ?> names
                && names.values().stream().allMatch(String.class::isInstance)) {
            metadata.put("names", JsonMapper.shared().writeValueAsString(names));
        }
        if (model.dictionary("yaml").get("kpt_shape") instanceof List<?> shape
                && shape.stream().allMatch(Integer.class::isInstance)) {
            metadata.put("kpt_shape", JsonMapper.shared().writeValueAsString(shape));
        }
        return metadata;
    }
}
