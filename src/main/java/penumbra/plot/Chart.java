package penumbra.plot;

/// What a chart shows, apart from how it is drawn. Texts are in the language of the person.
public sealed interface Chart permits LineChart, ContourChart, SurfaceChart, OutlineChart {

    String title();

    /// The chart under another title, for a place that says the rest by itself.
    Chart titled(String other);
}
