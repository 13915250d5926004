package penumbra.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {

    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<String> made = new ArrayList<>();
    private final Newest<String> newest = new Newest<>(pool::add, Runnable::run, made::add);

    @Test
    void ofWhatComesWhileSomethingRunsOnlyTheLastIsMade() {
        newest.start(() -> "first");
        newest.start(() -> "second");
        newest.start(() -> "third");
        assertThat(pool).hasSize(1);
        pool.remove().run();
        assertThat(made).containsExactly("first");
        assertThat(newest.idle()).isFalse();
        pool.remove().run();
        assertThat(made).containsExactly("first", "third");
        assertThat(newest.idle()).isTrue();
        assertThat(pool).isEmpty();
    }

    @Test
    void afterAFailureTheNextIsMade() {
        newest.start(() -> {
            throw new IllegalStateException("on purpose");
        });
        newest.start(() -> "second");
        pool.remove().run();
        pool.remove().run();
        assertThat(made).containsExactly("second");
        newest.start(() -> "third");
        pool.remove().run();
        assertThat(made).containsExactly("second", "third");
    }
}
