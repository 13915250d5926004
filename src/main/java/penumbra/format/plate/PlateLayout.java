package penumbra.format.plate;

import java.util.List;
import java.util.stream.Stream;
import penumbra.model.Schema;

/// The columns of a RoboMaster text form: eight normalised coordinates of TL, BL, BR and TR, and
/// one or two whole numbers that say the class. There is no box.
///
/// The class index is read from the code columns as from digits, the most significant first.
///
/// Source: the label tools LabelRoboMaster (SJTU; TJU's variant), LabelMaster (HITSZ) and
/// ATLabelMaster (its early ten-column form), as their teams write them.
///
/// @param id of the label format
/// @param firstCoordinate column of x1, from 0
/// @param codes the class columns
/// @param classNames by class index; every source class has a name of its own
record PlateLayout(String id, int firstCoordinate, List<Code> codes, List<String> classNames) {

    /// A column that holds a whole number from 0 to `count - 1`.
    record Code(int column, int count) {}

    private static final List<String> COLOURS = List.of("B", "R", "N", "P");
    private static final List<String> NUMBERS =
            List.of("G", "1", "2", "3", "4", "5", "O", "Bs", "Bb");
    private static final List<String> NUMBERS_AND_BALANCE =
            Stream.concat(NUMBERS.stream(), Stream.of("L3", "L4", "L5")).toList();
    private static final List<String> NUMBERS_WITHOUT_5 =
            List.of("G", "1", "2", "3", "4", "O", "B");

    static final PlateLayout SJTU9 =
            new PlateLayout("sjtu9", 1, List.of(new Code(0, 36)), coloured(NUMBERS));
    static final PlateLayout TJU9 = new PlateLayout("tju9", 1, List.of(new Code(0, 9)), NUMBERS);
    static final PlateLayout LABELMASTER10 =
            new PlateLayout(
                    "labelmaster10",
                    0,
                    List.of(new Code(9, 4), new Code(8, 12)),
                    coloured(NUMBERS_AND_BALANCE));
    static final PlateLayout ATLABELMASTER10 =
            new PlateLayout(
                    "atlabelmaster10",
                    2,
                    List.of(new Code(0, 4), new Code(1, 7)),
                    coloured(NUMBERS_WITHOUT_5));

    static final List<PlateLayout> ALL = List.of(SJTU9, TJU9, LABELMASTER10, ATLABELMASTER10);

    int columns() {
        return 8 + codes.size();
    }

    Schema schema() {
        Schema plate = Schema.ARMOR_PLATE;
        return new Schema(
                plate.keypoints(),
                plate.edges(),
                plate.flip(),
                plate.oksSigmas(),
                Schema.plain(plate.keypoints(), classNames).classes());
    }

    private static List<String> coloured(List<String> numbers) {
        return COLOURS.stream().flatMap(c -> numbers.stream().map(n -> c + n)).toList();
    }
}
