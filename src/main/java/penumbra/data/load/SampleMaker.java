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
import penumbra.data.augment.ColourJitter;
import penumbra.data.augment.RandomFlip;
import penumbra.data.augment.RandomWarp;
import penumbra.data.augment.Sample;
import penumbra.data.input.InputLabel;
import penumbra.data.input.Mirror;

/// Makes what a network sees of a picture, from the pictures of a set and a source of random
/// numbers.
///
/// Order of the changes and so of the draws: whether it is a mosaic and its three partners, the
/// point where they meet, warp, colours, upside down, mirrored. Partners are drawn from the whole
/// set, with replacement and by the sampler's weights; the reference draws them so when all
/// pictures are in memory, and else from those loaded last.
final class SampleMaker {

    private static final int PARTNERS = 3;

    private final List<TrainingPicture> pictures;
    private final List<List<InputLabel>> labels;
    private final PictureStore store;
    private final Augmentation strength;
    private final PictureWeights weights;
    private final RandomWarp warp;
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
            PictureWeights weights,
            Consumer<String> leftOut) {
        this.pictures = set.pictures();
        this.labels = pictures.stream().map(p -> p.inputLabels(store.side())).toList();
        this.store = store;
        this.strength = strength;
        this.weights = weights;
        this.warp = new RandomWarp(strength, store.side());
        this.colours = new ColourJitter(strength.hsvH(), strength.hsvS(), strength.hsvV());
        this.flips =
                set.flip().stream()
                        .flatMap(flip ->
                                List.of(
                                        new RandomFlip(Mirror.UP_DOWN, strength.flipUd(), flip),
                                        new RandomFlip(Mirror.LEFT_RIGHT, strength.flipLr(), flip))
                                        .stream())
                        .toList();
        this.leftOut = leftOut;
    }

    /// What is seen of a picture; empty if it cannot be had.
    ///
    /// @param mosaic whether mosaics are allowed
    Optional<Sample> make(int picture, boolean mosaic, RandomGenerator random) {
        boolean four = random.nextDouble() < strength.mosaic() && mosaic;
        List<Integer> together = new ArrayList<>(List.of(picture));
        for (int i = 0; four && i < PARTNERS; i++) {
            together.add(weights.draw(random));
        }
        List<Optional<Sample>> loaded = together.stream().map(this::loaded).toList();
        return loaded.getFirst()
                .map(first -> {
                    Arrangement arranged =
                            four
                                    ? Arrangement.mosaic(loaded, store.side(), random)
                                    : Arrangement.letterboxed(first, store.side());
                    Sample sample = colours.apply(warp.apply(arranged, random), random);
                    for (RandomFlip flip : flips) {
                        sample = flip.apply(sample, random);
                    }
                    return sample;
                });
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
