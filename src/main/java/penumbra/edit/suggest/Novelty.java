package penumbra.edit.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import penumbra.model.LabelledImage;

/// How unlike all labelled plates of its class a plate is: `1 - exp(-d)`, d the distance to the
/// nearest of them ([PlateDescriptor#distance]); 1 for a class of which nothing is labelled.
///
/// Of each class at most [#MOST] labelled plates count, spread evenly over the pictures, so that
/// many pictures are ranked in the time that few are.
final class Novelty {

    static final int MOST = 400;

    private final Map<Integer, List<PlateDescriptor>> labelled = new HashMap<>();

    Novelty(List<LabelledImage> pictures) {
        Map<Integer, List<PlateDescriptor>> all = new HashMap<>();
        for (LabelledImage picture : pictures) {
            picture.targets().stream()
                    .flatMap(t -> PlateDescriptor.of(t, picture.size()).stream())
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

    boolean knows(int classIndex) {
        return labelled.containsKey(classIndex);
    }

    double of(PlateDescriptor plate) {
        double nearest =
                labelled.getOrDefault(plate.classIndex(), List.of()).stream()
                        .mapToDouble(plate::distance)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
        return 1 - Math.exp(-nearest);
    }
}
