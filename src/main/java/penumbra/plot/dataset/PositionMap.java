package penumbra.plot.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import penumbra.format.export.Split;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Where in their pictures the plates lie: the middles of their boxes, counted in the cells of a
/// grid over the picture, whatever its size. A middle on the line between two cells counts to the
/// right and lower one, one outside the picture in none.
///
/// @param rows so many that a cell of the most frequent size of pictures is nearly a square
/// @param cells row by row from the top left
/// @param outside plates whose middle is outside their picture
public record PositionMap(int columns, int rows, List<Histogram.Bar> cells, int outside) {

    public static final int COLUMNS = 16;

    private static final String EXACT = "%.6f";

    public PositionMap {
        cells = List.copyOf(cells);
    }

    static PositionMap of(List<LabelledImage> pictures, Map<Long, Split> splits) {
        int rows = rows(pictures);
        int[] train = new int[COLUMNS * rows];
        int[] val = new int[COLUMNS * rows];
        int outside = 0;
        for (LabelledImage picture : pictures) {
            for (Target target : picture.targets()) {
                Optional<Integer> cell =
                        target.extent().flatMap(box -> cell(box, picture.size(), rows));
                if (cell.isEmpty()) {
                    outside++;
                } else if (splits.get(picture.id()) == Split.TRAIN) {
                    train[cell.get()]++;
                } else {
                    val[cell.get()]++;
                }
            }
        }
        List<Histogram.Bar> cells = new ArrayList<>();
        for (int i = 0; i < train.length; i++) {
            int column = i % COLUMNS;
            int row = i / COLUMNS;
            cells.add(
                    new Histogram.Bar(
                            range(column, COLUMNS, "%.0f") + " / " + range(row, rows, "%.0f"),
                            train[i],
                            val[i],
                            "place:"
                                    + range(column, COLUMNS, EXACT)
                                    + "/"
                                    + range(row, rows, EXACT)));
        }
        return new PositionMap(COLUMNS, rows, cells, outside);
    }

    public Histogram.Bar cell(int column, int row) {
        return cells.get(row * columns + column);
    }

    /// The largest count of a cell.
    public int most() {
        return cells.stream().mapToInt(Histogram.Bar::total).max().orElse(0);
    }

    private static int rows(List<LabelledImage> pictures) {
        Map<Size, Integer> sizes = new HashMap<>();
        pictures.forEach(p -> sizes.merge(p.size(), 1, Integer::sum));
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> (double) e.getKey().height() / e.getKey().width())
                .map(tall -> Math.clamp(Math.round(COLUMNS * tall), 1, 4 * COLUMNS))
                .orElse(COLUMNS);
    }

    private static Optional<Integer> cell(Box box, Size picture, int rows) {
        int column = (int) Math.floor(COLUMNS * box.centreX() / picture.width());
        int row = (int) Math.floor(rows * box.centreY() / picture.height());
        boolean inside = column >= 0 && column < COLUMNS && row >= 0 && row < rows;
        return inside ? Optional.of(row * COLUMNS + column) : Optional.empty();
    }

    /// Of a cell, in percent of the side.
    private static String range(int at, int cells, String form) {
        return String.format(
                Locale.ROOT, form + "-" + form, 100.0 * at / cells, 100.0 * (at + 1) / cells);
    }
}
