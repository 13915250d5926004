package penumbra.data.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import penumbra.data.augment.PlateCut;
import penumbra.data.input.InputLabel;
import penumbra.data.input.LoadedSize;
import penumbra.geometry.Size;

/// The plates of a training set that can be cut out, drawn by the weights of their pictures.
final class Donors {

    private final List<Donor> all = new ArrayList<>();
    private final Weights weights;

    /// A plate that can be cut out.
    ///
    /// @param picture index
    record Donor(int picture, InputLabel label) {}

    /// @param labels of each picture, loaded
    /// @param pictureWeights of each picture
    /// @param side of the network's input
    Donors(
            List<TrainingPicture> pictures,
            List<List<InputLabel>> labels,
            Weights pictureWeights,
            int side) {
        for (int i = 0; i < pictures.size(); i++) {
            Size loaded = LoadedSize.of(pictures.get(i).size(), side).size();
            for (InputLabel label : labels.get(i)) {
                if (PlateCut.isPossible(label, labels.get(i), loaded)) {
                    all.add(new Donor(i, label));
                }
            }
        }
        weights =
                new Weights(
                        all.stream()
                                .mapToDouble(d -> pictureWeights.weight(d.picture()))
                                .toArray());
    }

    /// @param picture that is not to give one, an index
    /// @return empty if that picture's was drawn, or there is none at all
    Optional<Donor> draw(int picture, RandomGenerator random) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(weights.draw(random))).filter(d -> d.picture() != picture);
    }
}
