package penumbra.data;

/// Tells the warnings of libjpeg and its descendants that mean lost pixels from the harmless one.
final class JpegDamage {

    private JpegDamage() {}

    /// Whether that warning means that part of the picture is missing or wrong. Stray bytes before
    /// the end marker, which the motion JPEG of many cameras has, do no harm.
    static boolean isDamage(String warning) {
        return !warning.contains("extraneous bytes before marker 0xd9");
    }
}
