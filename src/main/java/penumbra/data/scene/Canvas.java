package penumbra.data.scene;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import penumbra.geometry.Size;

/// Linear light of a picture, one plane per colour, painted back to front.
final class Canvas {

    private static final float FAINT = 1f / 2048;

    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;
    private final Coverage coverage;

    Canvas(Size size) {
        width = size.width();
        height = size.height();
        red = new float[width * height];
        green = new float[width * height];
        blue = new float[width * height];
        coverage = new Coverage(width, height);
    }

    /// The three colours; writing to them paints.
    List<Plane> planes() {
        return List.of(
                new Plane(width, height, red),
                new Plane(width, height, green),
                new Plane(width, height, blue));
    }

    /// Darkens what is there.
    void dim(List<double[]> contours, float factor) {
        coverage.scan(
                contours,
                (y, from, to, c, offset) -> {
                    for (int x = from; x < to; x++) {
                        float keep = 1 - c[offset + x] * (1 - factor);
                        int i = y * width + x;
                        red[i] *= keep;
                        green[i] *= keep;
                        blue[i] *= keep;
                    }
                });
    }

    /// Paints over what is there.
    void fill(List<double[]> contours, Light light) {
        coverage.scan(
                contours,
                (y, from, to, c, offset) -> {
                    int line = y * width;
                    blend(red, line, light.red(), c, offset, from, to);
                    blend(green, line, light.green(), c, offset, from, to);
                    blend(blue, line, light.blue(), c, offset, from, to);
                });
    }

    private static void blend(
            float[] plane, int line, float light, float[] c, int offset, int from, int to) {
        for (int x = from; x < to; x++) {
            float old = plane[line + x];
            plane[line + x] = old + c[offset + x] * (light - old);
        }
    }

    /// Paints over what is there, the light of each pixel multiplied by a factor of its centre.
    void fill(List<double[]> contours, Light light, DoubleBinaryOperator shade) {
        coverage.scan(
                contours,
                (y, from, to, c, offset) -> {
                    for (int x = from; x < to; x++) {
                        if (c[offset + x] > FAINT) {
                            float factor = (float) shade.applyAsDouble(x + 0.5, y + 0.5);
                            blend(y * width + x, c[offset + x], light, factor);
                        }
                    }
                });
    }

    /// Adds light without hiding what is there, that of each pixel multiplied by a factor of its
    /// centre.
    void add(List<double[]> contours, Light light, DoubleBinaryOperator shade) {
        coverage.scan(
                contours,
                (y, from, to, c, offset) -> {
                    for (int x = from; x < to; x++) {
                        if (c[offset + x] > FAINT) {
                            float factor = (float) shade.applyAsDouble(x + 0.5, y + 0.5);
                            float share = c[offset + x] * factor;
                            int i = y * width + x;
                            red[i] += share * light.red();
                            green[i] += share * light.green();
                            blue[i] += share * light.blue();
                        }
                    }
                });
    }

    /// Adds light without hiding what is there.
    void add(List<double[]> contours, Light light) {
        coverage.scan(
                contours,
                (y, from, to, c, offset) -> {
                    for (int x = from; x < to; x++) {
                        float share = c[offset + x];
                        int i = y * width + x;
                        red[i] += share * light.red();
                        green[i] += share * light.green();
                        blue[i] += share * light.blue();
                    }
                });
    }

    /// Adds a soft spot: a Gaussian of the given standard deviations, px, cut off at three of them.
    void glow(double x, double y, double sigmaX, double sigmaY, Light light) {
        int left = (int) Math.clamp(x - 3 * sigmaX, 0, width);
        int right = (int) Math.clamp(x + 3 * sigmaX + 1, 0, width);
        int top = (int) Math.clamp(y - 3 * sigmaY, 0, height);
        int bottom = (int) Math.clamp(y + 3 * sigmaY + 1, 0, height);
        float[] across = new float[Math.max(0, right - left)];
        for (int i = left; i < right; i++) {
            across[i - left] = bell((i + 0.5 - x) / sigmaX);
        }
        for (int j = top; j < bottom; j++) {
            float down = bell((j + 0.5 - y) / sigmaY);
            for (int i = left; i < right; i++) {
                float share = down * across[i - left];
                int at = j * width + i;
                red[at] += share * light.red();
                green[at] += share * light.green();
                blue[at] += share * light.blue();
            }
        }
    }

    /// A Gaussian lowered so that it meets zero at three standard deviations.
    private static float bell(double z) {
        double floor = Math.exp(-4.5);
        return (float) Math.max(0, (Math.exp(-0.5 * z * z) - floor) / (1 - floor));
    }

    private void blend(int i, float share, Light light, float factor) {
        if (share <= FAINT) {
            return;
        }
        red[i] += share * (factor * light.red() - red[i]);
        green[i] += share * (factor * light.green() - green[i]);
        blue[i] += share * (factor * light.blue() - blue[i]);
    }
}
