package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.model.Schema.Edge;

/// The skeletons that a CVAT file declares in its header.
final class CvatLabels {

    /// A label of the header; the points of a skeleton are labels with that skeleton as parent.
    private record Label(int line, String name, String parent, String svg) {}

    private static final Pattern SVG_LINE = Pattern.compile("<line\\b[^>]{0,1000}>");
    private static final Pattern SVG_CIRCLE = Pattern.compile("<circle\\b[^>]{0,1000}>");

    private final Path file;
    private final XmlReader xml;
    private final Findings findings;
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();

    CvatLabels(Path file, XmlReader xml, Findings findings) {
        this.file = file;
        this.xml = xml;
        this.findings = findings;
    }

    /// Reads the `labels` element that is current.
    void read() throws FormatException {
        xml.children(name -> {
            if (name.equals("label")) {
                label();
            }
        });
    }

    /// Makes skeletons of the labels read so far.
    void finish() throws FormatException {
        Map<String, List<String>> points = new LinkedHashMap<>();
        for (Label label : labels) {
            points.computeIfAbsent(label.parent(), parent -> new ArrayList<>()).add(label.name());
        }
        for (Label label : labels) {
            List<String> names = points.get(label.name());
            if (label.parent().isEmpty() && names != null) {
                findings.attempt(
                        file,
                        () ->
                                categories.put(
                                        label.name(),
                                        Category.checked(
                                                file,
                                                label.line(),
                                                label.name(),
                                                names,
                                                edges(label, names))));
            }
        }
        labels.clear();
    }

    Optional<Category> category(String label) {
        return Optional.ofNullable(categories.get(label));
    }

    List<Category> categories() {
        return List.copyOf(categories.values());
    }

    private void label() throws FormatException {
        int line = xml.line();
        Map<String, String> texts = new LinkedHashMap<>();
        xml.children(name -> {
            if (name.equals("name") || name.equals("parent") || name.equals("svg")) {
                texts.put(name, xml.text());
            }
        });
        labels.add(
                new Label(
                        line,
                        texts.getOrDefault("name", ""),
                        texts.getOrDefault("parent", ""),
                        texts.getOrDefault("svg", "")));
    }

    /// The lines of the skeleton's drawing, which join its nodes by number; each circle says which
    /// point a node is.
    private static List<Edge> edges(Label label, List<String> names) {
        Map<String, Integer> nodes = new LinkedHashMap<>();
        Matcher circle = SVG_CIRCLE.matcher(label.svg());
        while (circle.find()) {
            String name = attribute(circle.group(), "data-label-name");
            nodes.put(attribute(circle.group(), "data-node-id"), names.indexOf(name) + 1);
        }
        List<int[]> pairs = new ArrayList<>();
        Matcher line = SVG_LINE.matcher(label.svg());
        while (line.find()) {
            Integer from = nodes.get(attribute(line.group(), "data-node-from"));
            Integer to = nodes.get(attribute(line.group(), "data-node-to"));
            if (from != null && to != null && from > 0 && to > 0) {
                pairs.add(new int[] {from, to});
            }
        }
        return Category.edges(pairs, names.size());
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }
}
