package penumbra.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import penumbra.loss.PoseTerms;
import penumbra.text.Texts;

/// All that a run can be told. The options of `penumbra train`, `args.yaml` and the window's form
/// derive from this list; name, unit and the sentence about each are in this package's texts.
///
/// An option without a value (`""`) leaves the choice to what it belongs to. Numbers that the
/// reference knows have its names.
public enum RunOption {
    RECIPE(choice("penumbra", "stock", "guide"), Group.BASIC, "", "penumbra"),
    DATA(new OptionKind.Place(), Group.BASIC, "", ""),
    LOSS(new OptionKind.Choice(PoseTerms.IDS), Group.BASIC, "", "helium", "oks"),
    EPOCHS(whole(1, 100_000), Group.BASIC, "epochs", "100"),
    MINUTES(real(0, 100_000), Group.BASIC, "minutes", "0"),
    IMGSZ(new OptionKind.Whole(32, 4096, 32), Group.BASIC, "px", "640"),
    BATCH(whole(1, 1024), Group.BASIC, "pictures", "8", "16"),
    DEVICE(word("auto|cpu|cuda:[0-9]{1,2}", "cuda:0"), Group.BASIC, "", "auto"),
    PRECISION(choice("auto", "fp32", "bf16"), Group.BASIC, "", "auto", "fp32"),
    WEIGHTS(new OptionKind.Place(), Group.BASIC, "", ""),
    START(choice("rendered", "nothing"), Group.BASIC, "", "rendered", "nothing"),
    SEED(whole(0, Integer.MAX_VALUE), Group.BASIC, "", "0"),
    PATIENCE(whole(0, 100_000), Group.BASIC, "epochs", "80", "100"),
    NAME(word("[^/\\\\\\s][^/\\\\]{0,99}", "train"), Group.BASIC, "", "train"),

    HEAD(choice("pose", "heatmap"), Group.LOSS, "", "pose"),
    HEATMAP(choice("centernet", "adaloss", "adaanchor"), Group.LOSS, "", "centernet"),
    SIGMA(
            word("safe|rel|paper|(?=.*[1-9])[0-9]{1,3}([.][0-9]{1,3})?", "safe"),
            Group.LOSS,
            "",
            "safe"),
    ANCHORS(choice("ada", "add", "single", "coarse", "nearest"), Group.LOSS, "", "ada"),
    MAP_STRIDE(choice("4", "8"), Group.LOSS, "px", "4"),
    RADIUS(choice("correct", "legacy", "note-literal"), Group.LOSS, "", "correct"),
    SIGMA_SCHEDULE(choice("none", "paper", "safe", "rel"), Group.LOSS, "", "none"),
    LOSS_PARAM(new OptionKind.Pairs(), Group.LOSS, "", ""),
    GAINS(choice("own", "matched"), Group.LOSS, "", "own"),
    POSE(real(0, 1e6), Group.LOSS, "", ""),
    BOX(real(0, 1e6), Group.LOSS, "", "7.5"),
    CLS(real(0, 1e6), Group.LOSS, "", "0.5"),
    DFL(real(0, 1e6), Group.LOSS, "", "1.5"),
    KOBJ(real(0, 1e6), Group.LOSS, "", "1.0"),
    ASSIGNER(
            choice("tal", "tal-enlarged", "tal-small", "blend", "ada"),
            Group.LOSS,
            "",
            "tal-small",
            "tal"),
    FITNESS(
            choice("map", "pose-map", "rmse", "clean-rmse", "ced-auc", "clean-ced-auc"),
            Group.LOSS,
            "",
            "ced-auc",
            "map"),

