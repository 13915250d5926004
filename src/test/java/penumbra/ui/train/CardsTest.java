package penumbra.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.model.Schema;
import penumbra.plot.Axis;
import penumbra.plot.Chart;
import penumbra.plot.LineChart;
import penumbra.run.Against;
import penumbra.run.MadeUpRun;
import penumbra.run.PlateResult;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.text.Texts;

/// What every card must keep.
class CardsTest {

    private static final int EPOCHS = 12;

    @TempDir Path home;

    private WatchedRun run(String name, String loss) throws IOException {
        return new RunReader(
                        new MadeUpRun(loss, 1, 1.5, 0.1, EPOCHS, 4).into(home.resolve(name)), true)
                .next();
    }

    private static Shown shown(WatchedRun run, RunHistory history, WatchedRun... others) {
        return new Shown(
                run,
                history,
                List.of(others),
                Optional.empty(),
                Schema.ARMOR_PLATE,
                ChartOptions.FIRST);
    }

    private static Shown shown(WatchedRun run, ChartOptions options) {
        return new Shown(
                run, run.history(), List.of(), Optional.empty(), Schema.ARMOR_PLATE, options);
    }

    private static Optional<Chart> chart(String id, Shown shown) {
        return Cards.ALL.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow()
                .chart()
                .apply(shown);
    }

    @Test
    void everyCardHasItsOwnIdAPageAndWordsForWhenThereIsNothing() {
        assertThat(Cards.ALL).extracting(Card::id).doesNotHaveDuplicates();
        for (Card card : Cards.ALL) {
            assertThat(card.pages()).as(card.id()).isNotEmpty();
            assertThat(Texts.of(Cards.class, "nothing." + card.id())).isNotBlank();
        }
    }

    @Test
    void everyPageButTheTwoOfTheirOwnHasCards() {
        for (Page page : Page.values()) {
            boolean own = Set.of(Page.RUNS, Page.PICTURES).contains(page);
            assertThat(Cards.on(page).isEmpty()).as(page.name()).isEqualTo(own);
        }
    }

    @Test
    void aRunThatToldNothingHasNoChartAndOneThatToldAllHasEvery() throws IOException {
        WatchedRun run = run("a", "helium");
        for (Card card : Cards.ALL) {
            assertThat(card.chart().apply(shown(run, RunHistory.EMPTY))).as(card.id()).isEmpty();
            assertThat(card.chart().apply(shown(run, run.history()))).as(card.id()).isPresent();
        }
    }

    @Test
    void aRunOfHeatMapsHasNoLossOfAKeypointAndItsSigmasAreInCellsOfItsOwn() throws IOException {
        RunFolder folder =
                new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4).into(home.resolve("maps"));
        Files.writeString(
                folder.arguments(),
                "head: heatmap\nheatmap: adaloss\nmap_stride: 8\n",
                StandardOpenOption.APPEND);
        WatchedRun run = new RunReader(folder, true).next();
        Shown shown = shown(run, run.history());
        assertThat(chart("surface", shown)).isEmpty();
        assertThat(((LineChart) chart("sigma-spread", shown).orElseThrow()).lines())
                .extracting(LineChart.Line::label)
                .noneMatch(label -> label.contains("Helium"));
        double cells = run.history().sigmas().getLast().keypoints().getFirst().sigma();
        assertThat(chart("target", shown).orElseThrow().title())
                .contains(String.format(Locale.ROOT, "%.3g input px", 8 * cells));
    }

    @Test
    void theDistributionShowsThisEpochOverFadingEarlierOnesAndOtherRunsDashed() throws IOException {
        WatchedRun run = run("a", "helium");
        WatchedRun other = run("b", "l1");
        LineChart chart =
                (LineChart) chart(Cards.CED, shown(run, run.history(), other)).orElseThrow();
        List<LineChart.Line> lines = chart.lines();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(7).strength()).isEqualTo(1);
        assertThat(lines.get(7).label()).startsWith("a, epoch 12: AUC");
        for (int i = 0; i < 7; i++) {
            assertThat(lines.get(i).strength()).isLessThan(lines.get(i + 1).strength());
        }
        assertThat(lines.get(8).label()).startsWith("b, epoch ");
        assertThat(lines.get(8).look()).isGreaterThan(7);
    }

    @Test
    void onlyWhatWasToldUntilThenIsDrawn() throws IOException {
        WatchedRun run = run("a", "helium");
        // The start, five steps and the first epoch.
        Shown early = shown(run, run.after(7));
        assertThat(early.epoch()).contains(1);
        assertThat(early.plates()).isEqualTo(run.plates().get(1));
        LineChart rmse = (LineChart) chart("rmse", early).orElseThrow();
        assertThat(Arrays.stream(rmse.lines().getFirst().values()).filter(Double::isFinite))
                .containsExactly(
                        run.history().epochs().getFirst().validation().get().labels().rmse());
    }

    @Test
    void theSurfaceIsThatOfTheWorstPlateThatWasFoundUnlessAPersonChoseOne() throws IOException {
        WatchedRun run = run("a", "helium");
        Shown shown = shown(run, run.history());
        List<PlateResult> missed =
                shown.plates().stream().filter(p -> p.found().isEmpty()).toList();
        assertThat(missed).as("there are some, which have no path").isNotEmpty();
        assertThat(shown.path().orElseThrow().epochs().getLast().found()).isPresent();
        Shown chosen =
                new Shown(
                        run,
                        run.history(),
                        List.of(),
                        Optional.of(missed.getFirst()),
                        Schema.ARMOR_PLATE,
                        ChartOptions.FIRST);
        assertThat(chosen.path().orElseThrow().epochs().getLast()).isEqualTo(missed.getFirst());
    }

    @Test
    void lossesGoOverALogarithmicAxisUnlessAPersonWantsALinearOne() throws IOException {
        WatchedRun run = run("a", "helium");
        for (String card : List.of("step-losses", "epoch-losses")) {
            LineChart first = (LineChart) chart(card, shown(run, ChartOptions.FIRST)).orElseThrow();
            assertThat(first.y().scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
            Shown linear = shown(run, ChartOptions.FIRST.withLogarithm(false));
            assertThat(((LineChart) chart(card, linear).orElseThrow()).y().scale())
                    .isEqualTo(Axis.Scale.LINEAR);
        }
    }

    @Test
    void errorsAreAgainstTheTruthWhereThatIsAskedFor() throws IOException {
        WatchedRun run = run("a", "helium");
        Shown asked = shown(run, ChartOptions.FIRST.withTruth(true));
        LineChart rmse = (LineChart) chart("rmse", asked).orElseThrow();
        double told = run.history().epochs().getLast().validation().get().truth().get().rmse();
        assertThat(rmse.lines().getFirst().values()[EPOCHS - 1]).isEqualTo(told);
        assertThat(rmse.title()).contains(Against.TRUTH.words());
    }
}
