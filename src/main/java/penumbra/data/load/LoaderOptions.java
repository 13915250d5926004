package penumbra.data.load;

import penumbra.data.augment.Augmentation;

/// How pictures are fed to a trainer.
///
/// @param batch pictures in a batch, at least 1
/// @param augmentation how they are varied
/// @param sampler how often each is seen
/// @param seed of all random numbers
/// @param ahead batches prepared while one is worked on, at least 1
public record LoaderOptions(
        int batch, Augmentation augmentation, Sampler sampler, long seed, int ahead) {

    /// @throws IllegalArgumentException if one of them is below its least
    public LoaderOptions {
        if (batch < 1 || ahead < 1) {
            throw new IllegalArgumentException(batch + " a batch, " + ahead + " ahead");
        }
    }
}
