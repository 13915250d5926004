package penumbra.cli;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import penumbra.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An option whose value is the stable id of an entry in a list; also the words for completion.
abstract class Ids<T> implements ITypeConverter<T>, Iterable<String> {

    private final List<T> all;
    private final Function<T, String> id;

    Ids(Collection<T> all, Function<T, String> id) {
        this.all = List.copyOf(all);
        this.id = id;
    }

    @Override
    public final T convert(String value) {
        return all.stream()
                .filter(entry -> id.apply(entry).equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                Texts.of(Ids.class, "usage.id", value, String.join(" ", this))));
    }

    @Override
    public final Iterator<String> iterator() {
        return all.stream().map(id).iterator();
    }
}
