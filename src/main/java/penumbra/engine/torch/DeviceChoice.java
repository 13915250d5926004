package penumbra.engine.torch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a network is to be computed, as a person says it: `cpu`, `cuda:N` or `auto`, which takes
/// the first GPU where there is one that can be used and else the CPU.
///
/// @param number of the GPU, 0 for the others
public record DeviceChoice(Kind kind, int number) {

    /// What kind of device.
    public enum Kind {
        CPU,
        CUDA,
        AUTO
    }

    public static final DeviceChoice CPU = new DeviceChoice(Kind.CPU, 0);
    public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);

    private static final Pattern GPU = Pattern.compile("cuda:(\\d{1,3})");

    public DeviceChoice {
        if (number < 0 || kind != Kind.CUDA && number > 0) {
            throw new IllegalArgumentException(kind + " " + number);
        }
    }

    /// Empty where it is none of the three.
    public static Optional<DeviceChoice> of(String said) {
        Matcher gpu = GPU.matcher(said);
        return switch (said) {
            case "cpu" -> Optional.of(CPU);
            case "auto" -> Optional.of(AUTO);
            default ->
                    gpu.matches()
                            ? Optional.of(
                                    new DeviceChoice(Kind.CUDA, Integer.parseInt(gpu.group(1))))
                            : Optional.empty();
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case CPU -> "cpu";
            case CUDA -> "cuda:" + number;
            case AUTO -> "auto";
        };
    }
}
