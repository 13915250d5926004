package penumbra.store;

import penumbra.text.Texts;

/// The parts of a project file that can be damaged, as a person reads them.
final class Part {

    private Part() {}

    static String structure(String complaint) {
        return Texts.of(Part.class, "part.structure", complaint);
    }

    static String schema() {
        return Texts.of(Part.class, "part.schema");
    }

    static String seal() {
        return Texts.of(Part.class, "part.seal");
    }

    /// @param id the first damaged picture
    /// @param count how many pictures are damaged
    static String pictures(long id, int count) {
        return Texts.of(Part.class, "part.pictures", id, count);
    }

    static String journal(long seq) {
        return Texts.of(Part.class, "part.journal", seq);
    }

    static String replay() {
        return Texts.of(Part.class, "part.replay");
    }
}
