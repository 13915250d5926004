package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void runsOfDigitsCompareAsNumbers() {
        List<String> sorted =
                List.of(
                        "",
                        "0001.jpg",
                        "1.jpg",
                        "0002.jpg",
                        "00010.jpg",
                        "123456789012345678901.jpg",
                        "a",
                        "a1",
                        "a1b",
                        "a2",
                        "a10",
                        "b/2/10.png",
                        "b/10/2.png");
        for (int seed = 0; seed < 50; seed++) {
            List<String> names = new ArrayList<>(sorted);
            Collections.shuffle(names, new Random(seed));
            names.sort(NaturalOrder.INSTANCE);
            assertThat(names).isEqualTo(sorted);
        }
    }
}