    OPTIMIZER(choice("auto", "sgd", "adamw"), Group.STEPS, "", "adamw", "auto"),
    LR0(real(1e-9, 1e9), Group.STEPS, "", "0.001", ""),
    LRF(real(0, 1), Group.STEPS, "", "0.01"),
    COS_LR(new OptionKind.Flag(), Group.STEPS, "", "false"),
    MOMENTUM(real(0.0001, 0.9999), Group.STEPS, "", "0.937"),
    WEIGHT_DECAY(real(0, 1), Group.STEPS, "", "0.0005"),
    WARMUP_EPOCHS(real(0, 1000), Group.STEPS, "epochs", "1.0", "3.0"),
    WARMUP_LEAST(whole(1, 1_000_000), Group.STEPS, "batches", "10", "100"),
    WARMUP_MOMENTUM(real(0.0001, 0.9999), Group.STEPS, "", "0.8"),
    WARMUP_BIAS_LR(real(0, 1), Group.STEPS, "", "0.0", "0.1"),
    NBS(whole(1, 4096), Group.STEPS, "pictures", "8", "64"),
    PARTS(whole(0, 64), Group.STEPS, "", "0", "1"),
    SETTLE(new OptionKind.Flag(), Group.STEPS, "", "true", "false"),
    EMA_DECAY(real(0, 1), Group.STEPS, "", "0.9999"),
    EMA_STEPS(real(0, 1e6), Group.STEPS, "steps", "0", "2000"),
    MODEL(choice("n", "s", "m", "l", "x"), Group.STEPS, "", "n"),

    MOSAIC(real(0, 1), Group.PICTURES, "", "1.0"),
    CLOSE_MOSAIC(whole(0, 100_000), Group.PICTURES, "epochs", "10"),
    HSV_H(real(0, 1), Group.PICTURES, "", "0.01", "0.015"),
    HSV_S(real(0, 1), Group.PICTURES, "", "0.3", "0.7"),
    HSV_V(real(0, 1), Group.PICTURES, "", "0.15", "0.4"),
    DEGREES(real(0, 180), Group.PICTURES, "degrees", "5.0", "0.0"),
    TRANSLATE(real(0, 1), Group.PICTURES, "", "0.1"),
    SCALE(real(0, 0.99), Group.PICTURES, "", "0.4", "0.5"),
    SHEAR(real(0, 89), Group.PICTURES, "degrees", "2.0", "0.0"),
    PERSPECTIVE(real(0, 0.001), Group.PICTURES, "", "0.0"),
    FLIPUD(real(0, 1), Group.PICTURES, "", "0.0"),
    FLIPLR(real(0, 1), Group.PICTURES, "", "0.0", "0.5"),
    EXPOSURE(real(0, 4), Group.PICTURES, "stops", "0.8", "0.0"),
    BLOOM(real(0, 0.5), Group.PICTURES, "", "0.15", "0.0"),
    PASTE(real(0, 1), Group.PICTURES, "", "0.3", "0.0"),
    ALIGNED(new OptionKind.Flag(), Group.PICTURES, "", "true", "false"),
    BALANCE(choice("none", "class", "size", "both"), Group.PICTURES, "", "none"),
    VAL(real(0, 0.9), Group.PICTURES, "", "0.2"),
    SINGLE_CLS(new OptionKind.Flag(), Group.PICTURES, "", "false"),
    CACHE(choice("ram", "disk", "none"), Group.PICTURES, "", "ram"),
    CACHE_SIZE(whole(16, 1_000_000), Group.PICTURES, "MiB", "2048"),

    LIBTORCH(new OptionKind.Place(), Group.MACHINE, "", ""),
    THREADS(whole(0, 1024), Group.MACHINE, "", "0"),
    PREVIEW(new OptionKind.Flag(), Group.MACHINE, "", "false"),
    RUNS(new OptionKind.Place(), Group.MACHINE, "", "runs/pose");

    /// What options are about; those of [#BASIC] are shown, the others fold out.
    public enum Group {
        BASIC,
        LOSS,
        STEPS,
        PICTURES,
        MACHINE;

