package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceSplitTest {

    @ParameterizedTest
    @CsvSource({
        "a/match2_0013.jpg, a/match2_",
        "a/b/0013.jpg, a/b/",
        "frame.png, frame",
        "x1/y2z.tar3.png, x1/y2z.tar",
        "noSuffix12, noSuffix"
    })
    void aSequenceIsTheFolderAndTheNameWithoutTrailingDigits(String path, String sequence) {
        assertThat(SequenceSplit.sequence(path)).isEqualTo(sequence);
    }

    @Test
    void wholeSequencesGoToValAndTheFractionIsMetExactlyWhenItCanBe() {
        List<String> paths = paths(Map.of("a", 50, "b", 30, "c", 13, "d", 7));
        assertThat(inVal(paths, 0.2)).containsOnly("c", "d");
        assertThat(inVal(paths, 0.3)).containsOnly("b");
        assertThat(inVal(paths, 0.5)).containsOnly("b", "c", "d");
    }

    @Test
    void otherwiseTheNearestNumberIsTaken() {
        assertThat(inVal(paths(Map.of("a", 60, "b", 25, "c", 15)), 0.21)).containsOnly("b");
        assertThat(inVal(paths(Map.of("a", 60, "b", 25, "c", 15)), 0.2)).containsOnly("c");
        assertThat(inVal(paths(Map.of("a", 50, "b", 50)), 0.01)).containsOnly("b");
        assertThat(inVal(paths(Map.of("a", 99, "b", 1)), 0.9)).containsOnly("a");
    }

    @Test
    void equalChoicesPreferTheLaterSequence() {
        assertThat(inVal(paths(Map.of("a9", 0, "s2_", 10, "s10_", 10, "s1_", 10)), 0.33))
                .containsOnly("s10_");
    }

    @Test
    void aSingleSequenceIsCutOnceInNaturalOrder() {
        List<String> paths = new ArrayList<>();
        IntStream.rangeClosed(1, 20).forEach(i -> paths.add("v/" + i + ".jpg"));
        Collections.shuffle(paths, new Random(1));
        List<Split> splits = SequenceSplit.of(paths, 0.2);
        for (int i = 0; i < paths.size(); i++) {
            int number = Integer.parseInt(paths.get(i).replaceAll("\\D", ""));
            assertThat(splits.get(i)).isEqualTo(number > 16 ? Split.VAL : Split.TRAIN);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 0", "1, 0.5, 0", "2, 0.01, 1", "2, 0.99, 1", "3, 0, 0", "10, 0.25, 3"})
    void neitherSideIsEmptyUnlessAsked(int pictures, double fraction, long val) {
        List<String> paths = IntStream.range(0, pictures).mapToObj(i -> i + ".png").toList();
        assertThat(SequenceSplit.of(paths, fraction))
                .filteredOn(s -> s == Split.VAL)
                .hasSize((int) val);
    }

    @Test
    void noSequenceIsEverInBothSplitsAndNoOtherChoiceIsNearer() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, Integer> sizes = new HashMap<>();
            int n = 2 + random.nextInt(6);
            for (int i = 0; i < n; i++) {
                sizes.put((char) ('a' + i) + "_", 1 + random.nextInt(30));
            }
            List<String> paths = new ArrayList<>(paths(sizes));
            Collections.shuffle(paths, random);
            double fraction = 0.05 + 0.9 * random.nextDouble();
            List<Split> splits = SequenceSplit.of(paths, fraction);
            assertThat(SequenceSplit.of(paths, fraction)).isEqualTo(splits);
            Set<String> train = new HashSet<>();
            Set<String> val = new HashSet<>();
            for (int i = 0; i < paths.size(); i++) {
                (splits.get(i) == Split.VAL ? val : train)
                        .add(SequenceSplit.sequence(paths.get(i)));
            }
            assertThat(train).isNotEmpty().doesNotContainAnyElementsOf(val);
            assertThat(val).isNotEmpty();
            long wanted = Math.clamp(Math.round(paths.size() * fraction), 1, paths.size() - 1);
            long got = splits.stream().filter(s -> s == Split.VAL).count();
            assertThat(Math.abs(got - wanted))
                    .isEqualTo(nearest(List.copyOf(sizes.values()), wanted));
        }
    }

    @Test
    void manySequencesOfOnePictureEachAreQuick() {
        List<String> paths = IntStream.range(0, 40_000).mapToObj(i -> i + "x.jpg").toList();
        assertThat(SequenceSplit.of(paths, 0.2)).filteredOn(s -> s == Split.VAL).hasSize(8_000);
    }

    /// By trying every choice.
    private static long nearest(List<Integer> sizes, long wanted) {
        long best = Long.MAX_VALUE;
        for (int choice = 1; choice < (1 << sizes.size()) - 1; choice++) {
            long sum = 0;
            for (int i = 0; i < sizes.size(); i++) {
                sum += (choice >> i & 1) * sizes.get(i);
            }
            best = Math.min(best, Math.abs(sum - wanted));
        }
        return best;
    }

    private static Set<String> inVal(List<String> paths, double fraction) {
        List<Split> splits = SequenceSplit.of(paths, fraction);
        Set<String> val = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            if (splits.get(i) == Split.VAL) {
                val.add(SequenceSplit.sequence(paths.get(i)));
            }
        }
        return val;
    }

    private static List<String> paths(Map<String, Integer> sizes) {
        List<String> paths = new ArrayList<>();
        sizes.forEach(
                (name, n) -> IntStream.range(0, n).forEach(i -> paths.add(name + i + ".jpg")));
        return paths;
    }
}
