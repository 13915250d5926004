package penumbra.edit.filter;

import java.util.List;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

/// Which pictures a search line finds.
///
/// A line is terms separated by blanks; a picture must satisfy all of them. A minus in front turns
/// a term around; commas separate alternatives, of which one is enough; quotes hold blanks, commas
/// and colons together. Case does not matter.
///
/// | term | finds pictures |
/// |---|---|
/// | `text` | whose path holds the text |
/// | `class:R3,R4` | with a target of one of these classes |
/// | `state:flagged` | in that state: unlabelled, labelled, reviewed, flagged |
/// | `warning:any` | with a target that has a warning, or that one by its id |
/// | `note:blur` | whose note holds the text |
/// | `by:ada` | with points placed by somebody of that name |
/// | `plates=0` | with that number of targets (`<`, `<=`, `>`, `>=`, `=`; also `plates:>3`, `plates:2-4`) |
/// | `plate<20px` | with a target whose box is so wide |
/// | `bars:10-20px` | with a target whose bars are so long on average |
/// | `place:25-50/0-50` | with a target whose middle lies so far from the left and from the top, %; the ends do not count |
/// | `exposure<1%` | whose mean brightness is so large, % of white, where it was measured |
/// | `brightness:5-10%` | with a target whose bars have so bright surroundings, likewise |
/// | `distance>5m` | with a plate that far from the camera, where its matrix is known |
/// | `proposals>0` | for which a network proposes so many plates that nobody decided about |
public final class ImageFilter {

    /// Finds every picture.
    public static final ImageFilter EVERYTHING = new ImageFilter(List.of());

    private final List<Term> terms;

    ImageFilter(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    record Term(boolean negated, Condition condition) {}

    /// A filter and what of its line could not be understood.
    public record Parsed(ImageFilter filter, List<FilterError> errors) {}

    /// Reads a search line; never fails. Terms with errors are left out.
    ///
    /// @param schema names the classes
    public static Parsed parse(String line, Schema schema) {
        FilterReader reader = new FilterReader(schema);
        List<Term> terms = Piece.of(line).stream().flatMap(p -> reader.term(p).stream()).toList();
        return new Parsed(new ImageFilter(terms), reader.errors());
    }

    /// Whether the picture satisfies all terms, by its labels alone.
    public boolean matches(LabelledImage image, Schema schema) {
        return matches(image, schema, Knowledge.NONE);
    }

    /// Whether the picture satisfies all terms.
    public boolean matches(LabelledImage image, Schema schema, Knowledge known) {
        return terms.stream()
                .allMatch(t -> t.condition().holds(image, schema, known) != t.negated());
    }
}
