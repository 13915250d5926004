package penumbra.loss;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/// The hyper-parameters of a loss by name, read from and put into its record.
///
/// A component that is itself a record (sigma law, rings, weights) is replaced by its own
/// components, so that names are flat: `alpha`, `units`, `eps`. Values are numbers, booleans and
/// constants of enums.
public final class LossParameters {

    private LossParameters() {}

    /// Names and values in the order of the record.
    public static Map<String, Object> of(KeypointLoss loss) {
        Map<String, Object> values = new LinkedHashMap<>();
        collect((Record) loss, values);
        return values;
    }

    /// The loss with some parameters changed.
    ///
    /// @param changes by name; a text is read as the parameter's kind, enums in any case
    /// @throws IllegalArgumentException naming an unknown parameter or a value it cannot take
    public static KeypointLoss with(KeypointLoss loss, Map<String, ?> changes) {
        Map<String, Object> known = of(loss);
        for (String name : changes.keySet()) {
            if (!known.containsKey(name)) {
                throw new IllegalArgumentException(
                        loss.id() + " has no parameter " + name + ", but " + known.keySet());
            }
        }
        return (KeypointLoss) rebuilt((Record) loss, changes);
    }

    private static void collect(Record part, Map<String, Object> into) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = value(part, component);
            if (value instanceof Record inner) {
                collect(inner, into);
            } else {
                into.put(component.getName(), value);
            }
        }
    }

    private static Record rebuilt(Record part, Map<String, ?> changes) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            Object value = value(part, component);
            Object change = changes.get(component.getName());
            if (value instanceof Record inner) {
                values[i] = rebuilt(inner, changes);
            } else {
                values[i] = change == null ? value : read(component, change.toString());
            }
        }
        try {
            Constructor<? extends Record> constructor =
                    part.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(RecordComponent component, String text) {
        Class<?> type = component.getType();
        try {
            if (type == double.class) {
                return Double.valueOf(text);
            }
            if (type == boolean.class && text.matches("(?i)true|false")) {
                return Boolean.valueOf(text);
            }
        } catch (NumberFormatException _) {
            // Said below in the words of the other kinds.
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
        }
        throw new IllegalArgumentException(component.getName() + " cannot be " + text);
    }

    private static Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
