package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import tools.jackson.databind.JsonNode;

/// The inputs of a case, read by name and kind.
final class Inputs {

    private final String id;
    private final JsonNode node;

    /// @param id of the case, for what is said about it
    Inputs(String id, JsonNode node) {
        this.id = id;
        this.node = node;
    }

    boolean has(String name) {
        return node.has(name);
    }

    double number(String name) throws CaseException {
        return number(name, required(name));
    }

    double number(String name, double otherwise) throws CaseException {
        return has(name) ? number(name) : otherwise;
    }

    int integer(String name) throws CaseException {
        return integer(name, required(name));
    }

    Point point(String name) throws CaseException {
        return point(name, required(name));
    }

    List<Double> numbers(String name) throws CaseException {
        return each(name, required(name), this::number);
    }

    double[] array(String name) throws CaseException {
        return numbers(name).stream().mapToDouble(v -> v).toArray();
    }

    /// Numbers of which some are null: NaN there.
    List<Double> numbersOrNull(String name) throws CaseException {
        return each(name, required(name), (n, v) -> v.isNull() ? Double.NaN : number(n, v));
    }

    List<List<Double>> rows(String name) throws CaseException {
        return each(name, required(name), (n, row) -> each(n, row, this::number));
    }

    List<Point> points(String name) throws CaseException {
        return each(name, required(name), this::point);
    }

    List<List<Point>> pointRows(String name) throws CaseException {
        return each(name, required(name), (n, row) -> each(n, row, this::point));
    }

    List<Integer> integers(String name) throws CaseException {
        return each(name, required(name), this::integer);
    }

    List<List<Integer>> integerRows(String name) throws CaseException {
        return each(name, required(name), (n, row) -> each(n, row, this::integer));
    }

    List<Inputs> objects(String name) throws CaseException {
        return each(name, required(name), this::object);
    }

    Inputs object(String name) throws CaseException {
        return object(name, required(name));
    }

    /// Says that an input does not go with the others.
    CaseException wrong(String name) {
        return new CaseException("case.wrong", id, name);
    }

    private JsonNode required(String name) throws CaseException {
        if (!node.has(name)) {
            throw new CaseException("case.missing", id, name);
        }
        return node.get(name);
    }

    private double number(String name, JsonNode value) throws CaseException {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name);
        }
        return value.doubleValue();
    }

    private int integer(String name, JsonNode value) throws CaseException {
        double number = number(name, value);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(name);
        }
        return (int) number;
    }

    private Point point(String name, JsonNode value) throws CaseException {
        if (!value.isArray() || value.size() != 2) {
            throw wrong(name);
        }
        return new Point(number(name, value.get(0)), number(name, value.get(1)));
    }

    private Inputs object(String name, JsonNode value) throws CaseException {
        if (!value.isObject()) {
            throw wrong(name);
        }
        return new Inputs(id, value);
    }

    private interface Reader<T> {
        T read(String name, JsonNode value) throws CaseException;
    }

    private <T> List<T> each(String name, JsonNode list, Reader<T> reader) throws CaseException {
        if (!list.isArray()) {
            throw wrong(name);
        }
        List<T> values = new ArrayList<>();
        for (JsonNode value : list) {
            values.add(reader.read(name, value));
        }
        return values;
    }
}
