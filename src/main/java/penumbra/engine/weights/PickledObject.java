package penumbra.engine.weights;

import java.util.LinkedHashMap;
import java.util.Map;

/// An object of a Python class as its pickle describes it: the name of the class and its fields.
/// Nothing of the class is there, so nothing of it can run.
record PickledObject(String className, Map<Object, Object> fields) {

    PickledObject(String className) {
        this(className, new LinkedHashMap<>());
    }

    /// The field of that name if it is a dictionary, else an empty one.
    Map<?, ?> dictionary(String field) {
        return fields.get(field) instanceof Map<?, ?> map ? map : Map.of();
    }
}
