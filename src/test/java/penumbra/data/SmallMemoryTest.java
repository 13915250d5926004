package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Size;

class SmallMemoryTest {

    @TempDir private Path folder;

    @Test
    void aPictureThatDoesNotFitIntoMemoryIsRefusedInOneSentence() throws Exception {
        Path file = folder.resolve("large.png");
        Files.write(file, ImageWriter.png(new Size(2500, 2000), new int[2500 * 2000]));
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx16m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reading.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said)
                .isEqualTo(
                        file
                                + " with its 2500x2000 pixels needs more memory than is free;"
                                + " start with a larger -Xmx or scale the picture down.");
        assertThat(java.waitFor()).isZero();
    }

    /// The program that runs out of memory.
    static final class Reading {

        private Reading() {}

        public static void main(String[] arguments) {
            try {
                System.out.print(ImageReader.read(Path.of(arguments[0])).size());
            } catch (PictureException e) {
                System.out.print(e.getMessage());
            }
        }
    }
}
