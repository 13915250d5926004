package penumbra.engine.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import penumbra.file.Reason;

/// libtorch, started: owner of every tensor and fragment made with it.
///
/// To be used on the thread that opened it, and on those that [#enter]. Nothing is downloaded: the
/// natives come with the program, from the folder that `PYTORCH_LIBRARY_PATH` names, or for a GPU
/// from a Python package or from what was [fetched][CudaNatives]. A process loads one libtorch
/// only, that of its first start. No GPU was ever measured.
public final class Torch implements AutoCloseable {

    /// From this compute capability on, times ten, a GPU multiplies bfloat16.
    private static final int AMPERE = 80;

    private final PtNDManager manager;
    private final Map<String, Fragment> fragments = new ConcurrentHashMap<>();
    private final Set<Thread> entered = ConcurrentHashMap.newKeySet();

    private Torch(PtNDManager manager) {
        this.manager = manager;
    }

    /// Starts libtorch on the CPU with that many threads inside an operation.
    ///
    /// @throws TorchException if its natives are missing or do not fit
    public static Torch open(int threads) throws TorchException {
        return open(DeviceChoice.CPU, Optional.empty(), threads);
    }

    /// Starts libtorch on a device; every tensor made from its scopes lives there.
    ///
    /// @param libtorch folder of one in place of the bundled one, or of a Python environment with
    ///   torch in it; empty where the system says
    /// @param threads inside an operation on the CPU
    /// @throws TorchException if its natives are missing or do not fit, or there is no such GPU
    public static Torch open(DeviceChoice choice, Optional<Path> libtorch, int threads)
            throws TorchException {
        Libtorch.choose(
                        choice,
                        libtorch,
                        System.getenv(),
                        PythonFolders.INSTALLED,
                        CudaNatives.HERE)
                .ifPresent(Libtorch::announce);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        try {
            Engine engine = Engine.getEngine("PyTorch");
            Torch torch = new Torch((PtNDManager) engine.newBaseManager(device(choice, engine)));
            torch.enter(threads);
            return torch;
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

    /// Readies the thread that calls this, once: how many threads its operations have.
    public void enter(int threads) {
        // libtorch keeps both for each thread, and forgets prepared convolutions when told again.
        if (entered.add(Thread.currentThread())) {
            JniUtils.setNumThreads(threads);
            // Fragments of several operations otherwise compile anew for shape after shape.
            JniUtils.setGraphExecutorOptimize(false);
        }
    }

    private static Device device(DeviceChoice choice, Engine engine) throws TorchException {
        if (choice.kind() == DeviceChoice.Kind.CPU) {
            return Device.cpu();
        }
        int gpus = engine.getGpuCount();
        if (choice.number() < gpus) {
            return Device.gpu(choice.number());
        }
        if (choice.kind() == DeviceChoice.Kind.CUDA) {
            throw new TorchException(null, "no-gpu", choice, gpus);
        }
        return Device.cpu();
    }

    static String reason(Throwable failure) {
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

    /// A copy of a tensor's numbers in the order of its shape.
    ///
    /// A tensor that lives long is to be asked here: where its memory has another order, or is that
    /// of a GPU, its own `toFloatArray` leaves a second tensor behind that lives as long.
    public float[] numbers(NDArray tensor) {
        try (NDManager scope = scope()) {
            NDArray ordered =
                    fragment("(x: Tensor) -> Tensor:\n    return torch.contiguous(x)\n")
                            .apply(tensor);
            ordered.attach(scope);
            return ordered.toFloatArray();
        }
    }

    /// What it runs on: `cpu` or `cuda:N`.
    public DeviceChoice device() {
        Device device = manager.getDevice();
        return device.isGpu()
                ? new DeviceChoice(DeviceChoice.Kind.CUDA, device.getDeviceId())
                : DeviceChoice.CPU;
    }

    /// Whether the hardware multiplies bfloat16 by itself: processors with AVX512-BF16 or AMX, GPUs
    /// of compute capability 8 or more.
    public boolean multipliesBrainFloats() {
        Device device = manager.getDevice();
        return device.isGpu()
                ? multipliesBrainFloats(device.getDeviceId())
                : Processor.multipliesBrainFloats(Processor.DESCRIPTION);
    }

    static boolean multipliesBrainFloats(int gpu) {
        return Integer.parseInt(CudaUtils.getComputeCapability(gpu)) >= AMPERE;
    }

    /// How many GPUs this libtorch sees.
    int gpus() {
        return Engine.getEngine("PyTorch").getGpuCount();
    }

    /// Whether oneDNN's own operations are there: on x86 processors.
    public boolean oneDnn() {
        return !manager.getDevice().isGpu() && System.getProperty("os.arch").equals("amd64");
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
