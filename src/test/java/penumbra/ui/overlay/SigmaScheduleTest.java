package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.uncertainty.adaloss.Adaloss;

class SigmaScheduleTest {

    @Test
    void theSigmasOfThePapersRuleAreThoseOfTheWorkedExample() {
        SigmaSchedule schedule =
                SigmaSchedule.of(Adaloss.PAPER, 64, List.of(1.0, .8, .7, .65, .62, .60));
        assertThat(schedule.sigmas()).hasSize(7);
        assertThat(schedule.at(3)).isEqualTo(64);
        assertThat(schedule.at(4)).isCloseTo(61.3, within(1e-9));
        assertThat(schedule.at(5)).isCloseTo(58.985714, within(1e-6));
        assertThat(schedule.at(6)).isCloseTo(57.564662, within(1e-6));
        assertThat(schedule.at(99)).isEqualTo(schedule.at(6));
        assertThat(schedule.collapsed()).isEqualTo(-1);
    }

    @Test
    void aStepToAConstantLossMakesThePapersRuleCollapseWhereItsWindowBecomesConstant() {
        LossHistory step = LossExamples.STEP.history(4, LossHistory.NONE);
        // The loss is 0.1 from epoch 50 on: V of epochs 50 to 52 is the first that is 0.
        assertThat(SigmaSchedule.of(Adaloss.PAPER, 64, step.of(0)).collapsed()).isEqualTo(52);
        assertThat(SigmaSchedule.of(Adaloss.SAFE, 64, step.of(0)).collapsed()).isEqualTo(-1);
    }

    @Test
    void examplesAreTheSameEveryTimeAndDifferBetweenKeypoints() {
        for (LossExamples example : LossExamples.values()) {
            if (example != LossExamples.OWN && example != LossExamples.RUN) {
                LossHistory history = example.history(4, LossHistory.NONE);
                assertThat(history).isEqualTo(example.history(4, LossHistory.NONE));
                assertThat(history.epochs()).isEqualTo(LossExamples.EPOCHS);
                assertThat(history.of(0)).isNotEqualTo(history.of(3));
            }
        }
        LossHistory own = LossHistory.parse("1\n2");
        assertThat(LossExamples.OWN.history(4, own)).isEqualTo(own);
    }

    @Test
    void pastedNumbersBecomeAHistoryPerColumn() {
        LossHistory history = LossHistory.parse("1 2\n\n0.5;0.25\n  .1,\t3e-1\n");
        assertThat(history.of(0)).containsExactly(1.0, 0.5, 0.1);
        assertThat(history.of(1)).containsExactly(2.0, 0.25, 0.3);
        assertThat(history.of(3)).as("shared").isEqualTo(history.of(1));
        assertThat(history.epochs()).isEqualTo(3);
    }

    @Test
    void whatIsNoLossIsRefusedWithItsLine() {
        assertThatThrownBy(() -> LossHistory.parse("1\n\nabc")).hasMessageContaining("Line 3");
        assertThatThrownBy(() -> LossHistory.parse("1\n-2")).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> LossHistory.parse("NaN")).hasMessageContaining("Line 1");
        assertThatThrownBy(() -> LossHistory.parse("1 2\n3")).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> LossHistory.parse(" \n")).hasMessageContaining("Nothing");
        assertThatThrownBy(() -> LossHistory.parse("1\n".repeat(1001)))
                .hasMessageContaining("1000");
    }

    @Test
    void drawingChangesOneEpochAndFillsTheOnesBefore() {
        LossHistory drawn = LossHistory.NONE.drawn(2, 0.5).drawn(1, 0.75);
        assertThat(drawn.of(0)).containsExactly(0.5, 0.75, 0.5);
    }

    @Test
    void theReadOutSaysWhereThePapersRuleCollapses() {
        AdalossOverlay overlay = new AdalossOverlay();
        Parameter example =
                Parameter.of(AdalossOverlay.Settings.class).stream()
                        .filter(p -> p.name().equals("example"))
                        .findFirst()
                        .orElseThrow();
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 400));
        assertThat(overlay.readOuts(scene, example.with(overlay.defaults(), LossExamples.STEP)))
                .anySatisfy(line -> {
                    assertThat(line.marked()).isTrue();
                    assertThat(line.value()).contains("52");
                });
        assertThat(overlay.readOuts(scene, example.with(overlay.defaults(), LossExamples.SETTLING)))
                .noneMatch(ReadOut::marked);
    }
}
