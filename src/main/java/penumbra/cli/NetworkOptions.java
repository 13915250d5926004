package penumbra.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import penumbra.engine.Detector;
import penumbra.engine.net.Execution;
import penumbra.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How a network is run; the same options for every word that runs one.
final class NetworkOptions {

    private static final int GRAIN = 32;
    private static final int LARGEST = 4096;

    /// The number types of [Execution].
    enum Precision {
        FP32(Execution.FAST),
        BF16(Execution.BRAIN);

        private final Execution execution;

        Precision(Execution execution) {
            this.execution = execution;
        }

        /// As it is written on the command line.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--weights", required = true, paramLabel = "FILE")
    private Path weights;

    @Option(names = "--imgsz", paramLabel = "N", converter = Side.class)
    private Optional<Integer> side;

    @Option(names = "--precision", paramLabel = "TYPE", defaultValue = "fp32")
    private Precision precision;

    Path weights() {
        return weights;
    }

    /// Longest side of the network's input, px: as asked, else as it was trained.
    int side(Detector detector) {
        return side.orElseGet(detector::side);
    }

    Detector open() throws Exception {
        return open(precision.execution);
    }

    /// Run by libtorch in either precision, which alone shows what goes on inside of a network.
    Detector openToLookInside() throws Exception {
        return open(precision == Precision.FP32 ? Execution.REFERENCE : precision.execution);
    }

    private Detector open(Execution execution) throws Exception {
        return open(weights, execution);
    }

    /// Other weights, run in the same way.
    Detector open(Path other) throws Exception {
        return open(other, precision.execution);
    }

    private static Detector open(Path file, Execution execution) throws Exception {
        return Detector.open(file, execution, Runtime.getRuntime().availableProcessors());
    }

    /// A multiple of 32.
    static final class Side implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            try {
                int side = Integer.parseInt(value);
                if (side >= GRAIN && side <= LARGEST && side % GRAIN == 0) {
                    return side;
                }
            } catch (NumberFormatException _) {
                // Said below in the same words as a number out of range.
            }
            throw new TypeConversionException(
                    Texts.of(NetworkOptions.class, "usage.side", value, GRAIN, LARGEST));
        }
    }
}
