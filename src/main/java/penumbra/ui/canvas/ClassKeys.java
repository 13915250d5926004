package penumbra.ui.canvas;

import java.util.Optional;

/// A class by two keys: first the colour (`B`, `R`, `N` off, `P`), then what is on the sticker (`1`
/// to `5`, `G` guard, `O` outpost, `T` base). A digit alone keeps the colour, where there is one.
///
/// @param colour the colour key that was pressed, while the second one is awaited
public record ClassKeys(Optional<String> colour) {

    public static final ClassKeys IDLE = new ClassKeys(Optional.empty());

    /// What a key led to.
    ///
    /// @param next awaits the next key
    /// @param name the class that the keys name
    /// @param taken whether the key meant anything here
    public record Turn(ClassKeys next, Optional<String> name, boolean taken) {}

    /// @param key what is printed on the key, upper case
    /// @param current name of the class that is there, whose colour a digit alone keeps
    public Turn press(String key, String current) {
        if (key.matches("[BRNP]")) {
            return new Turn(new ClassKeys(Optional.of(key)), Optional.empty(), true);
        }
        Optional<String> first =
                colour.or(() ->
                        Optional.of(current)
                                .filter(c -> c.matches("[BRNP].+") && key.matches("[1-5]"))
                                .map(c -> c.substring(0, 1)));
        if (first.isEmpty() || !key.matches("[1-5GOT]")) {
            return new Turn(IDLE, Optional.empty(), false);
        }
        String name = first.get() + (key.equals("T") ? "B" : key);
        return new Turn(IDLE, Optional.of(name), true);
    }
}
