package penumbra.engine.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;

/// The closed list of names that a checkpoint's pickle may speak of, and what is read in place of
/// each: a dictionary, a tensor, a storage's type, or a [PickledObject] that holds fields.
final class KnownClasses {

    private static final Map<String, ElementType> STORAGES =
            Map.of(
                    "torch.DoubleStorage", ElementType.F64,
                    "torch.FloatStorage", ElementType.F32,
                    "torch.HalfStorage", ElementType.F16,
                    "torch.BFloat16Storage", ElementType.BF16,
                    "torch.LongStorage", ElementType.I64,
                    "torch.IntStorage", ElementType.I32,
                    "torch.BoolStorage", ElementType.BOOL);

    private static final Set<String> FIELDS_ONLY =
            Set.of(
                    "__builtin__.set",
                    "builtins.set",
                    "pathlib.PosixPath",
                    "pathlib.WindowsPath",
                    "torch.Size",
                    "torch.device",
                    "torch.float16",
                    "torch.float32",
                    "torch.nn.modules.activation.SiLU",
                    "torch.nn.modules.batchnorm.BatchNorm2d",
                    "torch.nn.modules.container.ModuleList",
                    "torch.nn.modules.container.Sequential",
                    "torch.nn.modules.conv.Conv2d",
                    "torch.nn.modules.linear.Identity",
                    "torch.nn.modules.loss.BCEWithLogitsLoss",
                    "torch.nn.modules.pooling.MaxPool2d",
                    "torch.nn.modules.upsampling.Upsample",
                    "ultralytics.nn.modules.block.Bottleneck",
                    "ultralytics.nn.modules.block.C2f",
                    "ultralytics.nn.modules.block.DFL",
                    "ultralytics.nn.modules.block.SPPF",
                    "ultralytics.nn.modules.conv.Concat",
                    "ultralytics.nn.modules.conv.Conv",
                    "ultralytics.nn.modules.head.Pose",
                    "ultralytics.nn.tasks.PoseModel",
                    "ultralytics.utils.IterableSimpleNamespace",
                    "ultralytics.utils.loss.BboxLoss",
                    "ultralytics.utils.loss.DFLoss",
                    "ultralytics.utils.loss.KeypointLoss",
                    "ultralytics.utils.loss.v8PoseLoss",
                    "ultralytics.utils.tal.TaskAlignedAssigner");

    private KnownClasses() {}

    /// What stands for the storage type of that name in a storage's description.
    record StorageType(ElementType type) implements IObjectConstructor {
        @Override
        public Object construct(Object[] arguments) {
            throw new PickleException("a storage type is called");
        }
    }

    static Optional<IObjectConstructor> constructor(String name) {
        return switch (name) {
            case "collections.OrderedDict" -> Optional.of(KnownClasses::dictionary);
            case "torch._utils._rebuild_tensor_v2" -> Optional.of(KnownClasses::tensor);
            case "torch._utils._rebuild_parameter" -> Optional.of(arguments -> arguments[0]);
            default ->
                    STORAGES.containsKey(name)
                            ? Optional.of(new StorageType(STORAGES.get(name)))
                            : FIELDS_ONLY.contains(name)
                                    ? Optional.of(_ -> new PickledObject(name))
                                    : Optional.empty();
        };
    }

    private static Object dictionary(Object[] arguments) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        if (arguments.length == 1 && arguments[0] instanceof List<?> pairs) {
            for (Object pair : pairs) {
                Object[] entry = pair instanceof List<?> list ? list.toArray() : (Object[]) pair;
                entries.put(key(entry[0]), entry[1]);
            }
        }
        return entries;
    }

    /// The key of a dictionary: a text or a number, for nothing else has a hash that is cheap
    /// whatever the file says.
    static Object key(Object key) {
        if (key instanceof String || key instanceof Number || key instanceof Boolean) {
            return key;
        }
        throw new PickleException("a dictionary's key is neither text nor number");
    }

    private static Object tensor(Object[] arguments) {
        if (!(arguments[0] instanceof StoredTensor.Storage storage)) {
            throw new PickleException("a tensor without storage");
        }
        StoredTensor tensor =
                new StoredTensor(
                        storage,
                        ((Number) arguments[1]).longValue(),
                        lengths(arguments[2]),
                        lengths(arguments[3]));
        if (!tensor.fits()) {
            throw new PickleException("a tensor reaches beyond its storage " + storage.key());
        }
        return tensor;
    }

    private static List<Integer> lengths(Object tuple) {
        return new ArrayList<>(
                Arrays.stream((Object[]) tuple)
                        .map(n -> Math.toIntExact(((Number) n).longValue()))
                        .toList());
    }
}
