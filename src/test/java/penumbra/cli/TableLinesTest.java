package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.run.compare.Table;

class TableLinesTest {

    @Test
    void columnsAreAsWideAsWhatIsInThemAndChineseCharactersTakeTwoPlaces() {
        Table table =
                new Table(
                        "t",
                        "",
                        "",
                        List.of("方法", "b", "c"),
                        List.of(List.of("l1", "0.5 ± 0.1", "x"), List.of("helium", "–", "")));
        assertThat(new TableLines(table).lines())
                .containsExactly("方法    b          c", "l1      0.5 ± 0.1  x", "helium  –");
    }
}
