package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.loss.HeadLoss;
import penumbra.geometry.Point;
import penumbra.loss.Helium;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossUnits;
import penumbra.loss.Losses;
import penumbra.loss.PoseLoss;
import penumbra.loss.PoseTerm;
import penumbra.loss.Reduction;
import penumbra.loss.YoloPose;

class PoseWidthTest {

    private static final HeadLoss STOCK = HeadLoss.stock(new HeadLayout(2, 4, 3));

    private static HeadLoss with(String id) {
        KeypointLoss loss = Losses.byId(id).orElseThrow();
        PoseTerm term = new PoseLoss(loss, LossUnits.BOX, Reduction.MEAN, 6);
        return new HeadLoss(STOCK.assigner(), STOCK.gains(), term, STOCK.contexts());
    }

    @Test
    void theReferencesTermHasItsDeviationsMultiplied() {
        YoloPose wide = (YoloPose) PoseWidth.of(STOCK, 3).orElseThrow().pose();
        assertThat(wide.sigmas()).isEqualTo(List.of(0.75, 0.75, 0.75, 0.75));
        assertThat(wide.gain()).isEqualTo(12);
    }

    @Test
    void ringsOfHeliumAreScaled() {
        PoseLoss wide = (PoseLoss) PoseWidth.of(with("helium"), 4).orElseThrow().pose();
        assertThat(((Helium) wide.loss()).sigma().alpha()).isCloseTo(0.2, within(1e-15));
        assertThat(((Helium) wide.loss()).sigma().beta()).isEqualTo(0.1);
    }

    @Test
    void whereNoiseIsTheWidthNoiseIsScaled() {
        Point along = new Point(0, 1);
        for (String id : List.of("helium-maha", "helium-prec", "oks-cal")) {
            HeadLoss loss = with(id);
            HeadLoss wide = PoseWidth.of(loss, 2).orElseThrow();
            assertThat(wide.pose()).isEqualTo(loss.pose());
            assertThat(wide.contexts().noise().at(along, 30).along())
                    .isEqualTo(2 * loss.contexts().noise().at(along, 30).along());
        }
    }

    @Test
    void aLossWithoutWidthSaysSo() {
        assertThat(PoseWidth.of(with("l1"), 2)).isEmpty();
    }
}
