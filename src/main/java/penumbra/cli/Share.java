package penumbra.cli;

import penumbra.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number from 0 to 1.
final class Share implements ITypeConverter<Double> {

    @Override
    public Double convert(String value) {
        try {
            double share = Double.parseDouble(value);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException _) {
            // Said below in the same words as a number out of range.
        }
        throw new TypeConversionException(Texts.of(Share.class, "usage.share", value));
    }
}
