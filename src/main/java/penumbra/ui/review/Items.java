package penumbra.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.edit.suggest.Suggestion;
import penumbra.edit.suggest.Suspicion;
import penumbra.geometry.Covariance;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.store.Proposals;
import penumbra.text.Texts;
import penumbra.ui.PendingProposals;

/// Finds what there is to review; on any thread.
///
/// @param pictures in the order of the list
record Items(List<LabelledImage> pictures, Schema schema, Proposals proposals) {

    List<Item> of(Kind kind) {
        return switch (kind) {
            case PROPOSALS -> proposed();
            case SUGGESTED -> suggested();
            case SUSPICIOUS -> suspicious();
        };
    }

    private List<Item> proposed() {
        List<Item> items = new ArrayList<>();
        for (LabelledImage picture : pictures) {
            for (Prediction p : PendingProposals.undecided(proposals, picture)) {
                items.add(
                        new Item(
                                Kind.PROPOSALS,
                                picture.id(),
                                Optional.of(p.target()),
                                Optional.of(p),
                                title(picture, p.target()),
                                reason(p)));
            }
        }
        return items;
    }

    private static String reason(Prediction prediction) {
        double variance =
                prediction.covariances().stream()
                        .flatMap(Optional::stream)
                        .mapToDouble(Items::variance)
                        .average()
                        .orElse(Double.NaN);
        double score = 100 * prediction.score();
        return Double.isNaN(variance)
                ? Texts.of(Items.class, "reason.score", score)
                : Texts.of(Items.class, "reason.scatter", score, Math.sqrt(variance));
    }

    /// Of one coordinate.
    private static double variance(Covariance c) {
        return (c.xx() + c.yy()) / 2;
    }

    private List<Item> suggested() {
        Map<Long, LabelledImage> byId = byId();
        return Suggestion.rank(
                        pictures, schema, image -> PendingProposals.undecided(proposals, image))
                .stream()
                .map(s ->
                        new Item(
                                Kind.SUGGESTED,
                                s.imageId(),
                                Optional.empty(),
                                Optional.empty(),
                                name(byId.get(s.imageId())),
                                s.reason()))
                .toList();
    }

    private List<Item> suspicious() {
        Map<Long, LabelledImage> byId = byId();
        List<Item> items = new ArrayList<>();
        for (Suspicion s :
                Suspicion.rank(
                        pictures,
                        schema,
                        image -> proposals.in(image.path()).map(Proposals.Found::predictions))) {
            LabelledImage picture = byId.get(s.imageId());
            picture.targets().stream()
                    .filter(t -> t.id().equals(s.target()))
                    .findFirst()
                    .ifPresent(t ->
                            items.add(
                                    new Item(
                                            Kind.SUSPICIOUS,
                                            s.imageId(),
                                            Optional.of(t),
                                            s.found(),
                                            title(picture, t),
                                            s.reason())));
        }
        return items;
    }

    private Map<Long, LabelledImage> byId() {
        Map<Long, LabelledImage> byId = new HashMap<>();
        pictures.forEach(p -> byId.put(p.id(), p));
        return byId;
    }

    private String title(LabelledImage picture, Target target) {
        return Texts.of(
                Items.class, "title", name(picture), schema.classNames().get(target.classIndex()));
    }

    private static String name(LabelledImage image) {
        return image.path().substring(image.path().lastIndexOf('/') + 1);
    }
}
