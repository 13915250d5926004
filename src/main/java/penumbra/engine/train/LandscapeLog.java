package penumbra.engine.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import penumbra.run.LineLog;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeEvent;
import penumbra.run.landscape.LandscapeTail;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Refinement;

/// `landscape.jsonl` of a landscape that is at work. What it knows already is not written again. To
/// be closed.
final class LandscapeLog implements AutoCloseable {

    private final LineLog lines;
    private final Consumer<LandscapeEvent> told;
    private List<Landscape> known;

    private LandscapeLog(LineLog lines, Consumer<LandscapeEvent> told, List<Landscape> known) {
        this.lines = lines;
        this.told = told;
        this.known = known;
    }

    /// Opens a file to go on with it, or makes it.
    ///
    /// @param told gets what is written
    static LandscapeLog open(Path path, Consumer<LandscapeEvent> told) throws IOException {
        LineLog lines = LineLog.open(path);
        try {
            return new LandscapeLog(lines, told, new LandscapeTail(path).next().landscapes());
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    void tell(LandscapeEvent event) throws IOException {
        List<Landscape> next = Landscape.with(known, List.of(event));
        if (!next.equals(known)) {
            known = next;
            lines.add(event);
            told.accept(event);
        }
    }

    /// Whether the newest landscape has that node.
    boolean knows(PlaneKind plane, Refinement.Node node) {
        return known.getLast()
                .surface(plane)
                .filter(s -> s.heights().containsKey(node))
                .isPresent();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
