package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import penumbra.engine.torch.DeviceChoice;
import penumbra.engine.torch.Devices;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `penumbra devices`: what networks can be computed on here.
@Command(name = "devices", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class DevicesCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--device", paramLabel = "D", converter = Choice.class)
    private Optional<DeviceChoice> device;

    @Option(names = "--libtorch", paramLabel = "DIR")
    private Optional<Path> libtorch;

    @Mixin private Form form;

    public DevicesCommand(Console console) {
        this.console = console;
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
        Devices devices = Devices.look(device, libtorch);
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
