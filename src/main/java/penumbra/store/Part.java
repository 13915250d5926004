package penumbra.store;

import penumbra.text.Texts;

/// The parts of a project file that can be damaged, as a person reads them.
final class Part {

    private Part() {}

    /// @param complaint of SQLite, which may quote damaged bytes
    static String structure(String complaint) {
        String printable =
                complaint
                        .replaceAll("[^\\p{Print}]+", " ")
                        .replace("*** in database main *** ", "");
        return Texts.of(Part.class, "part.structure", printable);
    }

    static String schema() {
        return Texts.of(Part.class, "part.schema");
    }

    static String seal() {
        return Texts.of(Part.class, "part.seal");
    }

    /// @param id the first damaged picture
    /// @param more how many others are damaged
    static String pictures(long id, int more) {
        return more == 0
                ? Texts.of(Part.class, "part.picture", id)
                : Texts.of(Part.class, "part.pictures", id, more);
    }

    static String journal(long seq) {
        return Texts.of(Part.class, "part.journal", seq);
    }

    /// @param number the first damaged second look
    static String look(long number) {
        return Texts.of(Part.class, "part.look", number);
    }

    static String replay() {
        return Texts.of(Part.class, "part.replay");
    }
}
