package penumbra.format.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.SourceFiles;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// The pictures of a split that a loader accepts ([LoaderPictures], [LoaderLabels]), sorted by
/// path.
///
/// A picture without a label file is a background. Departure: a row whose box is infinite is left
/// out, because nothing can be compared with it.
///
/// @param findings why pictures were left out
public record LoadedSplit(List<LoadedPicture> pictures, List<Finding> findings) {

    private static final int BOX = 1;
    private static final int KEYPOINTS = 5;

    public LoadedSplit {
        pictures = List.copyOf(pictures);
        findings = List.copyOf(findings);
    }

    /// @throws FormatException if the split cannot be read or no picture of it is accepted
    public static LoadedSplit read(DataYaml yaml, String split) throws FormatException {
        List<Finding> findings = new ArrayList<>();
        List<LoadedPicture> pictures = new ArrayList<>();
        LoaderLabels loader = new LoaderLabels(yaml.shape(), yaml.schema().classes().size());
        try {
            for (Path picture : SplitPictures.of(yaml, split, findings)) {
                read(picture, yaml.shape(), loader, findings).ifPresent(pictures::add);
            }
        } catch (IOException e) {
            throw SourceFiles.unreadable(yaml.file(), e);
        }
        if (pictures.isEmpty()) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, yaml.file(), 0, "check-none-left", split));
        }
        return new LoadedSplit(pictures, findings);
    }

    private static Optional<LoadedPicture> read(
            Path picture, KeypointShape shape, LoaderLabels loader, List<Finding> findings)
            throws IOException {
        LoaderPictures.Judgement judgement = LoaderPictures.judge(picture);
        if (judgement.dropped()) {
            findings.add(
                    Finding.of(
                            Severity.REFUSED,
                            picture,
                            0,
                            judgement.rule().orElseThrow(),
                            judgement.argument()));
            return Optional.empty();
        }
        try {
            Size size = ImageReader.size(picture);
            Path labels = DatasetPaths.labels(picture);
            Optional<List<Target>> read = targets(labels, size, shape, loader, findings);
            Path truth =
                    SourceFiles.mirrored(picture.toAbsolutePath().getParent(), "images", "truth")
                            .resolve(labels.getFileName());
            Optional<List<Target>> clean =
                    truth.equals(labels) || !Files.isRegularFile(truth)
                            ? Optional.empty()
                            : targets(truth, size, shape, loader, findings);
            return read.map(targets -> new LoadedPicture(picture, size, targets, clean));
        } catch (PictureException e) {
            findings.add(Finding.of(Severity.REFUSED, picture, 0, "yolo-picture", e.getMessage()));
            return Optional.empty();
        }
    }

    /// Empty, with a finding, when a loader drops the picture for its labels.
    private static Optional<List<Target>> targets(
            Path file, Size size, KeypointShape shape, LoaderLabels loader, List<Finding> findings)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of(List.of());
        }
        LoaderLabels.Judgement lines = loader.judge(Files.readAllBytes(file));
        if (lines.rejection().isPresent()) {
            LoaderLabels.Rejection no = lines.rejection().get();
            findings.add(
                    Finding.of(
                            Severity.REFUSED,
                            file,
                            no.line(),
                            no.rule(),
                            no.arguments().toArray()));
            return Optional.empty();
        }
        return Optional.of(
                lines.rows().stream()
                        .map(LoaderLabels.Row::values)
                        .filter(LoadedSplit::isFinite)
                        .map(row -> target(row, size, shape))
                        .toList());
    }

    private static boolean isFinite(float[] row) {
        for (float value : row) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static Target target(float[] row, Size size, KeypointShape shape) {
        Box box =
                Box.centred(
                        (double) row[BOX] * size.width(),
                        (double) row[BOX + 1] * size.height(),
                        Math.max(0, (double) row[BOX + 2] * size.width()),
                        Math.max(0, (double) row[BOX + 3] * size.height()));
        List<Keypoint> keypoints = new ArrayList<>();
        for (int k = 0; k < shape.count(); k++) {
            int at = KEYPOINTS + k * shape.dimensions();
            keypoints.add(
                    new Keypoint(
                            new Point(
                                    (double) row[at] * size.width(),
                                    (double) row[at + 1] * size.height()),
                            visibility(row, at, shape)));
        }
        return Target.of(Math.max(0, (int) row[0]), keypoints, Optional.of(box), "");
    }

    /// As a loader counts it, which asks for labelled or not; of those, what the file says is
    /// hidden.
    private static Visibility visibility(float[] row, int at, KeypointShape shape) {
        boolean labelled =
                shape.dimensions() == 3 ? row[at + 2] != 0 : row[at] >= 0 && row[at + 1] >= 0;
        if (!labelled) {
            return Visibility.UNLABELLED;
        }
        return shape.dimensions() == 3 && row[at + 2] == Visibility.OCCLUDED.code()
                ? Visibility.OCCLUDED
                : Visibility.VISIBLE;
    }
}
