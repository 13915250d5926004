package penumbra.engine.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The names of classes in a file's metadata: the key `names`, in JSON (`{"0": "B1"}`) or as Python
/// prints a dictionary (`{0: 'B1'}`).
public final class ClassNames {

    private static final String KEY = "names";
    private static final Pattern ENTRY =
            Pattern.compile("(\\d{1,6}): (?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")");

    private ClassNames() {}

    /// One name for each class; a class that is not named is called `class` and its index.
    public static List<String> of(Map<String, String> metadata, int classes) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add("class" + c);
        }
        String said = metadata.getOrDefault(KEY, "{}");
        try {
            JsonNode json = JsonMapper.shared().readTree(said);
            names.replaceAll(name -> json.path(name.substring("class".length())).asString(name));
        } catch (JacksonException _) {
            readPython(said, names);
        }
        return names;
    }

    /// How Python prints the dictionary, which readers of exported models parse.
    public static String python(List<String> names) {
        List<String> entries = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            String quoted = names.get(c).replace("\\", "\\\\").replace("'", "\\'");
            entries.add(c + ": '" + quoted + "'");
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private static void readPython(String said, List<String> names) {
        Matcher entry = ENTRY.matcher(said);
        while (entry.find()) {
            int index = Integer.parseInt(entry.group(1));
            String quoted = entry.group(2) == null ? entry.group(3) : entry.group(2);
            if (index < names.size()) {
                names.set(index, quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
    }
}
