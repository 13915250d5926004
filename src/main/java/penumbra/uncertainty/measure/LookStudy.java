package penumbra.uncertainty.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import penumbra.geometry.Box;
import penumbra.geometry.Quad;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;
import penumbra.model.SizeLaw;
import penumbra.model.Target;

/// What second looks show of the labels' noise.
///
/// Every look is paired with the first labels as they were then. Where several people looked at one
/// plate, its first labels count in each pair, so that intervals come out a little too short.
public sealed interface LookStudy {

    /// A keypoint that was labelled twice.
    record Place(BlindLook look, int keypoint) {}

    /// Keypoints that the second look put on another one of the first: an error of order in either.
    List<Place> swapped();

    /// Number of keypoints labelled twice, swapped ones aside.
    int pairs();

    /// Too few pairs for numbers that mean something.
    ///
    /// @param needed pairs from which there are numbers
    record TooFew(int pairs, int needed, List<Place> swapped) implements LookStudy {

        /// Plates that are still to be looked at, when every keypoint of them makes a pair.
        public int plates(Schema schema) {
            return Math.ceilDiv(needed - pairs, schema.keypointCount());
        }
    }

    /// @param looks those that were measured
    /// @param places of the pairs, in their order
    /// @param heldOut mean log-likelihood of a pair under each law fitted to other pairs
    /// @param calibration of the law that foretells best
    /// @param parallelogram deviation per axis that the first labels of these plates show by
    ///   themselves, px; empty where targets are no plates
    record Measured(
            List<BlindLook> looks,
            List<Place> places,
            List<Place> swapped,
            Map<SizeLaw, Double> heldOut,
            Calibration calibration,
            OptionalDouble parallelogram)
            implements LookStudy {

        @Override
        public int pairs() {
            return places.size();
        }

        /// Keypoints to look at again: those that lie too far apart for the law.
        public List<Place> outliers() {
            return calibration.outliers().stream().map(places::get).toList();
        }

        /// The OKS sigma of this project's keypoints, for targets of the usual size here.
        public double oksSigma() {
            double[] sides =
                    looks.stream()
                            .flatMap(l -> l.first().extent().stream())
                            .mapToDouble(Box::area)
                            .map(Math::sqrt)
                            .sorted()
                            .toArray();
            return calibration.oksSigma(sides[sides.length / 2]);
        }

        /// What the project keeps of this.
        public LabelNoise noise(Instant when) {
            return new LabelNoise(
                    calibration.lawAlong(),
                    calibration.lawAcross(),
                    Stream.of(0.1, 0.5, 0.9).map(this::span).distinct().toList(),
                    pairs(),
                    looks.stream().map(BlindLook::annotator).distinct().sorted().toList(),
                    looks.stream().map(BlindLook::id).toList(),
                    when);
        }

        private LabelNoise.Span span(double share) {
            double gap = gapAt(share);
            return new LabelNoise.Span(gap, calibration.along(gap), calibration.across(gap));
        }

        /// The gap, px, that this share of the pairs does not reach.
        public double gapAt(double share) {
            List<Double> gaps = calibration.gaps();
            return gaps.get((int) Math.round(share * (gaps.size() - 1)));
        }
    }

    /// Parts of which each is foretold from the others when laws are compared.
    int FOLDS = 5;

    /// @param looks of this schema's targets; others are left out
    static LookStudy of(List<BlindLook> looks, Schema schema) {
        List<Place> places = new ArrayList<>();
        List<Place> swapped = new ArrayList<>();
        List<NoisePair> pairs = new ArrayList<>();
        List<BlindLook> fitting =
                looks.stream()
                        .filter(l -> l.first().keypoints().size() == schema.keypointCount())
                        .toList();
        for (BlindLook look : fitting) {
            SecondLook both = SecondLook.of(look.first(), look.second(), schema);
            both.swapped().forEach(k -> swapped.add(new Place(look, k)));
            for (SecondLook.End end : both.ends()) {
                places.add(new Place(look, end.keypoint()));
                pairs.add(end.pair());
            }
        }
        if (pairs.size() < Calibration.FEWEST) {
            return new TooFew(pairs.size(), Calibration.FEWEST, List.copyOf(swapped));
        }
        Map<SizeLaw, Double> heldOut = Calibration.heldOut(pairs, FOLDS);
        return new Measured(
                fitting,
                List.copyOf(places),
                List.copyOf(swapped),
                heldOut,
                Calibration.of(pairs, Calibration.likeliest(heldOut)),
                parallelogram(fitting, schema));
    }

    private static OptionalDouble parallelogram(List<BlindLook> looks, Schema schema) {
        List<Quad> plates =
                looks.stream()
                        .map(BlindLook::first)
                        .filter(t -> t.keypoints().stream().allMatch(Keypoint::labelled))
                        .map(LookStudy::quad)
                        .toList();
        return plates.isEmpty() || !schema.edges().equals(Schema.ARMOR_PLATE.edges())
                ? OptionalDouble.empty()
                : OptionalDouble.of(Parallelogram.sigma(plates));
    }

    private static Quad quad(Target plate) {
        return Quad.of(plate.labelledPoints());
    }
}
