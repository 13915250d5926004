package penumbra.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipException;
import net.razorvine.pickle.PickleException;
import penumbra.file.Reason;

/// Reads a `.pt` file of Ultralytics (a pickled training state with module objects, fp16 or fp32)
/// or a plain PyTorch state dict.
///
/// Of a training state the averaged weights (`ema`) are taken where there are any, else `model`.
public final class TorchCheckpoint {

    private TorchCheckpoint() {}

    /// @throws WeightsException if the file is damaged, is no such checkpoint, or names a class
    ///   that has no place in one
    public static Weights read(Path file) throws WeightsException {
        try (TorchArchive archive = TorchArchive.open(file)) {
            ModuleTree tree =
                    tree(file, archive.pickle())
                            .orElseThrow(() -> WeightsException.of(file, "no-model"));
            Map<StoredTensor.Storage, ByteBuffer> storages = new HashMap<>();
            SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
            long bytes = 0;
            for (Map.Entry<String, StoredTensor> e : tree.tensors().entrySet()) {
                StoredTensor stored = e.getValue();
                bytes += stored.bytes();
                if (bytes > WeightsFile.LARGEST) {
                    throw WeightsException.of(file, "large", WeightsFile.LARGEST >> 20);
                }
                if (!storages.containsKey(stored.storage())) {
                    storages.put(stored.storage(), archive.numbers(stored.storage()));
                }
                tensors.put(e.getKey(), stored.read(storages.get(stored.storage())));
            }
            return new Weights(tensors, tree.metadata());
        } catch (ZipException e) {
            throw WeightsException.because(e, file, "zip", e.getMessage());
        } catch (IOException e) {
            throw WeightsException.because(e, file, "unreadable", Reason.of(e));
        }
    }

    private static Optional<ModuleTree> tree(Path file, byte[] pickle) throws WeightsException {
        try {
            return ModuleTree.of(new CheckpointUnpickler().loads(pickle));
        } catch (CheckpointUnpickler.UnknownClass e) {
            throw WeightsException.because(e, file, "class", e.getMessage());
        } catch (PickleException e) {
            throw WeightsException.because(e, file, "pickle", e.getMessage());
        } catch (IOException | RuntimeException e) {
            // The library meets a pickle that contradicts itself with whatever its own code throws.
            throw WeightsException.because(e, file, "pickle", e.getClass().getSimpleName());
        }
    }
}
