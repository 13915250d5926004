package penumbra.ui.schema;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;

/// One line of a property sheet.
///
/// @param type of the value, by which the sheet chooses its editor
record SheetItem<T>(Class<T> type, String name, Supplier<T> get, Consumer<T> set)
        implements PropertySheet.Item {

    @Override
    public Class<?> getType() {
        return type;
    }

    @Override
    public String getCategory() {
        return "";
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return name;
    }

    @Override
    public Object getValue() {
        return get.get();
    }

    @Override
    public void setValue(Object value) {
        set.accept(type.cast(value));
    }

    @Override
    public Optional<ObservableValue<?>> getObservableValue() {
        return Optional.empty();
    }
}
