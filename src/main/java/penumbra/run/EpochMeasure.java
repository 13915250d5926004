package penumbra.run;

import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import penumbra.metric.Better;
import penumbra.run.TrainingEvent.Errors;
import penumbra.run.TrainingEvent.Validation;
import penumbra.text.Texts;

/// One number that each validation tells.
public enum EpochMeasure {
    POSE_MAP("1", Better.HIGHER, false, (v, _) -> v.keypoints().map()),
    POSE_MAP50("1", Better.HIGHER, false, (v, _) -> v.keypoints().map50()),
    POSE_MAP75("1", Better.HIGHER, false, (v, _) -> v.keypoints().map75()),
    BOX_MAP("1", Better.HIGHER, false, (v, _) -> v.boxes().map()),
    BOX_MAP50("1", Better.HIGHER, false, (v, _) -> v.boxes().map50()),
    BOX_MAP75("1", Better.HIGHER, false, (v, _) -> v.boxes().map75()),
    FITNESS("1", Better.HIGHER, false, (v, _) -> v.fitness()),
    RMSE("px", Better.LOWER, true, (_, e) -> e.rmse()),
    RMSE_INPUT("px", Better.LOWER, true, (_, e) -> e.rmseInput()),
    MEDIAN("px", Better.LOWER, true, (_, e) -> e.median()),
    NME("1", Better.LOWER, true, (_, e) -> e.nme()),
    ALONG("px", Better.LOWER, true, (_, e) -> e.along()),
    ACROSS("px", Better.LOWER, true, (_, e) -> e.across()),
    AUC("1", Better.HIGHER, true, (_, e) -> e.auc()),
    FAILURES("1", Better.LOWER, true, (_, e) -> e.failures()),
    FOUND("1", Better.HIGHER, true, (_, e) -> 1 - (double) e.missed() / e.targets());

    private final String unit;
    private final Better better;
    private final boolean ofErrors;
    private final ToDoubleBiFunction<Validation, Errors> value;

    EpochMeasure(
            String unit,
            Better better,
            boolean ofErrors,
            ToDoubleBiFunction<Validation, Errors> value) {
        this.unit = unit;
        this.better = better;
        this.ofErrors = ofErrors;
        this.value = value;
    }

    /// @param against for what [#isOfErrors]; the others know only the labels
    /// @return NaN when nothing can be said
    public double of(Validation validation, Against against) {
        Against known = ofErrors ? against : Against.LABELS;
        return known.of(validation)
                .map(errors -> value.applyAsDouble(validation, errors))
                .orElse(Double.NaN);
    }

    /// Whether it is an error of place, which clean truth may be asked for too.
    public boolean isOfErrors() {
        return ofErrors;
    }

    /// `px`, or `1` for shares.
    public String unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /// Stable name in files: `pose-map50`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return Texts.of(EpochMeasure.class, "measure." + id());
    }
}
