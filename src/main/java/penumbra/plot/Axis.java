package penumbra.plot;

import java.util.Optional;
import penumbra.text.Texts;

/// What is measured along an axis.
///
/// @param label without the unit
/// @param unit as it is written; `1` when there is none
/// @param range shown; empty to fit what is drawn
public record Axis(String label, String unit, Optional<Range> range) {

    /// Both ends of an axis.
    ///
    /// @param least below `most`, both finite
    public record Range(double least, double most) {

        public Range {
            if (!(least < most) || !Double.isFinite(most - least)) {
                throw new IllegalArgumentException("no range: " + least + " to " + most);
            }
        }
    }

    public Axis {
        if (label.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("an axis needs a label and a unit");
        }
    }

    public static Axis of(String label, String unit) {
        return new Axis(label, unit, Optional.empty());
    }

    /// Label and unit, as they stand beside the axis.
    public String text() {
        String said = unit.equals("1") ? Texts.of(Axis.class, "unit.none") : unit;
        return Texts.of(Axis.class, "axis", label, said);
    }

    public Axis within(double least, double most) {
        return new Axis(label, unit, Optional.of(new Range(least, most)));
    }
}
