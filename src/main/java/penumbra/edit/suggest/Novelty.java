package penumbra.edit.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// How unlike all labelled plates of its class a plate is: `1 - exp(-d)`, d the distance to the
/// nearest of them ([PlateDescriptor#distance]); 1 for a class of which nothing is labelled.
///
/// Of each class at most [#MOST] labelled plates count, spread evenly over the pictures, so that
/// many pictures are ranked in the time that few are.
final class Novelty {

    static final int MOST = 400;

    private final Map<Integer, List<PlateDescriptor>> labelled = new HashMap<>();

    private final Function<LabelledImage, OptionalDouble> exposure;

    /// @param exposure mean brightness of a picture, 0 to 1, where it was measured
    Novelty(List<LabelledImage> pictures, Function<LabelledImage, OptionalDouble> exposure) {
        this.exposure = exposure;
        Map<Integer, List<PlateDescriptor>> all = new HashMap<>();
        for (LabelledImage picture : pictures) {
            picture.targets().stream()
                    .flatMap(t -> describe(t, picture).stream())
                    .forEach(d ->
                            all.computeIfAbsent(d.classIndex(), _ -> new ArrayList<>()).add(d));
        }
        all.forEach((index, plates) -> labelled.put(index, spread(plates)));
    }

    private static List<PlateDescriptor> spread(List<PlateDescriptor> plates) {
        int step = Math.ceilDiv(plates.size(), MOST);
        List<PlateDescriptor> some = new ArrayList<>();
        for (int i = 0; i < plates.size(); i += step) {
            some.add(plates.get(i));
        }
        return some;
    }

    Optional<PlateDescriptor> describe(Target plate, LabelledImage picture) {
        return PlateDescriptor.of(plate, picture.size(), exposure.apply(picture));
    }

    double of(PlateDescriptor plate) {
        return nearest(plate).map(other -> 1 - Math.exp(-plate.distance(other))).orElse(1.0);
    }

    /// In what it differs most from the labelled plate of its class that is most like it; empty
    /// when none is labelled.
    Optional<PlateDescriptor.Trait> most(PlateDescriptor plate) {
        return nearest(plate).map(plate::most);
    }

    private Optional<PlateDescriptor> nearest(PlateDescriptor plate) {
        return labelled.getOrDefault(plate.classIndex(), List.of()).stream()
                .min(Comparator.comparingDouble(plate::distance));
    }
}
