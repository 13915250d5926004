package penumbra.edit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// The bounds of [PlateCheck] on plates that were labelled by hand.
class RealPlatesTest {

    private static final Size PICTURE = new Size(1280, 1024);

    @Test
    void ofHandLabelledPlatesOnlyOneIsSuspectedAndOneIsCutByTheBorder() throws IOException {
        Map<String, Integer> warnings = new TreeMap<>();
        int plates = 0;
        for (Path file : labelFiles()) {
            List<Target> targets = targets(file);
            plates += targets.size();
            for (Target target : targets) {
                PlateCheck.of(target, Schema.ARMOR_PLATE, PICTURE, targets)
                        .forEach(w -> warnings.merge(w.id(), 1, Integer::sum));
                assertThat(PlateCheck.repair(target, Schema.ARMOR_PLATE)).isEmpty();
            }
        }
        assertThat(plates).isEqualTo(105);
        assertThat(warnings).isEqualTo(Map.of("point-outside", 2, "unequal-bars", 1));
    }

    @Test
    void everyPlateIsPutRightFromAnyOrderOfItsPoints() throws IOException {
        for (Path file : labelFiles()) {
            for (Target target : targets(file)) {
                for (List<Integer> order : orders()) {
                    Target given =
                            target.withKeypoints(
                                    order.stream().map(target.keypoints()::get).toList());
                    Target right = PlateCheck.repaired(given, Schema.ARMOR_PLATE).orElse(given);
                    assertThat(right).as("%s in the order %s", target, order).isEqualTo(target);
                }
            }
        }
    }

    private static List<List<Integer>> orders() {
        List<List<Integer>> orders = new ArrayList<>();
        for (int code = 0; code < 256; code++) {
            List<Integer> order = List.of(code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3);
            if (order.stream().distinct().count() == 4) {
                orders.add(order);
            }
        }
        assertThat(orders).hasSize(24);
        return orders;
    }

    private static List<Path> labelFiles() throws IOException {
        Path folder = Shared.folder("data/real/low_exposure_arena/labels");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// Lines of a class and four normalised points.
    private static List<Target> targets(Path file) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] v = line.strip().split("\\s+");
            List<Keypoint> points = new ArrayList<>();
            for (int i = 1; i < 9; i += 2) {
                points.add(
                        Keypoint.visible(
                                PICTURE.width() * Double.parseDouble(v[i]),
                                PICTURE.height() * Double.parseDouble(v[i + 1])));
            }
            targets.add(Target.of(Integer.parseInt(v[0]), points, Optional.empty(), ""));
        }
        return targets;
    }
}
