package penumbra.edit.check;

import java.util.List;
import java.util.UUID;
import penumbra.geometry.CornerFault;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.text.Texts;

/// Something about one plate that a person should look at. Lengths are in picture px.
public sealed interface PlateWarning {

    /// All stable names, what matters most first.
    List<String> IDS =
            List.of(
                    "crossing-bars",
                    "crossing-edges",
                    "left-right-swapped",
                    "top-bottom-swapped",
                    "upside-down",
                    "quarter-turn",
                    "unequal-bars",
                    "not-parallel",
                    "tiny-plate",
                    "duplicate-plate",
                    "point-outside");

    /// Stable name of the kind of warning, one of [#IDS], for settings and searches.
    String id();

    /// One sentence that says what was seen and what to do.
    String text();

    /// The points are not in the order TL, BL, BR, TR.
    record Order(CornerFault fault) implements PlateWarning {

        @Override
        public String id() {
            return switch (fault) {
                case SIDES_CROSS -> "crossing-bars";
                case EDGES_CROSS -> "crossing-edges";
                case LEFT_RIGHT_SWAPPED -> "left-right-swapped";
                case TOP_BOTTOM_SWAPPED -> "top-bottom-swapped";
                case UPSIDE_DOWN -> "upside-down";
                case QUARTER_TURN -> "quarter-turn";
            };
        }

        @Override
        public String text() {
            return Texts.of(PlateWarning.class, id());
        }
    }

    /// Another target of the picture seems to be the same plate.
    record Duplicate(UUID other) implements PlateWarning {

        @Override
        public String id() {
            return "duplicate-plate";
        }

        @Override
        public String text() {
            return Texts.of(PlateWarning.class, "duplicate-plate");
        }
    }

    /// One bar is much longer than the other.
    ///
    /// @param ratio of the longer to the shorter, infinite when that is a point
    record UnequalBars(double ratio) implements PlateWarning {

        @Override
        public String id() {
            return "unequal-bars";
        }

        @Override
        public String text() {
            return Texts.of(PlateWarning.class, "unequal-bars", ratio);
        }
    }

    /// The bars point in different directions.
    ///
    /// @param degrees between them, 0 to 90
    record NotParallel(double degrees) implements PlateWarning {

        @Override
        public String id() {
            return "not-parallel";
        }

        @Override
        public String text() {
            return Texts.of(PlateWarning.class, "not-parallel", degrees);
        }
    }

    /// A labelled point lies outside the picture, as it may on a plate that the border cuts.
    ///
    /// @param keypoint its name
    record PointOutside(String keypoint, Point at, Size picture) implements PlateWarning {

        @Override
        public String id() {
            return "point-outside";
        }

        @Override
        public String text() {
            return Texts.of(PlateWarning.class, "point-outside", keypoint, at.x(), at.y(), picture);
        }
    }

    /// The bars are too short for their ends to be told apart.
    ///
    /// @param barLength mean of the two
    record Tiny(double barLength) implements PlateWarning {

        @Override
        public String id() {
            return "tiny-plate";
        }

        @Override
        public String text() {
            return Texts.of(PlateWarning.class, "tiny-plate", barLength);
        }
    }
}
