package penumbra.format.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import penumbra.format.Finding;
import penumbra.format.yolo.KeypointShape;

/// What a loader does with a YOLO pose data set, and what it does not notice.
///
/// @param source the data.yaml, or the folder without one
/// @param classes targets of each class in the pictures that are not dropped, in schema order
/// @param loads whether a loader starts with it at all
/// @param pictures of the splits train, val and test in this order, each sorted by path
/// @param findings those that explain the verdicts, and suspicions, which change no verdict
public record CheckReport(
        Path source,
        KeypointShape shape,
        Map<String, Integer> classes,
        boolean loads,
        List<PictureVerdict> pictures,
        List<Finding> findings) {

    /// What a loader does with a picture and its labels.
    public enum Verdict {
        /// Taken as it is.
        ACCEPTED,
        /// Taken, with a warning, after a change.
        WARNED,
        /// Left out, picture and labels.
        DROPPED
    }

    /// Whether a picture has labels.
    public enum Labels {
        FOUND,
        /// The label file holds nothing: a background picture.
        EMPTY,
        /// There is no label file: a background picture.
        MISSING,
        /// Not looked at, because the picture is dropped anyway.
        UNREAD
    }

    /// The verdict on one picture.
    ///
    /// @param labels where its labels are sought
    /// @param rules why, in the order of the loader's checks; empty when it is simply accepted
    /// @param targets that are trained with
    public record PictureVerdict(
            String split,
            Path picture,
            Path labels,
            Verdict verdict,
            Labels state,
            List<String> rules,
            int targets) {

        public PictureVerdict {
            rules = List.copyOf(rules);
        }
    }

    public CheckReport {
        pictures = List.copyOf(pictures);
        findings = List.copyOf(findings);
    }

    /// Pictures with that verdict.
    public long count(Verdict verdict) {
        return pictures.stream().filter(p -> p.verdict() == verdict).count();
    }

    /// Pictures of a split with that verdict.
    public long count(String split, Verdict verdict) {
        return pictures.stream()
                .filter(p -> p.split().equals(split) && p.verdict() == verdict)
                .count();
    }

    public int targetCount() {
        return pictures.stream().mapToInt(PictureVerdict::targets).sum();
    }
}
