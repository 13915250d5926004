package penumbra.plot;

import java.util.Optional;
import penumbra.text.Texts;

/// What is measured along an axis.
///
/// @param label without the unit
/// @param unit as it is written; `1` when there is none
/// @param range shown; empty to fit what is drawn
/// @param scale of the upright axis of lines; all other axes are linear
public record Axis(String label, String unit, Optional<Range> range, Scale scale) {

    /// How values become lengths. A logarithmic axis leaves out what is not above 0.
    public enum Scale {
        LINEAR,
        LOGARITHMIC
    }

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
        return new Axis(label, unit, Optional.empty(), Scale.LINEAR);
    }

    /// Label and unit, as they stand beside the axis.
    public String text() {
        String said = unit.equals("1") ? Texts.of(Axis.class, "unit.none") : unit;
        return Texts.of(Axis.class, "axis", label, said);
    }

    public Axis scaled(Scale other) {
        return new Axis(label, unit, range, other);
    }

    public Axis within(double least, double most) {
        return new Axis(label, unit, Optional.of(new Range(least, most)), scale);
    }
}
