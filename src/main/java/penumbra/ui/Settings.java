package penumbra.ui;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the window remembers from one start to the next.
///
/// @param theme light, dark, or as the desktop
/// @param language of every text
/// @param annotator who is named as the annotator of what is labelled here
/// @param frame where the window was
/// @param recent projects opened lately, the last one first
/// @param hintSeen whether the five steps of the first start were dismissed
/// @param shortcuts keys that a person chose, by the ids of their commands
/// @param views how the projects worked on lately were left, by the paths of their files, the last
///   one last
/// @param overlays how each overlay is set, by its id
/// @param workspace shown last
public record Settings(
        Theme theme,
        Language language,
        String annotator,
        Frame frame,
        List<String> recent,
        boolean hintSeen,
        Map<String, String> shortcuts,
        Map<String, ProjectView> views,
        Map<String, Map<String, Object>> overlays,
        Workspace workspace) {

    private static final int MOST_RECENT = 10;
    private static final int MOST_VIEWS = 50;

    public Settings {
        Objects.requireNonNull(theme);
        Objects.requireNonNull(language);
        Objects.requireNonNull(annotator);
        Objects.requireNonNull(frame);
        Objects.requireNonNull(workspace);
        recent = List.copyOf(recent);
        shortcuts = Collections.unmodifiableMap(new LinkedHashMap<>(shortcuts));
        views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
        overlays = Map.copyOf(overlays);
    }

    /// What a first start begins with.
    public static Settings first(Language language, String annotator) {
        return new Settings(
                Theme.SYSTEM,
                language,
                annotator,
                Frame.FIRST,
                List.of(),
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                Workspace.ANNOTATE);
    }

    public Settings withTheme(Theme other) {
        return new Settings(
                other, language, annotator, frame, recent, hintSeen, shortcuts, views, overlays,
                workspace);
    }

    public Settings withLanguage(Language other) {
        return new Settings(
                theme, other, annotator, frame, recent, hintSeen, shortcuts, views, overlays,
                workspace);
    }

    public Settings withAnnotator(String other) {
        return new Settings(
                theme, language, other, frame, recent, hintSeen, shortcuts, views, overlays,
                workspace);
    }

    public Settings withFrame(Frame other) {
        return new Settings(
                theme, language, annotator, other, recent, hintSeen, shortcuts, views, overlays,
                workspace);
    }

    /// With that project as the one opened last.
    public Settings withRecent(Path project) {
        String name = project.toString();
        return withRecent(
                Stream.concat(Stream.of(name), recent.stream().filter(r -> !r.equals(name)))
                        .limit(MOST_RECENT)
                        .toList());
    }

    public Settings withoutRecent(String project) {
        return withRecent(recent.stream().filter(r -> !r.equals(project)).toList());
    }

    private Settings withRecent(List<String> names) {
        return new Settings(
                theme, language, annotator, frame, names, hintSeen, shortcuts, views, overlays,
                workspace);
    }

    public Settings withHintSeen() {
        return new Settings(
                theme, language, annotator, frame, recent, true, shortcuts, views, overlays,
                workspace);
    }

    /// The keys of the commands; entries that say nothing are left out.
    public Keymap keymap() {
        return Keymap.read(shortcuts).keymap();
    }

    public Settings withKeymap(Keymap keymap) {
        return new Settings(
                theme,
                language,
                annotator,
                frame,
                recent,
                hintSeen,
                keymap.stored(),
                views,
                overlays,
                workspace);
    }

    /// How that project was left, when it was worked on lately.
    public Optional<ProjectView> view(Path project) {
        return Optional.ofNullable(views.get(project.toString()));
    }

    /// With the view of a project as the one noted last; the oldest is forgotten.
    public Settings withView(Path project, ProjectView view) {
        Map<String, ProjectView> next = new LinkedHashMap<>(views);
        next.remove(project.toString());
        next.put(project.toString(), view);
        if (next.size() > MOST_VIEWS) {
            next.remove(next.keySet().iterator().next());
        }
        return new Settings(
                theme, language, annotator, frame, recent, hintSeen, shortcuts, next, overlays,
                workspace);
    }

    public Settings withWorkspace(Workspace other) {
        return new Settings(
                theme, language, annotator, frame, recent, hintSeen, shortcuts, views, overlays,
                other);
    }

    public Settings withOverlays(Map<String, Map<String, Object>> other) {
        return new Settings(
                theme, language, annotator, frame, recent, hintSeen, shortcuts, views, other,
                workspace);
    }
}
