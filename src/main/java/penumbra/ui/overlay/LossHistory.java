package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import penumbra.text.Texts;

/// The training loss of each keypoint, epoch by epoch.
///
/// @param columns one for each keypoint in schema order; keypoints beyond the last one share it
record LossHistory(List<List<Double>> columns) {

    static final LossHistory NONE = new LossHistory(List.of());

    /// Longer histories are refused.
    static final int MOST_EPOCHS = 1000;

    LossHistory {
        columns = columns.stream().map(List::copyOf).toList();
    }

    List<Double> of(int keypoint) {
        return columns.isEmpty() ? List.of() : columns.get(Math.min(keypoint, columns.size() - 1));
    }

    int epochs() {
        return columns.stream().mapToInt(List::size).max().orElse(0);
    }

    /// The same loss for every keypoint, changed at one epoch. Epochs that have none yet get the
    /// value too.
    LossHistory drawn(int epoch, double loss) {
        List<Double> column = new ArrayList<>(of(0));
        while (column.size() <= epoch) {
            column.add(loss);
        }
        column.set(epoch, loss);
        return new LossHistory(List.of(column));
    }

    /// Reads pasted text: one line an epoch, one number a keypoint or one for all, apart by spaces,
    /// tabs, commas or semicolons.
    ///
    /// @throws IllegalArgumentException with a sentence for a person, naming the line
    static LossHistory parse(String pasted) {
        List<List<Double>> columns = new ArrayList<>();
        List<String> lines = pasted.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] words = lines.get(i).strip().split("[\\s,;]+");
            if (columns.isEmpty()) {
                for (int c = 0; c < words.length; c++) {
                    columns.add(new ArrayList<>());
                }
            }
            require(words.length == columns.size(), "paste.columns", i + 1, columns.size());
            for (int c = 0; c < words.length; c++) {
                columns.get(c).add(number(words[c], i + 1));
            }
        }
        require(!columns.isEmpty(), "paste.empty");
        require(columns.getFirst().size() <= MOST_EPOCHS, "paste.long", MOST_EPOCHS);
        return new LossHistory(columns);
    }

    private static double number(String word, int line) {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            require(false, "paste.number", line, word);
        }
        require(Double.isFinite(value) && value >= 0, "paste.number", line, word);
        return value;
    }

    private static void require(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(Texts.of(LossHistory.class, key, arguments));
        }
    }
}
