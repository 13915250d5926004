package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExportNamesTest {

    @Test
    void namesAreKeptWhereTheyCan() {
        assertThat(ExportNames.of(List.of("a/x1.jpg", "b/y1.jpg", "z.png")))
                .containsExactly("x1.jpg", "y1.jpg", "z.png");
    }

    @Test
    void aSequenceOfAnotherFolderGetsItsNameInFrontAsAWhole() {
        assertThat(
                        ExportNames.of(
                                List.of(
                                        "a/01.jpg",
                                        "a/02.jpg",
                                        "m/b/02.jpg",
                                        "m/b/03.jpg",
                                        "c/Q1.jpg",
                                        "d/q7.jpg")))
                .containsExactly("01.jpg", "02.jpg", "b_02.jpg", "b_03.jpg", "Q1.jpg", "d_q7.jpg");
    }

    @Test
    void picturesThatWouldShareALabelFileGetANumber() {
        assertThat(
                        ExportNames.of(
                                List.of(
                                        "a.jpg",
                                        "a.png",
                                        "A.PNG",
                                        "x/7.jpg",
                                        "x/7.jpg.png",
                                        "y/x_7.jpg")))
                .containsExactly("a.jpg", "2_a.png", "3_A.PNG", "7.jpg", "7.jpg.png", "x_7.jpg");
        assertThat(ExportNames.of(List.of("1.jpg", "x/1.jpg", "other/x/1.jpg")))
                .containsExactly("1.jpg", "x_1.jpg", "2_x_1.jpg");
    }
}
