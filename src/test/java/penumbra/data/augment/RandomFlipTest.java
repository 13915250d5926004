package penumbra.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.data.input.Mirror;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

class RandomFlipTest {

    @Test
    void belowItsProbabilityAPictureIsMirroredAndKeypointsChangePlaces() {
        RandomFlip flip = new RandomFlip(Mirror.LEFT_RIGHT, 0.5, List.of(3, 2, 1, 0));
        Sample sample =
                new Sample(
                        new RgbImage(3, 1, new int[] {1, 2, 3}),
                        List.of(Pictures.plate(4, 0.25, 0, 1, 0.5)),
                        Pictures.ORIGIN);

        Sample mirrored = flip.apply(sample, new Scripted(0.49));

        assertThat(mirrored.image().rgb()).containsExactly(3, 2, 1);
        assertThat(mirrored.labels())
                .containsExactly(
                        new InputLabel(
                                4,
                                new Box(1.75, 0, 1, 0.5),
                                List.of(
                                        Keypoint.visible(1.75, 0),
                                        Keypoint.visible(1.75, 0.5),
                                        Keypoint.visible(2.75, 0.5),
                                        Keypoint.visible(2.75, 0))));
        assertThat(flip.apply(sample, new Scripted(0.5))).isSameAs(sample);
    }
}
