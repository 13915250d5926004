package penumbra.ui.overlay;

/// One figure that an overlay tells of the selected plate, with its unit.
///
/// @param name in the language of the window
/// @param marked whether it deserves a look
record ReadOut(String name, String value, boolean marked) {

    static ReadOut of(String name, String value) {
        return new ReadOut(name, value, false);
    }
}
