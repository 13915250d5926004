package penumbra.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a network is asked to look at.
///
/// @param project file of the project that the pictures belong to
/// @param weights file of the network
/// @param confidence least score, 0 to 1
/// @param side longest side of the network's input, px; 0 for the one that it was trained at
/// @param copies how often each picture is looked at, shifted and scaled; 1 for once as it is
/// @param epochs how many earlier epochs of the network's run look too
/// @param pictures where they lie
public record PredictOrder(
        Path project,
        Path weights,
        double confidence,
        int side,
        int copies,
        int epochs,
        List<Path> pictures) {

    public PredictOrder {
        pictures = List.copyOf(pictures);
    }

    /// The words of the command line.
    ///
    /// @param list file with the pictures, a line each
    /// @param proposals file to write
    List<String> words(Path list, Path proposals) {
        List<String> words = new ArrayList<>(List.of("predict", "--each"));
        words.addAll(List.of("--weights", weights.toString(), "--source", list.toString()));
        words.addAll(List.of("--project", project.toString(), "--proposals", proposals.toString()));
        words.addAll(List.of("--conf", Double.toString(confidence)));
        if (side > 0) {
            words.addAll(List.of("--imgsz", Integer.toString(side)));
        }
        words.addAll(List.of("--tta", Integer.toString(copies)));
        words.addAll(List.of("--epochs", Integer.toString(epochs)));
        return words;
    }
}
