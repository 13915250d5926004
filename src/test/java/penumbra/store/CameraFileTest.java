package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.CameraMatrix;

class CameraFileTest {

    @TempDir Path folder;

    @Test
    void aCameraComesBackToTheLastBitAndGoesAwayAgain() throws Exception {
        Path file = CameraFile.of(ProjectFile.of(folder.resolve("plates").toString()));
        assertThat(file).hasFileName("plates.camera.json");
        assertThat(CameraFile.read(file)).isEmpty();
        Optional<CameraMatrix> camera = Optional.of(new CameraMatrix(1250.1, 1249, 1.0 / 3, 512));
        CameraFile.write(file, camera);
        assertThat(CameraFile.read(file)).isEqualTo(camera);
        CameraFile.write(file, Optional.empty());
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatHoldsNoCameraIsNamed() throws Exception {
        Path file = folder.resolve("x.camera.json");
        for (String content : List.of("", "{}", "{\"fx\": 1, \"fy\": 0, \"cx\": 1, \"cy\": 1}")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> CameraFile.read(file))
                    .as(content)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("x.camera.json");
        }
    }
}
