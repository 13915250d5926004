package penumbra.run.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import penumbra.run.LineTail;

/// Reads `landscape.jsonl` while it grows. To be used by one thread.
public final class LandscapeTail {

    /// Before anything was read.
    public static final News NONE = new News(List.of(), List.of());

    private final LineTail<LandscapeEvent> lines;
    private List<Landscape> known = List.of();

    public LandscapeTail(Path path) {
        lines = new LineTail<>(path, LandscapeEvent.class, "landscape.line");
    }

    /// @param landscapes all so far, the newest last; the same list when nothing came
    /// @param damage one sentence for each line that was left out now
    public record News(List<Landscape> landscapes, List<String> damage) {}

    public News next() throws IOException {
        LineTail.News<LandscapeEvent> news = lines.next();
        if (!news.documents().isEmpty()) {
            known = Landscape.with(known, news.documents());
        }
        return new News(known, news.damage());
    }
}
