package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import penumbra.engine.torch.CudaNatives;
import penumbra.engine.torch.DeviceChoice;
import penumbra.engine.torch.Devices;
import penumbra.engine.torch.TorchException;
import penumbra.text.Texts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `penumbra devices`: what networks can be computed on here.
@Command(name = "devices", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class DevicesCommand implements Callable<Integer> {

    private static final long PULSE_MILLIS = 500;

    private final Console console;
    private final Executor worker;

    @Option(names = "--device", paramLabel = "D", converter = Choice.class)
    private Optional<DeviceChoice> device;

    @ArgGroup private Library library = new Library();

    @Mixin private Form form;

    /// @param worker tells how far a download is that goes on elsewhere
    public DevicesCommand(Console console, Executor worker) {
        this.console = console;
        this.worker = worker;
    }

    /// Which libtorch: one that is there, or one to be fetched.
    static final class Library {

        @Option(names = "--libtorch", paramLabel = "DIR")
        private Optional<Path> folder = Optional.empty();

        @Option(names = "--fetch")
        private boolean fetch;
    }

    /// What `--json` prints.
    ///
    /// @param libtorch version and kind
    /// @param folder null for the bundled one
    /// @param refused packages of Python environments that do not fit
    record Report(String libtorch, Path folder, List<Line> devices, List<Refused> refused) {}

    /// @param capability compute capability; null for the CPU, as is the memory
    /// @param memory GiB
    record Line(String device, String capability, Double memory, boolean bf16) {

        static Line of(Devices.Found found) {
            boolean gpu = found.device().kind() == DeviceChoice.Kind.CUDA;
            return new Line(
                    found.device().toString(),
                    gpu ? found.capability() : null,
                    gpu ? found.memory() : null,
                    found.brainFloats());
        }
    }

    record Refused(String libtorch, Path folder) {}

    @Override
    public Integer call() throws Exception {
        if (library.fetch) {
            fetch();
        }
        Devices devices = Devices.look(device, library.folder);
        if (form.json()) {
            console.json(
                    new Report(
                            devices.libtorch(),
                            devices.folder().orElse(null),
                            devices.found().stream().map(Line::of).toList(),
                            devices.refused().entrySet().stream()
                                    .map(r -> new Refused(r.getValue(), r.getKey()))
                                    .toList()));
        } else {
            devices.found().forEach(found -> console.line(sentence(found, devices)));
            if (device.isEmpty()) {
                devices.refused().forEach(this::refuse);
            }
        }
        return 0;
    }

    private void fetch() throws TorchException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Progress progress = console.working("progress.fetch")) {
            worker.execute(() -> watch(progress, ended));
            CudaNatives.HERE.fetch(System.getenv());
        } finally {
            ended.countDown();
        }
    }

    private static void watch(Progress progress, CountDownLatch ended) {
        try {
            while (!ended.await(PULSE_MILLIS, TimeUnit.MILLISECONDS)) {
                CudaNatives.HERE
                        .written()
                        .ifPresent(w -> progress.at(w.files(), w.all(), w.megabytes()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(Path folder, String version) {
        console.say("devices.refused", version, folder, Devices.FOR_GPU);
    }

    private static String sentence(Devices.Found found, Devices devices) {
        String origin =
                devices.folder()
                        .map(folder -> text("devices.folder", devices.libtorch(), folder))
                        .orElseGet(() -> text("devices.bundled", devices.libtorch()));
        String numbers = text(found.brainFloats() ? "devices.bf16" : "devices.no-bf16");
        return found.device().kind() == DeviceChoice.Kind.CUDA
                ? text(
                        "devices.gpu",
                        found.device(),
                        found.memory(),
                        found.capability(),
                        origin,
                        numbers)
                : text("devices.cpu", found.device(), found.processors(), origin, numbers);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(DevicesCommand.class, key, arguments);
    }

    /// `auto`, `cpu` or `cuda:N`.
    static final class Choice implements ITypeConverter<DeviceChoice> {

        @Override
        public DeviceChoice convert(String value) {
            return DeviceChoice.of(value)
                    .orElseThrow(() -> new TypeConversionException(text("usage.device", value)));
        }
    }
}