        public String label() {
            return Texts.of(RunOption.class, "group." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// Training as the guide to CenterNet has it: 512 x 512 px, Adam, which is AdamW without decay,
    /// random flips, random scale, nothing else. Departure: the scale goes from 0.65 to 1.35
    /// instead of 0.6 to 1.3, as far to either side. Where the guide is silent our own values
    /// stand.
    ///
    /// Source: the CenterNet guide, section 2.4, Training Specification.
    private static final Map<RunOption, String> GUIDE =
            Map.ofEntries(
                    Map.entry(HEAD, "heatmap"),
                    Map.entry(HEATMAP, "centernet"),
                    Map.entry(IMGSZ, "512"),
                    Map.entry(OPTIMIZER, "adamw"),
                    Map.entry(WEIGHT_DECAY, "0.0"),
                    Map.entry(FLIPLR, "0.5"),
                    Map.entry(SCALE, "0.35"),
                    Map.entry(MOSAIC, "0.0"),
                    Map.entry(HSV_H, "0.0"),
                    Map.entry(HSV_S, "0.0"),
                    Map.entry(HSV_V, "0.0"),
                    Map.entry(DEGREES, "0.0"),
                    Map.entry(TRANSLATE, "0.0"),
                    Map.entry(SHEAR, "0.0"),
                    Map.entry(EXPOSURE, "0.0"),
                    Map.entry(BLOOM, "0.0"),
                    Map.entry(PASTE, "0.0"));

    private final OptionKind kind;
    private final Group group;
    private final String unit;
    private final String own;
    private final String stock;

    RunOption(OptionKind kind, Group group, String unit, String own, String stock) {
        this.kind = kind;
        this.group = group;
        this.unit = unit;
        this.own = own;
        this.stock = stock;
    }

    RunOption(OptionKind kind, Group group, String unit, String usual) {
        this(kind, group, unit, usual, usual);
    }

    private static OptionKind choice(String... ids) {
        return new OptionKind.Choice(List.of(ids));
    }

    private static OptionKind whole(int least, int most) {
        return new OptionKind.Whole(least, most, 1);
    }

    private static OptionKind real(double least, double most) {
        return new OptionKind.Real(least, most);
    }

    private static OptionKind word(String form, String example) {
        return new OptionKind.Word(Pattern.compile(form), example);
    }

    /// The option of that id; empty if there is none.
    public static Optional<RunOption> byId(String id) {
        return Arrays.stream(values()).filter(o -> o.id().equals(id)).findFirst();
    }

    /// As on the command line: `warmup-epochs`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As in `args.yaml`: `warmup_epochs`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public OptionKind kind() {
        return kind;
    }

    public Group group() {
        return group;
    }

    /// The value when nobody says another one, in the recipe `penumbra`.
    public String usual() {
        return own;
    }

    /// The value when nobody says another one.
    ///
    /// @param recipe `penumbra`, `stock` for the reference's, or `guide` for the CenterNet guide's
    public String usual(String recipe) {
        return switch (recipe) {
            case "stock" -> stock;
            case "guide" -> GUIDE.getOrDefault(this, own);
            default -> own;
        };
    }

    /// Whether it may be without a value.
    public boolean optional() {
        return own.isEmpty() || stock.isEmpty();
    }

    /// Whether a sweep may give it several values: seeds are repetitions, other pictures held back
    /// cannot be compared, and where a run lies or what computes it makes no other method.
    public boolean mayVary() {
        boolean listed = !(kind instanceof OptionKind.Place || kind instanceof OptionKind.Pairs);
        return listed
                && group != Group.MACHINE
                && !EnumSet.of(SEED, NAME, MINUTES, DEVICE, VAL, CACHE, CACHE_SIZE).contains(this);
    }

    public String label() {
        return Texts.of(RunOption.class, "option." + id() + ".name");
    }

    /// One sentence.
    public String explanation() {
        return Texts.of(RunOption.class, "option." + id() + ".help");
    }

    /// As it stands behind a value; empty for plain numbers.
    public String unit() {
        return unit.isEmpty() ? "" : Texts.of(RunOption.class, "unit." + unit);
    }
}
