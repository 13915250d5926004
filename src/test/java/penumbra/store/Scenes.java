package penumbra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Labelled pictures by seed.
final class Scenes {

    private static final List<Double> EXTREMES =
            List.of(
                    -0.0,
                    0.0,
                    Double.MIN_VALUE,
                    -Double.MIN_VALUE,
                    Double.MIN_NORMAL,
                    Double.MAX_VALUE,
                    -Double.MAX_VALUE,
                    Math.nextUp(1.0),
                    1.0 / 3,
                    9_007_199_254_740_993.0,
                    0x1p62,
                    -12.0);

    private final Random random;

    Scenes(long seed) {
        random = new Random(seed);
    }

    List<LabelledImage> pictures(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(id -> picture(id, 2)).toList();
    }

    LabelledImage picture(long id, int targets) {
        return new LabelledImage(
                id,
                "match %d/Bild-é-%06d.jpg".formatted(id % 3, id),
                new Size(1280, 1024),
                IntStream.range(0, targets).mapToObj(_ -> target(this::coordinate)).toList(),
                LabelState.values()[random.nextInt(4)],
                random.nextInt(5) == 0 ? "Wer's glaubt: \"50%\"\n\t\u0000 \uD83D\uDE00 " : "");
    }

    /// A picture whose coordinates are the hardest doubles to keep.
    LabelledImage extreme(long id) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            targets.add(target(this::extreme));
        }
        return picture(id, 0).withTargets(targets);
    }

    private Target target(java.util.function.DoubleSupplier coordinate) {
        return new Target(
                new UUID(random.nextLong(), random.nextLong()),
                random.nextInt(Schema.ARMOR_PLATE.classes().size()),
                IntStream.range(0, 4).mapToObj(_ -> keypoint(coordinate)).toList(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(
                                new Box(
                                        coordinate.getAsDouble(),
                                        coordinate.getAsDouble(),
                                        Math.abs(coordinate.getAsDouble()),
                                        Math.abs(coordinate.getAsDouble()))),
                random.nextInt(3) == 0 ? "" : "Ada");
    }

    private Keypoint keypoint(java.util.function.DoubleSupplier coordinate) {
        return new Keypoint(
                new Point(coordinate.getAsDouble(), coordinate.getAsDouble()),
                Visibility.values()[random.nextInt(3)]);
    }

    private double coordinate() {
        return random.nextDouble(-20, 1300);
    }

    private double extreme() {
        if (random.nextBoolean()) {
            return EXTREMES.get(random.nextInt(EXTREMES.size()));
        }
        double any;
        do {
            any = Double.longBitsToDouble(random.nextLong());
        } while (!Double.isFinite(any));
        return any;
    }
}
