package penumbra.edit.calibrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.uncertainty.SmallestGap;

/// A random sample of plates for a second look, small ones and large ones alike.
///
/// Method: sizes are cut into [#STRATA] strata of equal ratio between the smallest and the largest
/// gap; plates are drawn from them in turn until there are enough or no more, then shuffled. The
/// same seed draws the same plates from the same labels.
///
/// @param tasks in the order in which they are asked
/// @param eligible number of plates that could have been drawn
/// @param looked plates left out because this person looked at them before
/// @param partial plates left out because not all of their keypoints are labelled inside the
///   picture, or two of them coincide
/// @param crowded plates left out because another plate is so near that no neighbourhood would tell
///   which is meant
public record LookSample(List<LookTask> tasks, int eligible, int looked, int partial, int crowded) {

    public static final int STRATA = 5;

    public LookSample {
        tasks = List.copyOf(tasks);
    }

    /// A plate that may be drawn, and its size.
    private record Candidate(LookTask task, double gap) {}

    /// @param images to draw from
    /// @param done ids of the targets that this person looked at before
    /// @param count of plates wanted
    public static LookSample draw(
            List<LabelledImage> images, Set<UUID> done, int count, long seed) {
        Random random = new Random(seed);
        List<Candidate> candidates = new ArrayList<>();
        int looked = 0;
        int partial = 0;
        int crowded = 0;
        for (LabelledImage image : images) {
            for (Target target : image.targets()) {
                if (done.contains(target.id())) {
                    looked++;
                } else if (!whole(target, image)) {
                    partial++;
                } else {
                    Optional<Box> region = Neighbourhood.of(target, image, random);
                    crowded += region.isEmpty() ? 1 : 0;
                    region.ifPresent(r ->
                            candidates.add(
                                    new Candidate(
                                            new LookTask(image.id(), target, r), gap(target))));
                }
            }
        }
        Collections.shuffle(candidates, random);
        List<LookTask> drawn = inTurn(strata(candidates), count);
        Collections.shuffle(drawn, random);
        return new LookSample(drawn, candidates.size(), looked, partial, crowded);
    }

    private static boolean whole(Target target, LabelledImage image) {
        return target.keypoints().stream().allMatch(k -> k.labelled() && inside(k, image))
                && gap(target) > 0;
    }

    private static boolean inside(Keypoint k, LabelledImage image) {
        return k.at().x() >= 0
                && k.at().y() >= 0
                && k.at().x() <= image.size().width()
                && k.at().y() <= image.size().height();
    }

    private static double gap(Target target) {
        return SmallestGap.of(
                target.labelledPoints(), Box.hull(target.labelledPoints()).orElseThrow());
    }

    private static List<List<Candidate>> strata(List<Candidate> candidates) {
        double least = candidates.stream().mapToDouble(Candidate::gap).min().orElse(1);
        double most = candidates.stream().mapToDouble(Candidate::gap).max().orElse(1);
        List<List<Candidate>> strata = new ArrayList<>();
        for (int i = 0; i < STRATA; i++) {
            strata.add(new ArrayList<>());
        }
        double span = Math.log(most / least);
        for (Candidate c : candidates) {
            double place = span > 0 ? Math.log(c.gap() / least) / span : 0;
            strata.get(Math.min(STRATA - 1, (int) (place * STRATA))).add(c);
        }
        return strata;
    }

    private static List<LookTask> inTurn(List<List<Candidate>> strata, int count) {
        List<LookTask> drawn = new ArrayList<>();
        int longest = strata.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<Candidate> stratum : strata) {
                if (turn < stratum.size() && drawn.size() < count) {
                    drawn.add(stratum.get(turn).task());
                }
            }
        }
        return drawn;
    }
}
