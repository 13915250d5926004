package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import penumbra.format.Excerpt;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.PictureFiles;
import penumbra.geometry.Size;

/// The skeleton tracks of a CVAT video, frame by frame.
final class CvatFrames {

    /// A skeleton in one frame, as its own element says.
    private record Pose(int line, boolean outside, List<CvatPoint> points) {}

    private static final Pattern FRAME = Pattern.compile("\\d{1,9}");

    private final Path file;
    private final XmlReader xml;
    private final Findings findings;
    private final CvatLabels labels;
    private final String annotator;
    private final Map<Integer, List<Skeleton>> byFrame = new TreeMap<>();

    CvatFrames(Path file, XmlReader xml, Findings findings, CvatLabels labels, String annotator) {
        this.file = file;
        this.xml = xml;
        this.findings = findings;
        this.labels = labels;
        this.annotator = annotator;
    }

    /// Takes the `track` element that is current. A frame's points stand inside its skeleton
    /// element, or in inner tracks, one for each point.
    void track() throws FormatException {
        String label = xml.attribute("label").orElse("");
        Map<Integer, Pose> poses = new LinkedHashMap<>();
        Map<Integer, List<CvatPoint>> inner = new LinkedHashMap<>();
        xml.children(child -> {
            switch (child) {
                case "skeleton" -> pose(poses);
                case "track" -> innerTrack(inner);
                default -> other(child, label);
            }
        });
        for (Map.Entry<Integer, Pose> entry : poses.entrySet()) {
            Pose pose = entry.getValue();
            if (!pose.outside()) {
                List<CvatPoint> points =
                        Stream.concat(
                                        pose.points().stream(),
                                        inner.getOrDefault(entry.getKey(), List.of()).stream())
                                .toList();
                findings.attempt(
                        file,
                        () -> {
                            Skeleton skeleton =
                                    CvatPoint.skeleton(
                                            pose.line(), label, points, labels, annotator);
                            byFrame.computeIfAbsent(entry.getKey(), f -> new ArrayList<>())
                                    .add(skeleton);
                        });
            }
        }
    }

    /// The pictures of all frames that have skeletons.
    List<StatedPicture> pictures(Optional<Size> size) {
        return byFrame.entrySet().stream()
                .map(e ->
                        new StatedPicture(
                                file,
                                e.getValue().getFirst().line(),
                                PictureFiles.withAnyType(
                                        String.format(Locale.ROOT, "frame_%06d", e.getKey())),
                                "",
                                size,
                                e.getValue()))
                .toList();
    }

    private void pose(Map<Integer, Pose> poses) throws FormatException {
        int line = xml.line();
        Optional<Integer> frame = frame();
        boolean outside = CvatPoint.flag(xml, "outside");
        List<CvatPoint> points = new ArrayList<>();
        xml.children(child -> {
            if (child.equals("points")) {
                points.add(CvatPoint.of(xml, xml.attribute("label").orElse("")));
            }
        });
        if (frame.isEmpty()
                || poses.putIfAbsent(frame.get(), new Pose(line, outside, points)) != null) {
            findings.refuse(file, line, "frame");
        }
    }

    private void innerTrack(Map<Integer, List<CvatPoint>> inner) throws FormatException {
        String label = xml.attribute("label").orElse("");
        xml.children(child -> {
            Optional<Integer> frame = frame();
            if (!child.equals("points")) {
                other(child, label);
            } else if (frame.isEmpty()) {
                findings.refuse(file, xml.line(), "frame");
            } else {
                inner.computeIfAbsent(frame.get(), f -> new ArrayList<>())
                        .add(CvatPoint.of(xml, label));
            }
        });
    }

    /// A shape that is no skeleton: refused, unless it only says that it is gone.
    private void other(String kind, String label) throws FormatException {
        if (!CvatPoint.flag(xml, "outside")) {
            findings.refuse(file, xml.line(), "shape", Excerpt.of(kind), Excerpt.of(label));
        }
    }

    private Optional<Integer> frame() {
        return xml.attribute("frame")
                .filter(text -> FRAME.matcher(text).matches())
                .map(Integer::valueOf);
    }
}
