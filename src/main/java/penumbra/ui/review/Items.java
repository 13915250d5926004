package penumbra.ui.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.edit.suggest.Suggestion;
import penumbra.edit.suggest.Suspicion;
import penumbra.geometry.Covariance;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.plot.dataset.Light;
import penumbra.run.RecordedFindings;
import penumbra.store.Proposals;
import penumbra.text.Texts;
import penumbra.ui.PendingProposals;

/// Finds what there is to review; on any thread.
///
/// @param pictures in the order of the list
/// @param light of the pictures, as far as it was measured
/// @param runs folder that the project's runs lie in
/// @param project its file
record Items(
        List<LabelledImage> pictures,
        Schema schema,
        Proposals proposals,
        Light light,
        Path runs,
        Path project) {

    private static final Logger LOG = LoggerFactory.getLogger(Items.class);

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
                        pictures,
                        schema,
                        image -> PendingProposals.undecided(proposals, image),
                        light::exposure)
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
        Map<String, List<Prediction>> recorded = recorded();
        List<Item> items = new ArrayList<>();
        for (Suspicion s :
                Suspicion.rank(
                        pictures,
                        schema,
                        image ->
                                proposals
                                        .in(image.path())
                                        .map(Proposals.Found::predictions)
                                        .or(() ->
                                                Optional.ofNullable(recorded.get(image.path()))))) {
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

    /// What the newest run found of the pictures that it held back.
    private Map<String, List<Prediction>> recorded() {
        try {
            return RecordedFindings.newest(runs, project);
        } catch (IOException e) {
            LOG.warn("what a run found could not be read", e);
            return Map.of();
        }
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
