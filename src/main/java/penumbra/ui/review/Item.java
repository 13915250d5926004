package penumbra.ui.review;

import java.util.Optional;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;
import penumbra.ui.PendingProposals;
import penumbra.ui.Studio;

/// One thing to be decided.
///
/// @param target the label or the proposal as it was; empty for a whole picture
/// @param found what a network found there, if it did
/// @param title picture and class
/// @param reason why it should be looked at, in words
record Item(
        Kind kind,
        long imageId,
        Optional<Target> target,
        Optional<Prediction> found,
        String title,
        String reason) {

    /// Whether a person has decided since.
    boolean decided(Studio studio) {
        return studio.project().image(imageId).filter(i -> !decided(i, studio)).isEmpty();
    }

    private boolean decided(LabelledImage image, Studio studio) {
        PendingProposals proposals = studio.proposals();
        return switch (kind) {
            case PROPOSALS ->
                    proposals.undecided(image).stream()
                            .noneMatch(p -> p.target().id().equals(target.orElseThrow().id()));
            case SUGGESTED -> !image.targets().isEmpty() || image.state() != LabelState.UNLABELLED;
            case SUSPICIOUS ->
                    image.state() == LabelState.REVIEWED
                            || image.state() == LabelState.FLAGGED
                            || !image.targets().contains(target.orElseThrow());
        };
    }
}
