package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Decimal;
import penumbra.format.Excerpt;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.geometry.Box;

/// The shapes of one `image` element.
final class CvatImage {

    /// A box, and the group it shares with a skeleton.
    private record GroupBox(int line, String label, String group, Optional<Box> box) {}

    private final Path file;
    private final XmlReader xml;
    private final Findings findings;
    private final CvatLabels labels;
    private final String annotator;
    private final List<Skeleton> skeletons = new ArrayList<>();
    private final Map<String, List<Integer>> skeletonsByGroup = new HashMap<>();
    private final List<GroupBox> boxes = new ArrayList<>();

    CvatImage(Path file, XmlReader xml, Findings findings, CvatLabels labels, String annotator) {
        this.file = file;
        this.xml = xml;
        this.findings = findings;
        this.labels = labels;
        this.annotator = annotator;
    }

    /// Takes the shape that is current.
    void shape(String kind) throws FormatException {
        int line = xml.line();
        String label = xml.attribute("label").orElse("");
        String group = xml.attribute("group_id").filter(g -> !g.equals("0")).orElse("");
        switch (kind) {
            case "skeleton" -> skeleton(line, label, group);
            case "box" -> {
                if (group.isEmpty()) {
                    findings.refuse(file, line, "no-keypoints", Excerpt.of(label));
                } else {
                    boxes.add(new GroupBox(line, label, group, box()));
                }
            }
            default -> findings.refuse(file, line, "shape", Excerpt.of(kind), Excerpt.of(label));
        }
    }

    /// All skeletons of the image, each with the box of its group.
    List<Skeleton> skeletons() throws FormatException {
        for (GroupBox box : boxes) {
            List<Integer> partners = skeletonsByGroup.getOrDefault(box.group(), List.of());
            if (partners.size() != 1) {
                findings.refuse(file, box.line(), "no-keypoints", Excerpt.of(box.label()));
                continue;
            }
            int at = partners.getFirst();
            if (skeletons.get(at).box().isPresent()) {
                findings.refuse(file, box.line(), "second-box", Excerpt.of(box.group()));
            } else if (box.box().isEmpty()) {
                findings.warn(file, box.line(), "box-left-out");
            } else {
                skeletons.set(at, skeletons.get(at).withBox(box.box().get()));
            }
        }
        return skeletons;
    }

    private void skeleton(int line, String label, String group) throws FormatException {
        List<CvatPoint> points = new ArrayList<>();
        xml.children(child -> {
            if (child.equals("points")) {
                points.add(CvatPoint.of(xml, xml.attribute("label").orElse("")));
            }
        });
        findings.attempt(
                file,
                () -> {
                    skeletons.add(CvatPoint.skeleton(line, label, points, labels, annotator));
                    skeletonsByGroup
                            .computeIfAbsent(group, g -> new ArrayList<>())
                            .add(skeletons.size() - 1);
                });
    }

    private Optional<Box> box() {
        double left = side("xtl");
        double top = side("ytl");
        double width = side("xbr") - left;
        double height = side("ybr") - top;
        boolean good = width >= 0 && height >= 0 && Double.isFinite(width + height);
        return good ? Optional.of(new Box(left, top, width, height)) : Optional.empty();
    }

    private double side(String name) {
        return xml.attribute(name)
                .map(text -> Decimal.parse(text).orElse(Double.NaN))
                .orElse(Double.NaN);
    }
}
