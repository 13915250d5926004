package penumbra.model;

/// A class of targets.
///
/// @param name short and unique within the schema, for example `R3`
/// @param colour how it is drawn, `#rrggbb`
public record LabelClass(String name, String colour) {

    /// @throws IllegalArgumentException if the name is blank or the colour is not `#rrggbb`
    public LabelClass {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a class needs a name");
        }
        if (!colour.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("a colour reads #rrggbb in lower case: " + colour);
        }
    }
}
