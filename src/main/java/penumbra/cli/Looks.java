package penumbra.cli;

import penumbra.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How often a network looks at a picture.
final class Looks implements ITypeConverter<Integer> {

    private static final int MOST = 64;

    @Override
    public Integer convert(String value) {
        if (value.matches("\\d{1,2}")
                && Integer.parseInt(value) >= 1
                && Integer.parseInt(value) <= MOST) {
            return Integer.valueOf(value);
        }
        throw new TypeConversionException(Texts.of(Looks.class, "usage.looks", value, MOST));
    }
}
