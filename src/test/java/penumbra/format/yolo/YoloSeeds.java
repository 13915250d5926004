package penumbra.format.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.format.Seed;
import penumbra.geometry.Size;
import penumbra.model.Schema;

/// A good YOLO pose label file, to be mutated.
public final class YoloSeeds {

    public static final List<Seed> ALL =
            List.of(
                    yolo(
                            """
                            15 0.5 0.5 0.25 0.2 0.375 0.4 2 0.3751 0.6 1 0.625 0.6 0 0.6249 0.4 2
                            0 0.5 0.5 0.25 0.2 -0.1 0.4 2 0.3751 1.6 1 0.625 0.6 2 0.6249 0.4 2
                            """));

    private YoloSeeds() {}

    private static Seed yolo(String content) {
        return new Seed(
                "yolo-pose",
                (file, bytes) -> {
                    List<Finding> findings = new ArrayList<>();
                    new YoloLabels(file, Optional.empty(), Schema.ARMOR_PLATE, "", findings)
                            .read(bytes, new Size(64, 32));
                    return findings;
                },
                content);
    }
}
