package penumbra.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.file.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where the settings lie: one small JSON file. They are a convenience: when they cannot be read or
/// written, the window opens as on its first start and only the log says why.
public record SettingsFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What the file says, or the settings of a first start.
    public Settings read() {
        Settings first =
                Settings.first(
                        Language.of(Locale.getDefault()), System.getProperty("user.name", ""));
        if (!Files.exists(path)) {
            return first;
        }
        try {
            return JSON.readerForUpdating(first).readValue(Files.readAllBytes(path));
        } catch (IOException | JacksonException e) {
            LOG.warn("{} is left aside", path, e);
            return first;
        }
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
