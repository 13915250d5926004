package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.model.Schema;

class PointOrderTest {

    private static final Schema PLATE = Schema.ARMOR_PLATE;

    private static List<String> named(List<Integer> order) {
        return order.stream().map(PLATE.keypoints()::get).toList();
    }

    @Test
    void eachOrderByItsNames() {
        assertThat(named(PointOrder.turned(PLATE))).containsExactly("BL", "BR", "TR", "TL");
        assertThat(named(PointOrder.reversed(PLATE))).containsExactly("TL", "TR", "BR", "BL");
        assertThat(named(PointOrder.sidesSwapped(PLATE))).containsExactly("TR", "BR", "BL", "TL");
        assertThat(named(PointOrder.barTurned(PLATE, PLATE.edges().getFirst())))
                .containsExactly("BL", "TL", "BR", "TR");
        assertThat(named(PointOrder.barTurned(PLATE, PLATE.edges().getLast())))
                .containsExactly("TL", "BL", "TR", "BR");
    }

    @Test
    void asManyTurnsAsPointsLeadBackAndTwoReversalsDo() {
        for (int k : List.of(1, 2, 3, 5)) {
            List<String> names = IntStream.range(0, k).mapToObj(i -> "p" + i).toList();
            Schema schema = Schema.plain(names, List.of("a"));
            List<String> now = names;
            Set<List<String>> seen = new HashSet<>();
            for (int i = 0; i < k; i++) {
                List<String> before = now;
                seen.add(before);
                now = PointOrder.turned(schema).stream().map(before::get).toList();
            }
            assertThat(now).isEqualTo(names);
            assertThat(seen).hasSize(k);
            List<String> other = PointOrder.reversed(schema).stream().map(names::get).toList();
            assertThat(PointOrder.reversed(schema).stream().map(other::get)).isEqualTo(names);
        }
    }
}
