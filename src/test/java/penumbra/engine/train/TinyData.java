package penumbra.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import penumbra.data.ImageWriter;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Small dark pictures with one or two plates each, painted with soft bars whose ends are known.
final class TinyData {

    static final Schema SCHEMA =
            new Schema(
                    Schema.ARMOR_PLATE.keypoints(),
                    Schema.ARMOR_PLATE.edges(),
                    Schema.ARMOR_PLATE.flip(),
                    Schema.ARMOR_PLATE.oksSigmas(),
                    Schema.ARMOR_PLATE.classes().subList(0, 2));

    private static final double SOFT = 1.5;

    private TinyData() {}

    /// As many pictures to learn from as to hold back, which are the same ones.
    static TrainingData write(Path folder, int pictures, int side) throws IOException {
        Files.createDirectories(folder);
        List<LoadedPicture> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < pictures; i++) {
            all.add(picture(folder.resolve("frame" + i + ".png"), side, random));
        }
        return new TrainingData(folder, SCHEMA, 3, Optional.empty(), all, all, List.of());
    }

    private static LoadedPicture picture(Path file, int side, SplittableRandom random)
            throws IOException {
        double[] red = new double[side * side];
        double[] blue = new double[side * side];
        List<Target> targets = new ArrayList<>();
        int plates = 1 + random.nextInt(2);
        for (int p = 0; p < plates; p++) {
            int classIndex = random.nextInt(2);
            double width = side * (0.22 + 0.12 * random.nextDouble());
            double height = width * (0.4 + 0.1 * random.nextDouble());
            double x = side * 0.06 + random.nextDouble() * (side * 0.88 - width);
            double half = side / 2.0;
            double y = p * half + side * 0.06 + random.nextDouble() * (half - side * 0.12 - height);
            double lean = height * 0.2 * (random.nextDouble() - 0.5);
            List<Point> ends =
                    List.of(
                            new Point(x + lean, y),
                            new Point(x, y + height),
                            new Point(x + width, y + height),
                            new Point(x + width + lean, y));
            double[] plane = classIndex == 0 ? blue : red;
            bar(plane, side, ends.get(0), ends.get(1));
            bar(plane, side, ends.get(3), ends.get(2));
            targets.add(
                    Target.of(
                            classIndex,
                            ends.stream().map(e -> Keypoint.visible(e.x(), e.y())).toList(),
                            Optional.empty(),
                            ""));
        }
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            int noise = random.nextInt(12);
            int r = Math.min(255, (int) (noise + 235 * red[i]));
            int b = Math.min(255, (int) (noise + 235 * blue[i]));
            argb[i] = 0xFF000000 | r << 16 | noise << 8 | b;
        }
        Files.write(file, ImageWriter.png(new Size(side, side), argb));
        return new LoadedPicture(file, new Size(side, side), targets, Optional.of(targets));
    }

    private static void bar(double[] plane, int side, Point from, Point to) {
        Point along = to.minus(from);
        double length = along.norm();
        for (int i = 0; i < plane.length; i++) {
            Point at = new Point(i % side + 0.5, i / side + 0.5).minus(from);
            double t =
                    Math.clamp((at.x() * along.x() + at.y() * along.y()) / (length * length), 0, 1);
            double d = at.minus(along.times(t)).norm();
            plane[i] = Math.max(plane[i], Math.exp(-d * d / (2 * SOFT * SOFT)));
        }
    }
}
