package penumbra.ui.overlay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.uncertainty.record.PredictionRecord;
import penumbra.uncertainty.record.SigmaRecord;

/// A file of a run among an overlay's settings. Stored is where it lies, never what it holds.
sealed interface Recording {

    /// Where it lies; empty when none was chosen.
    @JsonValue
    String path();

    /// Its folder and name: the files of all runs are called the same.
    default String name() {
        Path file = Path.of(path());
        int names = file.getNameCount();
        return file.subpath(Math.max(0, names - 2), names).toString();
    }

    /// Whether its content is there.
    boolean read();

    /// This kind of recording, read from a file.
    ///
    /// @throws IOException in one sentence, if it is no such recording
    Recording from(Path file) throws IOException;

    /// How its files end, for a chooser.
    String pattern();

    /// The cells of a run's heat maps.
    ///
    /// @param side longer side of the network's input, px
    /// @param stride input px of a cell
    record Cells(int side, int stride) {}

    /// Sigmas of a run.
    ///
    /// @param cells in which they are; empty where no `args.yaml` beside the file says so
    record Sigmas(String path, Optional<SigmaRecord> content, Optional<Cells> cells)
            implements Recording {

        static final Sigmas NONE = at("");

        @JsonCreator
        static Sigmas at(String path) {
            return new Sigmas(path, Optional.empty(), Optional.empty());
        }

        @Override
        public boolean read() {
            return content.isPresent();
        }

        @Override
        public Sigmas from(Path file) throws IOException {
            return new Sigmas(
                    file.toString(),
                    Optional.of(SigmaRecord.read(file)),
                    cells(new RunFolder(file.toAbsolutePath().getParent())));
        }

        private static Optional<Cells> cells(RunFolder run) {
            try {
                RunConfig config = RunConfig.read(run.arguments());
                return Optional.of(
                        new Cells(
                                config.whole(RunOption.IMGSZ), config.whole(RunOption.MAP_STRIDE)));
            } catch (RunException _) {
                // A record that lies alone, or of another program: the card asks for its cells.
                return Optional.empty();
            }
        }

        @Override
        public String pattern() {
            return "*.jsonl";
        }
    }

    /// Maps of a prediction.
    record Maps(String path, Optional<PredictionRecord> content) implements Recording {

        static final Maps NONE = at("");

        @JsonCreator
        static Maps at(String path) {
            return new Maps(path, Optional.empty());
        }

        @Override
        public boolean read() {
            return content.isPresent();
        }

        @Override
        public Maps from(Path file) throws IOException {
            return new Maps(file.toString(), Optional.of(PredictionRecord.read(file)));
        }

        @Override
        public String pattern() {
            return "*.json";
        }
    }
}
