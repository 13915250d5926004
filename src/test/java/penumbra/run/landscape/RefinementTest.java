package penumbra.run.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.run.landscape.Refinement.Node;

class RefinementTest {

    @Test
    void everyGridAddsToTheOneBeforeAndNoNodeComesTwice() {
        List<Node> all = new ArrayList<>();
        for (int side : Refinement.SIDES) {
            all.addAll(Refinement.added(side));
            assertThat(all).hasSize(side * side).doesNotHaveDuplicates();
            assertThat(all).containsExactlyInAnyOrderElementsOf(Refinement.nodes(side));
        }
        assertThat(Refinement.added(9)).hasSize(81 - 25);
        assertThat(Refinement.added(33)).hasSize(1089 - 289);
    }

    @Test
    void theCoarsestGridHasTheCornersAndTheMiddle() {
        assertThat(Refinement.nodes(5))
                .contains(new Node(0, 0), new Node(16, 16), new Node(32, 32), new Node(8, 24));
        assertThat(Refinement.between(-1, 1, 0)).isEqualTo(-1);
        assertThat(Refinement.between(-1, 1, 16)).isZero();
        assertThat(Refinement.between(-1, 3, 32)).isEqualTo(3);
    }

    @Test
    void thereIsNoOtherGridAndNoNodeBeyondTheFinest() {
        assertThatThrownBy(() -> Refinement.added(7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Node(33, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
