package penumbra.cli;

import penumbra.engine.head.AnchorGrid;
import penumbra.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `640`, or `640x512` for columns and rows of a network's input.
final class InputSize implements ITypeConverter<AnchorGrid> {

    private static final int LARGEST = 4096;

    @Override
    public AnchorGrid convert(String value) {
        try {
            String[] sides = value.split("x", -1);
            int columns = Integer.parseInt(sides[0]);
            int rows = Integer.parseInt(sides[sides.length - 1]);
            if (sides.length <= 2 && Math.max(columns, rows) <= LARGEST) {
                return new AnchorGrid(rows, columns);
            }
        } catch (IllegalArgumentException _) {
            // Said below in the same words as a size out of range.
        }
        throw new TypeConversionException(
                Texts.of(InputSize.class, "usage.side", value, 32, LARGEST));
    }
}
