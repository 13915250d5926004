package penumbra.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.file.AtomicFile;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where the settings lie: one small JSON file. They are a convenience: when they cannot be read or
/// read, the window opens as on its first start and says so; when they cannot be written, only the
/// log says why.
public record SettingsFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What the file says, or the settings of a first start. An entry that is damaged is left out,
    /// and the rest is read.
    ///
    /// @param ignored gets one sentence about each thing that was left out
    public Settings read(Consumer<String> ignored) {
        Settings first =
                Settings.first(
                        Language.of(Locale.getDefault()), System.getProperty("user.name", ""));
        if (!Files.exists(path)) {
            return first;
        }
        try {
            return JSON.readTree(Files.readAllBytes(path)) instanceof ObjectNode stored
                    ? merged(first, stored, ignored)
                    : broken(first, ignored);
        } catch (IOException | JacksonException e) {
            LOG.warn("{} is left aside", path, e);
            return broken(first, ignored);
        }
    }

    private Settings broken(Settings first, Consumer<String> ignored) {
        ignored.accept(Texts.of(SettingsFile.class, "settings.broken", path));
        return first;
    }

    private Settings merged(Settings first, ObjectNode stored, Consumer<String> ignored) {
        Settings settings = first;
        ObjectNode all = JSON.valueToTree(first);
        for (Map.Entry<String, JsonNode> entry : stored.properties()) {
            JsonNode before = all.get(entry.getKey());
            if (before == null) {
                continue; // Of an earlier or a later program.
            }
            all.set(entry.getKey(), entry.getValue());
            try {
                settings = JSON.treeToValue(all, Settings.class);
            } catch (JacksonException e) {
                LOG.warn("{} in {} is left aside", entry.getKey(), path, e);
                ignored.accept(
                        Texts.of(SettingsFile.class, "settings.entry", path, entry.getKey()));
                all.set(entry.getKey(), before);
            }
        }
        Keymap.Reading keys = Keymap.read(settings.shortcuts());
        if (!keys.ignored().isEmpty()) {
            ignored.accept(
                    Texts.of(
                            SettingsFile.class,
                            "settings.shortcuts",
                            path,
                            String.join(", ", keys.ignored())));
        }
        return settings.withKeymap(keys.keymap());
    }

    public void write(Settings settings) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            AtomicFile.write(path, JSON.writeValueAsBytes(settings));
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be written", path, e);
        }
    }
}
