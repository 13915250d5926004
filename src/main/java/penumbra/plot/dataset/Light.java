package penumbra.plot.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import penumbra.data.Brightness;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// How bright pictures and their plates are, as far as that was measured ([Brightness]). A plate
/// whose points were moved since counts as not measured.
///
/// @param exposures of pictures by their id, 0 to 1; NaN of those that could not be read
/// @param plates by their id
public record Light(Map<Long, Double> exposures, Map<UUID, Around> plates) {

    /// Nothing measured.
    public static final Light NONE = new Light(Map.of(), Map.of());

    /// Of one plate.
    ///
    /// @param points where they were when it was measured
    /// @param brightness median around the bars, 0 to 1; empty where no bar is in the picture
    public record Around(List<Keypoint> points, OptionalDouble brightness) {}

    public Light {
        exposures = Map.copyOf(exposures);
        plates = Map.copyOf(plates);
    }

    /// Mean brightness of the picture, 0 to 1.
    public OptionalDouble exposure(LabelledImage picture) {
        return Optional.ofNullable(exposures.get(picture.id()))
                .filter(e -> !e.isNaN())
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /// Median brightness around the plate's bars, 0 to 1.
    public OptionalDouble brightness(Target plate) {
        Around around = plates.get(plate.id());
        return around != null && around.points().equals(plate.keypoints())
                ? around.brightness()
                : OptionalDouble.empty();
    }

    /// Whether something about the picture is to be measured.
    public boolean lacks(LabelledImage picture) {
        Double exposure = exposures.get(picture.id());
        return exposure == null
                || !exposure.isNaN() && picture.targets().stream().anyMatch(this::lacks);
    }

    private boolean lacks(Target plate) {
        Around around = plates.get(plate.id());
        return around == null || !around.points().equals(plate.keypoints());
    }

    /// How many pictures could not be read.
    public int unread() {
        return (int) exposures.values().stream().filter(e -> e.isNaN()).count();
    }

    /// What is measured one picture after the other. Owned by one thread.
    public static final class Measuring {

        private final Schema schema;
        private final Map<Long, Double> exposures;
        private final Map<UUID, Around> plates;

        /// @param before what is known already
        public Measuring(Light before, Schema schema) {
            this.schema = schema;
            exposures = new HashMap<>(before.exposures());
            plates = new HashMap<>(before.plates());
        }

        /// Takes in a picture.
        public void add(LabelledImage picture, Brightness pixels) {
            exposures.put(picture.id(), pixels.mean());
            for (Target plate : picture.targets()) {
                plates.put(plate.id(), new Around(plate.keypoints(), pixels.median(bars(plate))));
            }
        }

        /// Takes in a picture that cannot be read.
        public void addUnread(LabelledImage picture) {
            exposures.put(picture.id(), Double.NaN);
        }

        private List<Brightness.Bar> bars(Target plate) {
            List<Keypoint> points = plate.keypoints();
            return schema.edges().stream()
                    .filter(e -> points.get(e.from()).labelled() && points.get(e.to()).labelled())
                    .map(e ->
                            new Brightness.Bar(points.get(e.from()).at(), points.get(e.to()).at()))
                    .toList();
        }

        /// All that is known by now.
        public Light light() {
            return new Light(exposures, plates);
        }
    }
}
