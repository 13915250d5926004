package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import penumbra.format.Excerpt;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.SourceFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Walks through a JSON file and keeps the line of every value.
///
/// Big arrays are passed element by element, so the memory needed follows one element and not the
/// file. Limits: 64 levels, a million values in one element, a million characters in one text. A
/// name that comes twice in one object is an error, since one of the two would be lost.
final class JsonReader implements AutoCloseable {

    /// What to do at a member of an object; a value that is not taken is skipped.
    interface Member {
        void at(String name) throws FormatException;
    }

    /// What to do at an element of an array; a value that is not taken is skipped.
    interface Element {
        void at() throws FormatException;
    }

    private static final int MAX_VALUES = 1_000_000;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxNumberLength(1000)
                                    .maxStringLength(1_000_000)
                                    .maxNameLength(1000)
                                    .build())
                    .build();

    private final Path file;
    private final JsonParser parser;
    private final Set<String> ignored;
    private boolean pending;
    private int budget;

    /// @param ignored names of members that [#value()] leaves out
    JsonReader(Path file, byte[] bytes, Set<String> ignored) throws FormatException {
        this.file = file;
        this.ignored = ignored;
        try {
            parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
        } catch (JacksonException e) {
            throw syntax(1, e.getOriginalMessage());
        }
    }

    /// Passes the one value of the file.
    ///
    /// @throws FormatException if it is not JSON, or more follows after it
    void document(Element root) throws FormatException {
        next();
        child(root);
        try {
            if (parser.nextToken() != null) {
                throw syntax(line(), "more follows after the end");
            }
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    void object(Member each) throws FormatException {
        expect(JsonToken.START_OBJECT, "json-object");
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            child(() -> each.at(name));
        }
    }

    void array(Element each) throws FormatException {
        expect(JsonToken.START_ARRAY, "json-array");
        int count = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (++count > SourceFiles.MAX_ENTRIES) {
                throw new FormatException(
                        Finding.of(
                                Severity.REFUSED,
                                file,
                                line(),
                                "too-many-entries",
                                SourceFiles.MAX_ENTRIES));
            }
            child(each);
        }
    }

    /// The value that is current, with all that is in it.
    JsonValue value() throws FormatException {
        pending = false;
        budget = MAX_VALUES;
        return value("");
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /// Line of the current value, from 1.
    int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    @Override
    public void close() {
        parser.close();
    }

    private JsonValue value(String name) throws FormatException {
        if (--budget < 0) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, file, line(), "json-too-much", MAX_VALUES));
        }
        int line = line();
        return new JsonValue(line, name, content(name));
    }

    private Object content(String name) throws FormatException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members();
            case START_ARRAY -> elements(name);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> JsonValue.NULL;
            default -> scalar();
        };
    }

    private Map<String, JsonValue> members() throws FormatException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            if (ignored.contains(name)) {
                skip();
            } else {
                members.put(name, value(name));
            }
        }
        return members;
    }

    private List<JsonValue> elements(String name) throws FormatException {
        List<JsonValue> elements = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            elements.add(value(name));
        }
        return elements;
    }

    private Object scalar() throws FormatException {
        try {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return parser.getString();
            }
            boolean fitsLong =
                    parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            if (fitsLong) {
                return parser.getLongValue();
            }
            return parser.getDoubleValue();
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private void child(Element each) throws FormatException {
        pending = true;
        each.at();
        if (pending) {
            skip();
        }
        pending = false;
    }

    private void skip() throws FormatException {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private void expect(JsonToken token, String rule) throws FormatException {
        if (parser.currentToken() != token) {
            throw new FormatException(Finding.of(Severity.REFUSED, file, line(), rule));
        }
        pending = false;
    }

    private JsonToken next() throws FormatException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw syntax(line(), "the file ends early");
            }
            return token;
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private FormatException syntax(JacksonException e) {
        int line = e.getLocation() == null ? line() : Math.max(1, e.getLocation().getLineNr());
        return syntax(line, String.valueOf(e.getOriginalMessage()));
    }

    private FormatException syntax(int line, String reason) {
        return new FormatException(
                Finding.of(Severity.REFUSED, file, line, "json-syntax", Excerpt.sentence(reason)));
    }
}
