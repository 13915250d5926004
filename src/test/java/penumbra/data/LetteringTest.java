package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class LetteringTest {

    @TempDir Path folder;

    /// On a machine without a font: says what drawing comes to.
    public static void main(String[] arguments) {
        Target target =
                Target.of(
                        1,
                        Collections.nCopies(4, Keypoint.UNLABELLED),
                        Optional.of(new Box(10, 20, 20, 10)),
                        "");
        Size size = new Size(40, 40);
        DecodedImage drawn =
                new DrawnTargets(Schema.ARMOR_PLATE)
                        .draw(new DecodedImage(size, new int[40 * 40], true), List.of(target));
        System.out.println(Lettering.possible() + " " + (drawn.argb()[20 * 40 + 15] & 0xFFFFFF));
        try {
            Lettering.require();
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    @Test
    void withoutAFontTargetsAreDrawnWithoutNamesAndWhoNeedsOneIsToldWhatToInstall()
            throws Exception {
        assumeThat(System.getProperty("os.name")).as("fontconfig").isEqualTo("Linux");
        Path none = Files.createDirectories(folder.resolve("none"));
        Path config =
                Files.writeString(
                        folder.resolve("fonts.conf"),
                        "<fontconfig><dir>" + none + "</dir></fontconfig>");
        ProcessBuilder bare =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + none,
                        "-Duser.language=" + Locale.ENGLISH.getLanguage(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LetteringTest.class.getName());
        bare.environment().put("FONTCONFIG_FILE", config.toString());
        Process child = bare.redirectErrorStream(true).start();
        List<String> said =
                new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();

        assertThat(child.waitFor()).as(said.toString()).isZero();
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("false ").isNotEqualTo("false 0");
        assertThat(said.getLast()).contains("fonts-dejavu-core");
    }

    @Test
    void thisMachineCanDrawText() {
        assertThat(Lettering.possible()).isTrue();
    }
}
