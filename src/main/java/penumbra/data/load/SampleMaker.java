package penumbra.data.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import penumbra.data.PictureException;
import penumbra.data.augment.Arrangement;
import penumbra.data.augment.Augmentation;
import penumbra.data.augment.BloomJitter;
import penumbra.data.augment.ColourJitter;
import penumbra.data.augment.ExposureJitter;
import penumbra.data.augment.PlateCut;
import penumbra.data.augment.PlatePaste;
import penumbra.data.augment.RandomFlip;
import penumbra.data.augment.RandomWarp;
import penumbra.data.augment.Sample;
import penumbra.data.input.InputLabel;
import penumbra.data.input.Mirror;

/// Makes what a network sees of a picture, from the pictures of a set and a source of random
/// numbers.
///
/// Order of the changes and so of the draws: whether it is a mosaic and its three partners; plates
/// pasted into each, the point where they meet, warp, bloom, exposure, colours, upside down,
/// mirrored. The reference's own are in its order; ours stand where the camera has them. Partners
/// are drawn from the whole set, with replacement and by the sampler's weights; the reference draws
/// them so when all pictures are in memory, and else from those loaded last.
final class SampleMaker {

    private static final int PARTNERS = 3;

    private final List<TrainingPicture> pictures;
    private final List<List<InputLabel>> labels;
    private final PictureStore store;
    private final Augmentation strength;
    private final Weights weights;
    private final Donors donors;
    private final RandomWarp warp;
    private final PlatePaste paste;
    private final BloomJitter bloom;
    private final ExposureJitter exposure;
    private final ColourJitter colours;
    private final List<RandomFlip> flips;
    private final Consumer<String> leftOut;

    /// Those that were named already.
    private final Set<TrainingPicture> named = ConcurrentHashMap.newKeySet();

    /// @param leftOut is told once of each picture that cannot be had, in a sentence, on any thread
    SampleMaker(
            TrainingSet set,
            PictureStore store,
            Augmentation strength,
            Weights weights,
            Consumer<String> leftOut) {
        this.pictures = set.pictures();
        this.labels = pictures.stream().map(p -> p.inputLabels(store.side())).toList();
        this.store = store;
        this.strength = strength;
        this.weights = weights;
        this.donors = new Donors(pictures, labels, weights, store.side());
        this.warp = new RandomWarp(strength, store.side());
        this.paste = new PlatePaste(strength.paste());
        this.bloom = new BloomJitter(strength.bloom());
        this.exposure = new ExposureJitter(strength.exposure());
        this.colours = new ColourJitter(strength.hsvH(), strength.hsvS(), strength.hsvV());
        this.flips = set.flip().map(flip -> flips(strength, flip)).orElse(List.of());
        this.leftOut = leftOut;
    }

    private static List<RandomFlip> flips(Augmentation strength, List<Integer> flip) {
        return List.of(
                new RandomFlip(Mirror.UP_DOWN, strength.flipUd(), flip),
                new RandomFlip(Mirror.LEFT_RIGHT, strength.flipLr(), flip));
    }

    /// What is seen of a picture; empty if it cannot be had.
    ///
    /// @param together whether pictures are put together: mosaics and pasted plates
    Optional<Sample> make(int picture, boolean together, RandomGenerator random) {
        boolean mosaic = together && random.nextDouble() < strength.mosaic();
        List<Integer> indices = new ArrayList<>(List.of(picture));
        for (int i = 0; mosaic && i < PARTNERS; i++) {
            indices.add(weights.draw(random));
        }
        List<Optional<Sample>> samples =
                indices.stream().map(i -> filled(i, together, random)).toList();
        if (samples.getFirst().isEmpty()) {
            return Optional.empty();
        }
        Arrangement arranged =
                mosaic
                        ? Arrangement.mosaic(samples, store.side(), random)
                        : Arrangement.letterboxed(samples.getFirst().get(), store.side());
        Sample sample = warp.apply(arranged, random);
        sample = bloom.apply(sample, random);
        sample = exposure.apply(sample, random);
        sample = colours.apply(sample, random);
        for (RandomFlip flip : flips) {
            sample = flip.apply(sample, random);
        }
        return Optional.of(sample);
    }

    /// A picture with what is pasted into it.
    private Optional<Sample> filled(int picture, boolean together, RandomGenerator random) {
        Optional<Sample> own = loaded(picture);
        return together ? own.map(s -> paste.apply(s, r -> plate(picture, r), random)) : own;
    }

    /// A plate of another picture.
    private Optional<PlateCut> plate(int picture, RandomGenerator random) {
        return donors.draw(picture, random)
                .flatMap(donor ->
                        loaded(donor.picture()).map(s -> new PlateCut(s.image(), donor.label())));
    }

    private Optional<Sample> loaded(int index) {
        TrainingPicture picture = pictures.get(index);
        try {
            return Optional.of(new Sample(store.get(picture), labels.get(index), picture.path()));
        } catch (PictureException e) {
            if (named.add(picture)) {
                leftOut.accept(e.getMessage());
            }
            return Optional.empty();
        }
    }
}
