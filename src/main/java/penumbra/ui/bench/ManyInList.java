package penumbra.ui.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;

/// The list of a very large project: the heap it takes, and how long the window stands still while
/// the list is scrolled and searched.
final class ManyInList {

    private static final int SCROLL_STEPS = 300;

    /// Finds nothing where every picture has a warning, and has to look at every plate for it.
    private static final String SEARCH = "-warning:any";

    private final BenchWindow bench;

    private ManyInList(BenchWindow bench) {
        this.bench = bench;
    }

    /// @param project a project file with many pictures
    static List<Samples> measure(BenchWindow bench, Path project, int runs)
            throws IOException, InterruptedException {
        bench.open(project);
        return new ManyInList(bench).measure(runs);
    }

    private List<Samples> measure(int runs) throws IOException, InterruptedException {
        double opened = heapMebibytes();
        List<Double> scrolls = new ArrayList<>();
        List<Double> searches = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            scrolls.add(LongestPause.during(scroll()).milliseconds());
            for (String line : List.of(SEARCH, "")) {
                LongestPause search = LongestPause.during(search(line));
                searches.add(search.milliseconds());
                found.add(search.total());
            }
        }
        return List.of(
                new Samples("heap_opened", "MiB", List.of(opened)),
                new Samples("heap_scrolled", "MiB", List.of(heapMebibytes())),
                new Samples("list_scroll_pause", Samples.MILLISECONDS, scrolls),
                new Samples("search_pause", Samples.MILLISECONDS, searches),
                new Samples("search_found", Samples.MILLISECONDS, found));
    }

    /// Pulls the bar from top to bottom, a step at every pulse.
    private BooleanSupplier scroll() throws IOException, InterruptedException {
        ScrollBar bar = BenchWindow.on(this::verticalBar);
        int[] step = {0};
        return () -> {
            bar.setValue(bar.getMax() * step[0] / SCROLL_STEPS);
            return step[0]++ == SCROLL_STEPS;
        };
    }

    /// Types the line at the first pulse and waits for what it finds.
    private BooleanSupplier search(String line) {
        Scene scene = bench.stage().getScene();
        int expected = line.isEmpty() ? bench.studio().pictures().count() : 0;
        boolean[] typed = {false};
        return () -> {
            if (!typed[0]) {
                typed[0] = true;
                ((TextField) scene.lookup("#search")).setText(line);
                return false;
            }
            return bench.studio().pictures().shown().size() == expected;
        };
    }

    private ScrollBar verticalBar() {
        for (Node node : bench.stage().getScene().lookup("#pictures").lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                return bar;
            }
        }
        throw new IllegalStateException("the list has no scroll bar");
    }

    /// What the heap holds after a full collection.
    private static double heapMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
