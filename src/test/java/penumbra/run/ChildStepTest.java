package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChildStepTest {

    @Test
    void howFarAChildIsIsReadFromTheLastLineThatSaysIt() {
        assertThat(ChildStep.last("")).isEmpty();
        assertThat(ChildStep.last("loading\n")).isEmpty();
        assertThat(ChildStep.last("predicting: 3/17\nsome notice\npredicting: 4/17\n"))
                .contains(new ChildStep(4, 17));
        assertThat(ChildStep.last("fetching: 1834 MB, 7/23\nsome notice\n"))
                .contains(new ChildStep(7, 23));
    }
}
