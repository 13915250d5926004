package penumbra.uncertainty.heatmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// A cell that is as high as all its neighbours.
///
/// @param x column
/// @param y row
public record Peak(int x, int y, double score) {

    /// How many peaks a map may give, \[S3\].
    public static final int LIMIT = 100;

    /// What becomes of neighbouring peaks of equal height.
    public enum Plateau {
        /// Every cell stays, as comparison with a 3 x 3 maximum has it.
        KEEP,
        /// Only the first in reading order stays.
        FIRST
    }

    /// Peaks of a map, highest first, then by row and column. Border cells have fewer neighbours.
    ///
    /// Source: \[S3\].
    ///
    /// @param threshold peaks must be above it; 0 keeps a flat map of zeros empty
    public static List<Peak> of(Heatmap map, double threshold, int limit, Plateau plateau) {
        List<Peak> peaks = new ArrayList<>();
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                double v = map.at(x, y);
                if (v > threshold && isHighest(map, x, y, v)) {
                    peaks.add(new Peak(x, y, v));
                }
            }
        }
        if (plateau == Plateau.FIRST) {
            peaks = withoutPlateaus(peaks);
        }
        return peaks.stream()
                .sorted(Comparator.comparingDouble(Peak::score).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isHighest(Heatmap map, int x, int y, double v) {
        for (int j = Math.max(0, y - 1); j <= Math.min(map.height() - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(map.width() - 1, x + 1); i++) {
                if (map.at(i, j) > v) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Neighbouring peaks are of equal height, so a plateau is a connected set of peaks. In reading
    /// order each peak joins what it touches.
    private static List<Peak> withoutPlateaus(List<Peak> peaks) {
        List<Peak> first = new ArrayList<>();
        Map<Long, Peak> left = new HashMap<>();
        peaks.forEach(peak -> left.put(key(peak.x, peak.y), peak));
        for (Peak peak : peaks) {
            if (left.containsKey(key(peak.x, peak.y))) {
                first.add(peak);
                remove(peak, left);
            }
        }
        return first;
    }

    private static void remove(Peak start, Map<Long, Peak> left) {
        List<Peak> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            Peak at = open.removeLast();
            for (int y = at.y - 1; y <= at.y + 1; y++) {
                for (int x = at.x - 1; x <= at.x + 1; x++) {
                    Peak touched = left.remove(key(x, y));
                    if (touched != null) {
                        open.add(touched);
                    }
                }
            }
        }
    }

    private static long key(int x, int y) {
        return (long) y << 32 | x & 0xFFFF_FFFFL;
    }

    /// Place in input px: `(cell + offset) R`.
    public Point point(Point offset, double stride) {
        return new CellOffset(x, y, offset).point(stride);
    }

    /// Box in input px around that place.
    ///
    /// @param size sides in cells
    public Box box(Point offset, Point size, double stride) {
        Point at = point(offset, stride);
        return Box.centred(at.x(), at.y(), size.x() * stride, size.y() * stride);
    }
}
