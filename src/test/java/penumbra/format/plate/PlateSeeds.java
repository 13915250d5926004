package penumbra.format.plate;

import java.util.List;
import penumbra.format.Findings;
import penumbra.format.Seed;
import penumbra.geometry.Size;
import penumbra.model.Schema;

/// Good files of the plate forms, to be mutated.
public final class PlateSeeds {

    /// A schema with classes that the default one lacks.
    public static final Schema SJTU_SCHEMA = PlateLayout.SJTU9.schema();

    public static final List<Seed> ALL =
            List.of(
                    plate(PlateLayout.SJTU9, "12 P\n0 P\r\n35 -0.1 1.2 0.5 .5 5e-1 0.5 0.5 0.25\n"),
                    plate(PlateLayout.TJU9, "2 P\n8 P\n"),
                    plate(PlateLayout.LABELMASTER10, "P 2 1\nP 11 3\n"),
                    plate(PlateLayout.ATLABELMASTER10, "1 2 P\n3 6 P\n"));

    private PlateSeeds() {}

    private static Seed plate(PlateLayout layout, String content) {
        String points = "0.25 0.5 0.25 0.625 0.5 0.625 0.5 0.5";
        return new Seed(
                layout.id(),
                (file, bytes) -> {
                    Findings findings = new Findings();
                    PlateText.lines(file, bytes, layout, findings)
                            .forEach(line -> line.target(new Size(64, 32), ""));
                    return findings.list();
                },
                content.replace("P", points));
    }
}
