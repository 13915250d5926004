package penumbra.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the window remembers from one start to the next.
///
/// @param theme light, dark, or as the desktop
/// @param language of every text
/// @param annotator who is named as the annotator of what is labelled here
/// @param frame where the window was
/// @param list share of the width left of the canvas
/// @param inspector share of the width up to the inspector
/// @param recent projects opened lately, the last one first
/// @param hintSeen whether the five steps of the first start were dismissed
/// @param overlays how each overlay is set, by its id
public record Settings(
        Theme theme,
        Language language,
        String annotator,
        Frame frame,
        double list,
        double inspector,
        List<String> recent,
        boolean hintSeen,
        Map<String, Map<String, Object>> overlays) {

    private static final int MOST_RECENT = 10;

    /// Place and size of the window on the screen, in screen px.
    public record Frame(double x, double y, double width, double height, boolean maximised) {}

    public Settings {
        recent = List.copyOf(recent);
        overlays = Map.copyOf(overlays);
    }

    /// What a first start begins with.
    public static Settings first(Language language, String annotator) {
        return new Settings(
                Theme.SYSTEM,
                language,
                annotator,
                new Frame(Double.NaN, Double.NaN, 1440, 900, false),
                0.18,
                0.8,
                List.of(),
                false,
                Map.of());
    }

    public Settings withTheme(Theme other) {
        return new Settings(
                other, language, annotator, frame, list, inspector, recent, hintSeen, overlays);
    }

    public Settings withLanguage(Language other) {
        return new Settings(
                theme, other, annotator, frame, list, inspector, recent, hintSeen, overlays);
    }

    public Settings withFrame(Frame other) {
        return new Settings(
                theme, language, annotator, other, list, inspector, recent, hintSeen, overlays);
    }

    public Settings withSplits(double first, double second) {
        return new Settings(
                theme, language, annotator, frame, first, second, recent, hintSeen, overlays);
    }

    /// With that project as the one opened last.
    public Settings withRecent(Path project) {
        String name = project.toString();
        List<String> names =
                Stream.concat(Stream.of(name), recent.stream().filter(r -> !r.equals(name)))
                        .limit(MOST_RECENT)
                        .toList();
        return new Settings(
                theme, language, annotator, frame, list, inspector, names, hintSeen, overlays);
    }

    public Settings withHintSeen() {
        return new Settings(
                theme, language, annotator, frame, list, inspector, recent, true, overlays);
    }

    public Settings withOverlays(Map<String, Map<String, Object>> other) {
        return new Settings(
                theme, language, annotator, frame, list, inspector, recent, hintSeen, other);
    }
}
