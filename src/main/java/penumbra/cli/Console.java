package penumbra.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Where a command speaks to a person or a script.
///
/// @param out results; with `--json` one JSON document and nothing else
/// @param err reasons of failure and progress
/// @param interactive whether a person watches `err`, so that a progress bar may move
public record Console(PrintStream out, PrintStream err, boolean interactive) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Path.class, ToStringSerializer.instance)
                                    .addSerializer(Double.class, NumberOrNull.INSTANCE)
                                    .addSerializer(double.class, NumberOrNull.INSTANCE))
                    .build();

    public static Console system() {
        java.io.Console console = System.console();
        return new Console(System.out, System.err, console != null && console.isTerminal());
    }

    void say(String key, Object... arguments) {
        out.println(Texts.of(Console.class, key, arguments));
    }

    void line(Object text) {
        out.println(text);
    }

    /// Prints the value as one indented JSON document.
    void json(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a value JSON can hold: " + value, e);
        }
    }

    /// Says in one line why the work failed.
    void error(String key, Object... arguments) {
        err.println("penumbra: " + Texts.of(Console.class, key, arguments));
    }

    /// Shows that work of unknown length goes on.
    Progress working(String key) {
        return new Progress(this, Texts.of(Console.class, key), -1);
    }

    /// As [#progress], with a plain line at every step where no person watches.
    Progress everyStep(String key, long total) {
        return new Progress(this, Texts.of(Console.class, key), total, true);
    }

    /// Shows the progress of work of known length.
    Progress progress(String key, long total) {
        return new Progress(this, Texts.of(Console.class, key), total);
    }
}
