package penumbra.edit.propose;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import penumbra.metric.Oks;
import penumbra.metric.Truth;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;

/// Which predictions still wait for a person.
public final class Undecided {

    /// A label and a prediction of its class that are this alike are of one plate: the middle of
    /// the scale of OKS, with the tolerant sigmas 1/K.
    public static final double SAME = 0.5;

    private Undecided() {}

    /// Those that were neither taken nor dismissed, and that no label of the picture coincides
    /// with.
    ///
    /// @param dismissed ids of what a person does not want
    public static List<Prediction> of(
            List<Prediction> predictions, Set<UUID> dismissed, LabelledImage picture) {
        Set<UUID> labels =
                picture.targets().stream().map(Target::id).collect(Collectors.toUnmodifiableSet());
        return predictions.stream()
                .filter(p -> !dismissed.contains(p.target().id()))
                .filter(p -> !labels.contains(p.target().id()))
                .filter(p -> picture.targets().stream().noneMatch(t -> coincide(t, p.target())))
                .toList();
    }

    private static boolean coincide(Target label, Target found) {
        return label.classIndex() == found.classIndex() && similarity(label, found) >= SAME;
    }

    /// How alike the places of a label and of something that was found are, whatever their classes:
    /// OKS with sigmas 1/K, 0 to 1; 0 where nothing is labelled.
    public static double similarity(Target label, Target found) {
        int k = label.keypoints().size();
        double oks =
                new Oks(Collections.nCopies(k, 1.0 / k), Oks.VALIDATOR_AREA)
                        .of(Truth.of(label), found.keypoints().stream().map(Keypoint::at).toList());
        return Double.isNaN(oks) ? 0 : oks;
    }
}
