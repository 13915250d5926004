package penumbra.engine.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.HashMap;
import java.util.Map;
import penumbra.file.Reason;

/// libtorch, started: owner of every tensor and fragment made with it.
///
/// To be used on the thread that opened it. Nothing is ever downloaded: the natives come with the
/// program, or from the folder that `PYTORCH_LIBRARY_PATH` names.
public final class Torch implements AutoCloseable {

    private final PtNDManager manager;
    private final Map<String, Fragment> fragments = new HashMap<>();

    private Torch(PtNDManager manager) {
        this.manager = manager;
    }

    /// Starts libtorch on the CPU with that many threads inside an operation.
    ///
    /// @throws TorchException if its natives are missing or do not fit
    public static Torch open(int threads) throws TorchException {
        Libtorch.check(System.getenv());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            // Fragments of several operations otherwise compile anew for shape after shape.
            JniUtils.setGraphExecutorOptimize(false);
            JniUtils.setGradMode(true);
            return new Torch((PtNDManager) engine.newBaseManager(Device.cpu()));
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw new TorchException(
                    e,
                    "natives",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    reason(e),
                    Libtorch.VERSION);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof Exception e ? Reason.of(e) : root.getClass().getSimpleName();
    }

    /// A scope of tensors: those made from its own tensors end with it.
    public NDManager scope() {
        return manager.newSubManager();
    }

    /// Whether oneDNN's own operations are there: in libtorch for x86 processors.
    public boolean oneDnn() {
        return System.getProperty("os.arch").equals("amd64");
    }

    /// The scope that ends with this.
    public NDManager manager() {
        return manager;
    }

    /// The fragment of that TorchScript, compiled once.
    ///
    /// @param code one `forward` method as TorchScript's archives write it, its signature without
    ///   `self`, for example `(x: Tensor) -> Tensor:\n return torch.silu(x)\n`
    public Fragment fragment(String code) {
        return fragments.computeIfAbsent(code, c -> Fragment.compile(manager, c));
    }

    @Override
    public void close() {
        fragments.clear();
        manager.close();
    }
}
