package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.NaturalOrder;
import penumbra.format.PictureBorder;
import penumbra.format.Refusal;
import penumbra.format.SourceFiles;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Makes one label set of all annotation files of a source: the files in the order given, the
/// pictures of each in natural order of the names that it states, wherever they lie.
final class SkeletonSource {

    /// Class of targets for which the source says none.
    static final String UNKNOWN_CLASS = "unknown";

    /// A source with more keypoints than this is given up; the largest public one has 4.5 million.
    static final int MAX_KEYPOINTS = 8_000_000;

    private static final int MAX_CLASSES = 10_000;

    private final List<AnnotationFile> files;
    private final Findings findings;
    private final SourceKeypoints keypoints;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private long keypointTotal;

    SkeletonSource(List<AnnotationFile> files, OptionalInt unnamedCount, Findings findings)
            throws FormatException {
        this.files = List.copyOf(files);
        this.findings = findings;
        keypoints = SourceKeypoints.of(files, unnamedCount, findings);
    }

    LabelSet labelSet() throws FormatException {
        for (Category category : keypoints.categories()) {
            classIndex(category.name(), category.file(), category.line());
        }
        StatedPictures pictures = new StatedPictures(findings);
        List<LabelledImage> images = new ArrayList<>();
        for (AnnotationFile file : files) {
            Map<String, List<LabelledImage>> byName = new TreeMap<>(NaturalOrder.INSTANCE);
            for (StatedPicture picture : file.pictures()) {
                Optional<StatedPictures.Found> found = pictures.find(picture);
                if (found.isPresent()) {
                    byName.computeIfAbsent(picture.names().getFirst(), _ -> new ArrayList<>())
                            .add(image(picture, found.get()));
                }
            }
            byName.values().forEach(images::addAll);
        }
        return new LabelSet(
                keypoints.schema(List.copyOf(classes.keySet())),
                keypoints.declared(),
                images,
                findings.list());
    }

    private LabelledImage image(StatedPicture picture, StatedPictures.Found found)
            throws FormatException {
        List<Target> targets = new ArrayList<>();
        for (Skeleton skeleton : found.refused() ? List.<Skeleton>of() : picture.skeletons()) {
            findings.attempt(
                    picture.file(), () -> targets.add(target(skeleton, picture, found.size())));
        }
        return new LabelledImage(
                0,
                SourceFiles.slashed(found.path()),
                found.size(),
                targets,
                targets.isEmpty() ? LabelState.UNLABELLED : LabelState.LABELLED,
                "");
    }

    private Target target(Skeleton skeleton, StatedPicture picture, Size size)
            throws Refusal, FormatException {
        List<Keypoint> points = keypoints.arranged(skeleton, picture.file(), findings);
        keypointTotal += points.size();
        if (keypointTotal > MAX_KEYPOINTS) {
            throw tooManyKeypoints(picture.file(), skeleton.line());
        }
        String name = skeleton.className();
        if (name.isBlank()) {
            findings.warn(picture.file(), skeleton.line(), "class-missing", UNKNOWN_CLASS);
            name = UNKNOWN_CLASS;
        }
        if (!skeleton.statesVisibility()) {
            points =
                    points.stream()
                            .map(p -> p.labelled() ? PictureBorder.keypoint(p.at(), size) : p)
                            .toList();
        }
        return Target.of(
                classIndex(name, picture.file(), skeleton.line()),
                points,
                skeleton.box(),
                skeleton.annotator());
    }

    static FormatException tooManyKeypoints(Path file, int line) {
        return new FormatException(
                Finding.of(Severity.REFUSED, file, line, "too-many-keypoints", MAX_KEYPOINTS));
    }

    private int classIndex(String name, Path file, int line) throws FormatException {
        Integer index = classes.putIfAbsent(name, classes.size());
        if (classes.size() > MAX_CLASSES) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, file, line, "too-many-classes", MAX_CLASSES));
        }
        return index != null ? index : classes.size() - 1;
    }
}
