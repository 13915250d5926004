package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.format.TestPictures;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

class LoadedSplitTest {

    @TempDir Path folder;

    private LoadedPicture loaded(String shape, String keypoints) throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("images/val"));
        Path labels = Files.createDirectories(folder.resolve("labels/val"));
        Files.write(pictures.resolve("a.png"), TestPictures.bytes("png", 40, 20, 1));
        Files.writeString(labels.resolve("a.txt"), "0 0.5 0.5 0.2 0.2 " + keypoints + "\n");
        Path yaml = folder.resolve("data.yaml");
        Files.writeString(
                yaml,
                "train: images/val\nval: images/val\nnames: [plate]\nkpt_shape: " + shape + "\n");
        return LoadedSplit.read(DataYaml.read(yaml), "val").pictures().getFirst();
    }

    @Test
    void whatIsHiddenIsToldFromWhatIsSeenAndFromWhatIsNotLabelled() throws Exception {
        assertThat(
                        loaded("[4, 3]", "0.4 0.4 2 0.4 0.6 1 0 0 0 0.6 0.4 2")
                                .labels()
                                .getFirst()
                                .keypoints())
                .extracting(Keypoint::visibility)
                .containsExactly(
                        Visibility.VISIBLE,
                        Visibility.OCCLUDED,
                        Visibility.UNLABELLED,
                        Visibility.VISIBLE);
    }

    @Test
    void withoutVisibilityEveryKeypointIsSeen() throws Exception {
        assertThat(loaded("[2, 2]", "0.4 0.5 0.6 0.5").labels().getFirst().keypoints())
                .extracting(Keypoint::visibility)
                .containsExactly(Visibility.VISIBLE, Visibility.VISIBLE);
    }
}
