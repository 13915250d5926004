package penumbra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.file.AtomicFile;
import penumbra.geometry.CameraMatrix;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The camera matrix of a project's pictures, in a file beside it: `NAME.camera.json` with `fx`,
/// `fy`, `cx` and `cy` in picture px. No label depends on it.
public final class CameraFile {

    private static final String SUFFIX = ".camera.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CameraFile() {}

    /// Where that of a project lies.
    public static Path of(ProjectFile project) {
        return project.beside(SUFFIX);
    }

    /// @return empty where there is none
    /// @throws IOException if the file cannot be read or holds no camera matrix
    public static Optional<CameraMatrix> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), CameraMatrix.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(Texts.of(CameraFile.class, "camera.broken", file), e);
        }
    }

    /// Writes or replaces the file in one step; without a camera there is none afterwards.
    public static void write(Path file, Optional<CameraMatrix> camera) throws IOException {
        if (camera.isPresent()) {
            AtomicFile.write(file, JSON.writeValueAsBytes(camera.get()));
        } else {
            Files.deleteIfExists(file);
        }
    }
}
