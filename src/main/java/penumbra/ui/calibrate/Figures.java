package penumbra.ui.calibrate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.model.AxisLaw;
import penumbra.model.Estimate;
import penumbra.model.SizeLaw;
import penumbra.text.Texts;
import penumbra.uncertainty.measure.Calibration;
import penumbra.uncertainty.measure.LookStudy;
import penumbra.uncertainty.measure.ThreeAnnotators;

/// The numbers of a calibration, each with its unit and what it was measured on.
final class Figures {

    private final GridPane grid = new GridPane(14, 7);
    private final VBox node = new VBox(12);

    /// @param oksSigmas of the project now
    /// @param three each person's own noise, where three labelled the same keypoints
    Figures(LookStudy.Measured all, List<Double> oksSigmas, Optional<ThreeAnnotators> three) {
        Calibration calibration = all.calibration();
        double gap = calibration.usualGap();
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setPercentWidth(46);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.LEFT);
        values.setPercentWidth(54);
        grid.getColumnConstraints().setAll(names, values);
        Label on = label(text("figures.on", all.pairs(), all.looks().size(), number(gap, 1)));
        row("figures.along", interval(calibration.along(gap)), "along");
        row("figures.across", interval(calibration.across(gap)), "across");
        row("figures.bias-along", signed(calibration.biasAlong()), "bias-along");
        row("figures.bias-across", signed(calibration.biasAcross()), "bias-across");
        row(
                "figures.outliers",
                text("figures.percent", number(100 * calibration.outlierShare(), 1)),
                "outliers");
        row("figures.swapped", String.valueOf(all.swapped().size()), "swapped");
        row("figures.law-along", formula(calibration.lawAlong()), "law-along");
        row("figures.law-across", formula(calibration.lawAcross()), "law-across");
        for (SizeLaw law : SizeLaw.values()) {
            boolean best = law == calibration.lawAlong().law();
            String value = number(all.heldOut().get(law), 4);
            row(
                    "figures.held-out." + law.name().toLowerCase(Locale.ROOT),
                    best ? text("figures.best", value) : value,
                    "held-out-" + law.name().toLowerCase(Locale.ROOT));
        }
        all.parallelogram()
                .ifPresent(sigma ->
                        row(
                                "figures.parallelogram",
                                text("figures.px", number(sigma, 2)),
                                "parallelogram"));
        double both =
                Math.sqrt(
                        (calibration.lawAlong().variance(gap)
                                        + calibration.lawAcross().variance(gap))
                                / 2);
        row("figures.both", text("figures.px", number(both, 2)), "both");
        row(
                "figures.oks",
                text(
                        "figures.oks.value",
                        number(all.oksSigma(), 4),
                        number(oksSigmas.getFirst(), 4)),
                "oks");
        three.ifPresent(this::people);
        Label notes = label(text("figures.notes"));
        notes.getStyleClass().add("hint");
        node.getChildren().setAll(on, grid, notes);
    }

    /// Each of three people by themselves.
    private void people(ThreeAnnotators three) {
        Label head = label(text("figures.people", three.keypoints()));
        head.setId("figure-people");
        grid.add(head, 0, grid.getRowCount(), 2, 1);
        for (ThreeAnnotators.Person person : three.people()) {
            Label name = label(person.name());
            Label figure =
                    label(
                            text(
                                    "figures.person",
                                    number(person.along(), 2),
                                    number(person.across(), 2)));
            figure.setId("figure-person-" + person.name());
            figure.getStyleClass().add("figure");
            grid.addRow(grid.getRowCount(), name, figure);
        }
    }

    Node node() {
        return node;
    }

    private void row(String key, String value, String id) {
        Label name = label(text(key));
        Label figure = label(value);
        figure.setId("figure-" + id);
        figure.getStyleClass().add("figure");
        grid.addRow(grid.getRowCount(), name, figure);
    }

    private static String formula(AxisLaw law) {
        return switch (law.law()) {
            case CONSTANT -> text("figures.law.constant", number(law.atZero(), 2));
            case EXPONENTIAL ->
                    text(
                            "figures.law.exponential",
                            number(law.atZero(), 2),
                            number(law.decay(), 4));
            case GROWING ->
                    text("figures.law.growing", number(law.atZero(), 2), number(law.growth(), 4));
        };
    }

    private static String interval(Estimate e) {
        return text(
                "figures.interval", number(e.value(), 2), number(e.low(), 2), number(e.high(), 2));
    }

    private static String signed(Estimate e) {
        return text(
                "figures.interval",
                String.format(Locale.ROOT, "%+.2f", e.value()),
                String.format(Locale.ROOT, "%+.2f", e.low()),
                String.format(Locale.ROOT, "%+.2f", e.high()));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Figures.class, key, arguments);
    }
}
