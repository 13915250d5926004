package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.loss.HeadLoss;
import penumbra.loss.CalibratedOks;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossUnits;
import penumbra.loss.Losses;
import penumbra.loss.PoseLoss;
import penumbra.loss.Reduction;
import penumbra.uncertainty.adaloss.SigmaSchedule;

class LossPlanTest {

    private static final HeadLoss STOCK = HeadLoss.stock(new HeadLayout(2, 4, 3));

    private static LossPlan.Pose plan(KeypointLoss loss, String schedule, int epochs) {
        PoseLoss term = new PoseLoss(loss, LossUnits.BOX, Reduction.MEAN, 6);
        return new LossPlan.Pose(
                new HeadLoss(STOCK.assigner(), STOCK.gains(), term, STOCK.contexts()),
                schedule,
                4,
                epochs);
    }

    private static KeypointLoss at(LossPlan plan, int epoch, Optional<SigmaSchedule> sigmas) {
        return ((PoseLoss) ((HeadLoss) plan.at(epoch, sigmas)).pose()).loss();
    }

    @ParameterizedTest
    @CsvSource({"1,11,0,0", "1,11,5,0.5", "1,11,10,1", "0.8,5,2,0.4", "1,1,0,0"})
    void calibratedOksNarrowsFromTheFirstEpochToTheLast(
            double end, int epochs, int epoch, double progress) {
        LossPlan plan = plan(new CalibratedOks(3, end), "none", epochs);

        assertThat(at(plan, epoch, plan.begin())).isEqualTo(new CalibratedOks(3, progress));
    }

    @Test
    void whereAScheduleMovesItThatAloneDoes() {
        LossPlan plan = plan(new CalibratedOks(3, 1), "safe", 11);

        assertThat(at(plan, 0, plan.begin())).isEqualTo(new CalibratedOks(3, 1));
    }

    @Test
    void otherLossesStayTheSame() {
        KeypointLoss helium = Losses.byId("helium").orElseThrow();
        LossPlan plan = plan(helium, "none", 11);

        assertThat(at(plan, 5, plan.begin())).isEqualTo(helium);
    }
}
