package penumbra.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassNamesTest {

    private static List<String> names(String said, int classes) {
        return ClassNames.of(Map.of("names", said), classes);
    }

    @Test
    void namesAreReadFromJsonAndFromPythonsDictionary() {
        assertThat(names("{\"0\": \"B1\", \"1\": \"R1\"}", 2)).containsExactly("B1", "R1");
        assertThat(names("{0: 'B1', 1: \"it's\", 2: 'a\\'b'}", 3))
                .containsExactly("B1", "it's", "a'b");
    }

    @Test
    void aClassWithoutANameIsCalledByItsIndex() {
        assertThat(names("{1: 'R1', 7: 'beyond'}", 2)).containsExactly("class0", "R1");
        assertThat(ClassNames.of(Map.of(), 1)).containsExactly("class0");
        assertThat(names("nonsense", 1)).containsExactly("class0");
    }

    @Test
    void whatIsWrittenForOthersIsReadBack() {
        List<String> odd = List.of("it's", "a\\b", "plain");
        assertThat(names(ClassNames.python(odd), 3)).isEqualTo(odd);
    }
}
