package penumbra.run.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.LineLog;
import penumbra.run.landscape.LandscapeEvent.Height;
import penumbra.run.landscape.LandscapeEvent.Plane;
import penumbra.run.landscape.LandscapeEvent.Span;
import penumbra.run.landscape.LandscapeEvent.Started;
import penumbra.run.landscape.LandscapeEvent.Stop;

class LandscapeTailTest {

    private static final Plane RANDOM =
            new Plane(PlaneKind.RANDOM, new Span(-1, 1), new Span(-1, 1), List.of(), List.of());
    private static final Plane PATH =
            new Plane(
                    PlaneKind.PATH,
                    new Span(-4, 1.5),
                    new Span(-2, 3.5),
                    List.of(0.9, 0.08),
                    List.of(new Stop(0, -3, 0), new Stop(1, -1, 1), new Stop(2, 0, 0)));

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("landscape.jsonl");
    }

    private static Started started(int epoch, String at) {
        return new Started(Instant.parse(at), epoch, 8, 11, 0, true, "abc", 0.1);
    }

    private static Height height(PlaneKind plane, Refinement.Node node, double loss) {
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        if (Double.isFinite(loss)) {
            losses.put("box", loss / 4);
            losses.put("pose", 3 * loss / 4);
        }
        return new Height(plane, node.row(), node.column(), losses, 0.5, Double.NaN, 3);
    }

    private void write(LandscapeEvent... events) throws IOException {
        try (LineLog log = LineLog.open(file())) {
            for (LandscapeEvent event : events) {
                log.add(event);
            }
        }
    }

    private static LandscapeEvent[] grid(PlaneKind plane, int side) {
        return Refinement.added(side).stream()
                .map(n -> height(plane, n, 1 + n.row()))
                .toArray(LandscapeEvent[]::new);
    }

    @Test
    void whatIsWrittenIsReadAgainBitByBitNumbersThatAreNoneAsWell() throws IOException {
        Height none = height(PlaneKind.PATH, new Refinement.Node(0, 32), Double.NaN);
        write(started(2, "2026-01-02T03:04:05Z"), PATH, none);
        Landscape read = new LandscapeTail(file()).next().landscapes().getLast();
        assertThat(read.started()).isEqualTo(started(2, "2026-01-02T03:04:05Z"));
        assertThat(read.surface(PlaneKind.PATH).orElseThrow().plane()).isEqualTo(PATH);
        assertThat(read.surface(PlaneKind.PATH).orElseThrow().heights().values())
                .containsExactly(none);
        assertThat(none.loss()).isNaN();
        assertThat(read.surface(PlaneKind.RANDOM)).isEmpty();
    }

    @Test
    void aPlaneIsAsFineAsTheFinestGridWhoseNodesAreAllThere() throws IOException {
        write(started(2, "2026-01-02T03:04:05Z"), RANDOM);
        LandscapeTail tail = new LandscapeTail(file());
        assertThat(side(tail)).isZero();
        write(grid(PlaneKind.RANDOM, 5));
        assertThat(side(tail)).isEqualTo(5);
        LandscapeEvent[] nine = grid(PlaneKind.RANDOM, 9);
        write(List.of(nine).subList(0, nine.length - 1).toArray(LandscapeEvent[]::new));
        assertThat(side(tail)).isEqualTo(5);
        write(nine[nine.length - 1]);
        assertThat(side(tail)).isEqualTo(9);
        assertThat(tail.next().landscapes().getLast().surface(PlaneKind.RANDOM).orElseThrow())
                .satisfies(s ->
                        assertThat(s.heights().get(new Refinement.Node(4, 8)).loss()).isEqualTo(5));
    }

    private static int side(LandscapeTail tail) throws IOException {
        return tail.next()
                .landscapes()
                .getLast()
                .surface(PlaneKind.RANDOM)
                .flatMap(Surface::side)
                .orElse(0);
    }

    @Test
    void aStartThatMeansTheSameGoesOnAndAnotherBeginsAnew() throws IOException {
        LandscapeEvent[] five = grid(PlaneKind.RANDOM, 5);
        write(started(2, "2026-01-02T03:04:05Z"), RANDOM, five[0]);
        write(started(2, "2026-01-02T04:00:00Z"), RANDOM, five[1]);
        LandscapeTail tail = new LandscapeTail(file());
        assertThat(tail.next().landscapes())
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.surface(PlaneKind.RANDOM).orElseThrow().heights()).hasSize(2);
                    assertThat(l.progress()).isEqualTo(new Landscape.Progress(0, 5, 2, 25));
                });
        write(started(3, "2026-01-02T05:00:00Z"), RANDOM, five[2]);
        assertThat(tail.next().landscapes())
                .hasSize(2)
                .last()
                .satisfies(l ->
                        assertThat(l.surface(PlaneKind.RANDOM).orElseThrow().heights()).hasSize(1));
    }

    @Test
    void anUnfinishedLineWaitsAndOneThatCannotBeReadIsNamed() throws IOException {
        write(started(2, "2026-01-02T03:04:05Z"), RANDOM);
        Files.writeString(file(), "{broken\n{\"event\":\"hei", StandardOpenOption.APPEND);
        LandscapeTail tail = new LandscapeTail(file());
        assertThat(tail.next().damage())
                .singleElement()
                .asString()
                .contains("landscape.jsonl, line 3");
        write(height(PlaneKind.RANDOM, new Refinement.Node(0, 0), 1));
        LandscapeTail.News news = new LandscapeTail(file()).next();
        assertThat(news.damage()).hasSize(1);
        assertThat(news.landscapes().getLast().surface(PlaneKind.RANDOM).orElseThrow().heights())
                .hasSize(1);
        assertThat(new LandscapeTail(folder.resolve("none")).next().landscapes()).isEmpty();
    }
}
