package penumbra.engine.torch;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What networks can be computed on here, found by starting libtorch.
///
/// @param libtorch its version and kind, such as `2.7.1+cu128`
/// @param folder that it was loaded from; empty for the bundled one
/// @param found the CPU, and each GPU that this libtorch sees
/// @param refused folders of the torch packages of Python environments that do not fit, with their
///   versions
public record Devices(
        String libtorch, Optional<Path> folder, List<Found> found, Map<Path, String> refused) {

    /// What fits a GPU.
    public static final String FOR_GPU = Libtorch.VERSION + "+" + Libtorch.CUDA;

    private static final double GIB = 1 << 30;

    /// A device.
    ///
    /// @param processors of the CPU; 0 for a GPU
    /// @param capability compute capability of a GPU, such as `9.0`; empty for the CPU
    /// @param memory of a GPU, GiB; NaN for the CPU
    /// @param brainFloats whether it multiplies bfloat16 by itself
    public record Found(
            DeviceChoice device,
            int processors,
            String capability,
            double memory,
            boolean brainFloats) {}

    public Devices {
        found = List.copyOf(found);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /// All that there are, or the one that is asked for.
    ///
    /// @param asked empty for all that the libtorch sees that would be chosen by itself
    /// @param libtorch as [Torch#open] takes it
    /// @throws TorchException if libtorch cannot be started, or there is no such device
    public static Devices look(Optional<DeviceChoice> asked, Optional<Path> libtorch)
            throws TorchException {
        DeviceChoice choice = asked.orElse(DeviceChoice.AUTO);
        PythonFolders python = PythonFolders.INSTALLED;
        Optional<Libtorch> chosen =
                Libtorch.choose(choice, libtorch, System.getenv(), python, CudaNatives.HERE);
        try (Torch torch = Torch.open(choice, libtorch, 1)) {
            List<Found> found = new ArrayList<>();
            if (asked.isEmpty()) {
                found.add(cpu());
                for (int gpu = 0; gpu < torch.gpus(); gpu++) {
                    found.add(gpu(gpu));
                }
            } else {
                DeviceChoice taken = torch.device();
                found.add(taken.kind() == DeviceChoice.Kind.CUDA ? gpu(taken.number()) : cpu());
            }
            Map<Path, String> refused = new LinkedHashMap<>();
            Libtorch.refused(System.getenv(), python)
                    .forEach(l -> refused.put(l.folder(), l.toString()));
            return new Devices(
                    chosen.map(Libtorch::toString).orElse(Libtorch.VERSION + "+cpu"),
                    chosen.map(Libtorch::folder),
                    found,
                    refused);
        }
    }

    private static Found cpu() {
        return new Found(
                DeviceChoice.CPU,
                Runtime.getRuntime().availableProcessors(),
                "",
                Double.NaN,
                Processor.multipliesBrainFloats(Processor.DESCRIPTION));
    }

    private static Found gpu(int number) {
        String digits = CudaUtils.getComputeCapability(number);
        int last = digits.length() - 1;
        return new Found(
                new DeviceChoice(DeviceChoice.Kind.CUDA, number),
                0,
                digits.substring(0, last) + "." + digits.substring(last),
                CudaUtils.getGpuMemory(Device.gpu(number)).getMax() / GIB,
                Torch.multipliesBrainFloats(number));
    }
}
