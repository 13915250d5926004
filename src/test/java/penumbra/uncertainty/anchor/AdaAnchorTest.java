package penumbra.uncertainty.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

class AdaAnchorTest {

    @Test
    void targetsWithCandidatesOfTheirOwnShareThoseThatBothHave() {
        Candidate left = new Candidate(0, 0, 0.9, new Point(0, 0));
        Candidate both = new Candidate(2, 0, 0.9, new Point(2, 0));
        Candidate right = new Candidate(4, 0, 0.9, new Point(4, 0));
        AdaAnchor two = new AdaAnchor(4, 1, Fusion.MUL, 2);

        List<AdaAnchor.Choice> chosen =
                two.assignOwn(
                        List.of(List.of(left, both), List.of(both, right)),
                        List.of(new Point(0, 0), new Point(3.5, 0)));

        assertThat(chosen)
                .extracting(AdaAnchor.Choice::target, c -> c.anchor().candidate().x())
                .containsExactlyInAnyOrder(tuple(0, 0), tuple(1, 2), tuple(1, 4));
    }

    private static List<Candidate> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = new ArrayList<>();
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                Point offset = new Point(random.nextDouble(-3, 3), random.nextDouble(-3, 3));
                candidates.add(Candidate.of(x, y, random.nextDouble(0.01, 1), offset));
            }
        }
        return candidates;
    }

    /// sigma 4: distances 0, 4, 8, 12.
    @Test
    void accuracyFallsWithTheDistanceOfThePredictedPoint() {
        double[] expected = {1, 0.606531, 0.135335, 0.011109};
        for (int i = 0; i < 4; i++) {
            Candidate c = Candidate.of(0, 0, 0.5, new Point(4 * i, 0));
            ScoredAnchor scored = AdaAnchor.DEFAULT.score(List.of(c), new Point(0, 0)).getFirst();
            assertThat(scored.accuracy()).isCloseTo(expected[i], within(5e-7));
            assertThat(scored.score()).isCloseTo(expected[i] / 2, within(5e-7));
        }
    }

    @Test
    void logarithmsRankAsProductsDoWhereThoseAreAboveZero() {
        for (long seed = 0; seed < 20; seed++) {
            List<ScoredAnchor> chosen = AdaAnchor.DEFAULT.choose(random(seed), new Point(3.3, 2.1));
            assertThat(chosen)
                    .hasSize(20)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(ScoredAnchor::score).reversed());
        }
    }

    @Test
    void farCandidatesAreStillRankedAndTiesGoToTheUpperRow() {
        AdaAnchor anchor = new AdaAnchor(4, 1, Fusion.MUL, 1);
        List<Candidate> far =
                List.of(
                        Candidate.of(0, 0, 0.5, new Point(400, 0)),
                        Candidate.of(1, 0, 0.5, new Point(390, 0)));
        ScoredAnchor best = anchor.choose(far, new Point(0, 0)).getFirst();
        assertThat(best.accuracy()).isZero();
        assertThat(best.candidate().x()).isEqualTo(1);
        List<Candidate> equal =
                List.of(
                        new Candidate(1, 2, 0.5, new Point(0, 0)),
                        new Candidate(3, 1, 0.5, new Point(0, 0)),
                        new Candidate(2, 1, 0.5, new Point(0, 0)));
        assertThat(anchor.choose(equal, new Point(0, 0)).getFirst().candidate())
                .isEqualTo(equal.get(2));
    }

    @Test
    void aConfidenceOfZeroIsTheWorstButHasAScore() {
        List<Candidate> two =
                List.of(
                        Candidate.of(0, 0, 0, new Point(0, 0)),
                        Candidate.of(1, 0, 0.001, new Point(0, 0)));
        List<ScoredAnchor> chosen = AdaAnchor.DEFAULT.choose(two, new Point(0, 0));
        assertThat(chosen).hasSize(2);
        assertThat(chosen.getLast().candidate().x()).isZero();
        assertThat(chosen.getLast().logProduct()).isFinite();
    }

    /// A cell serves one target, and nobody would rather have another's: no target has a free place
    /// for, or a worse anchor than, a cell that scores higher for it than where it serves.
    @Test
    void targetsShareCellsStably() {
        AdaAnchor anchor = new AdaAnchor(4, 1, Fusion.MUL, 5);
        List<Point> targets = List.of(new Point(2, 2), new Point(2.5, 2), new Point(6, 4));
        List<Candidate> candidates = random(7);
        List<AdaAnchor.Choice> choices = anchor.assign(candidates, targets);
        assertThat(choices).hasSize(15);
        assertThat(new HashSet<>(choices.stream().map(c -> c.anchor().candidate()).toList()))
                .hasSize(15);
        for (int target = 0; target < 3; target++) {
            int own = target;
            double worst =
                    choices.stream()
                            .filter(c -> c.target() == own)
                            .mapToDouble(c -> c.anchor().logProduct())
                            .min()
                            .orElseThrow();
            for (ScoredAnchor wanted : anchor.score(candidates, targets.get(target))) {
                boolean better = wanted.logProduct() > worst;
                double elsewhere =
                        choices.stream()
                                .filter(c -> c.anchor().candidate().equals(wanted.candidate()))
                                .mapToDouble(c -> c.anchor().logProduct())
                                .findFirst()
                                .orElse(Double.NEGATIVE_INFINITY);
                assertThat(better && wanted.logProduct() > elsewhere).isFalse();
            }
        }
    }

    @Test
    void nearestCellsAndCellsOfABoxAreChosenByPlace() {
        List<Candidate> cells = random(8);
        assertThat(AdaAnchor.nearest(cells, new Point(3.2, 2.1), 3))
                .extracting(c -> List.of(c.x(), c.y()))
                .containsExactly(List.of(3, 2), List.of(4, 2), List.of(3, 3));
        assertThat(AdaAnchor.within(cells, new Box(2, 1, 2, 2), 1.5)).hasSize(9);
    }

    @Test
    void offsetsAreReadBetweenCellsAndHeldAtTheBorder() {
        OffsetField field =
                new OffsetField(
                        2,
                        2,
                        List.of(
                                new Point(0, 0),
                                new Point(1, 0),
                                new Point(0, 2),
                                new Point(1, 2)));
        assertThat(field.at(new Point(0.25, 0.75))).isEqualTo(new Point(0.25, 1.5));
        assertThat(field.at(new Point(9, -3))).isEqualTo(new Point(1, 0));
        assertThat(field.refine(new Point(0.25, 0.75))).isEqualTo(new Point(0.5, 2.25));
        OffsetField one = new OffsetField(1, 1, List.of(new Point(0.1, 0.2)));
        assertThat(one.at(new Point(2.5, 0.5)).distance(new Point(0.1, 0.2))).isLessThan(1e-15);
    }

    @Test
    void theBlendGoesFromBoxToKeypoints() {
        assertThat(new AlignmentBlend(0.5, 6, 0).metric(0.36, 0.8, 0.1))
                .isCloseTo(0.6 * Math.pow(0.8, 6), within(1e-15));
        assertThat(new AlignmentBlend(0.5, 6, 1).metric(0.36, -0.2, 0.9))
                .isCloseTo(0.6 * Math.pow(0.9, 6), within(1e-15));
        assertThat(AlignmentBlend.DEFAULT.quality(0.8, 0.9))
                .isCloseTo(Math.sqrt(0.72), within(1e-15));
    }
}
