package penumbra.ui.overlay;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One component of a record of settings: what can be set, shown and stored.
record Parameter(RecordComponent component) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Parameter> of(Class<? extends Record> settings) {
        return Arrays.stream(settings.getRecordComponents()).map(Parameter::new).toList();
    }

    String name() {
        return component.getName();
    }

    Class<?> type() {
        return component.getType();
    }

    Optional<Range> range() {
        return Optional.ofNullable(component.getAnnotation(Range.class));
    }

    Object get(Record settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The settings with another value here; numbers are held to their range.
    <S extends Record> S with(S settings, Object value) {
        try {
            Object[] values =
                    of(settings.getClass()).stream()
                            .map(p -> p.name().equals(name()) ? held(value) : p.get(settings))
                            .toArray();
            return construct(settings, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name() + " cannot be " + value, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S extends Record> S construct(S like, Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(like.getClass().getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return (S) constructor.newInstance(values);
    }

    private Object held(Object value) {
        if (range().isEmpty() || !(value instanceof Number number)) {
            return value;
        }
        double held = Math.clamp(number.doubleValue(), range().get().least(), range().get().most());
        return type() == int.class ? (Object) (int) Math.round(held) : (Object) held;
    }

    /// As it is stored: a number, a word, or a list or map of them.
    Object stored(Record settings) {
        return JSON.convertValue(get(settings), Object.class);
    }

    /// The settings with what was stored; as they are when it means nothing here.
    <S extends Record> S restored(S settings, Object stored) {
        try {
            Object value =
                    JSON.convertValue(stored, JSON.constructType(component.getGenericType()));
            return value == null || value instanceof Double d && d.isNaN()
                    ? settings
                    : with(settings, value);
        } catch (JacksonException | IllegalArgumentException e) {
            return settings;
        }
    }
}
