package penumbra.data.scene;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What the lens does to the light, before the sensor: blur, motion blur and bloom.
///
/// Bloom is linear: a share `close` of all light is spread by about 2 px, `near` by about 5 px,
/// `far` by about 40 px, and the rest stays. A bar far above saturation so gets a halo of its
/// colour and, where the spread light saturates too, grows past its ends, as in real pictures. The
/// lens is sharpest in red: there the first two shares are smaller (longitudinal chromatic
/// aberration).
///
/// @param blur standard deviation of the lens blur, px
/// @param motionX way of the picture over the sensor during the exposure, px
/// @param motionY the same, downwards
/// @param close share of green light in the closest halo; less of red, more of blue
/// @param near the same in the narrow halo
/// @param far share of light in the wide halo
record Optics(double blur, double motionX, double motionY, double close, double near, double far) {

    /// Light goes where geometry says.
    static final Optics PERFECT = new Optics(0, 0, 0, 0, 0, 0);

    /// The shares `close` and `near` of red, green and blue relative to green.
    private static final double[] CLOSE = {0.3, 1, 1.5};

    private static final double[] NEAR = {0.8, 1, 1.6};

    private static final double STILL = 0.3;
    private static final double SPREAD = 1;

    static Optics random(SplittableRandom random) {
        double length =
                random.nextDouble() < 0.35 ? 0.8 + 3.7 * Math.pow(random.nextDouble(), 2) : 0;
        double angle = random.nextGaussian() * 0.5;
        return new Optics(
                0.55 + 0.3 * random.nextDouble(),
                length * Math.cos(angle),
                length * Math.sin(angle),
                0.06 + 0.06 * random.nextDouble(),
                0.012 + 0.03 * random.nextDouble(),
                0.004 + 0.014 * random.nextDouble());
    }

    void apply(Canvas canvas) {
        int channel = 0;
        for (Plane plane : canvas.planes()) {
            if (Math.hypot(motionX, motionY) > STILL) {
                moved(plane);
            }
            if (blur > 0) {
                plane.smooth(blur);
            }
            if (close + near + far > 0) {
                bloom(plane, close * CLOSE[channel], near * NEAR[channel]);
            }
            channel++;
        }
    }

    private void bloom(Plane plane, double closest, double nearer) {
        Plane half = plane.half();
        Plane quarter = half.half();
        Plane sixteenth = quarter.quarter();
        Plane narrow = quarter.blurred(1);
        narrow.mix(sixteenth.blurred(2), 4, (float) nearer, (float) far);
        half.smooth(SPREAD);
        half.mix(narrow, 2, (float) closest, 1);
        plane.mix(half, 2, (float) (1 - closest - nearer - far), 1);
    }

    /// The mean along the way, centred, so that nothing shifts: a row of points whose weight is
    /// shared among the pixels around each.
    private void moved(Plane plane) {
        int reach = (int) Math.ceil(Math.max(Math.abs(motionX), Math.abs(motionY)) / 2) + 1;
        int side = 2 * reach + 1;
        float[] kernel = new float[side * side];
        int n = 4 * side + 1;
        for (int i = 0; i < n; i++) {
            double t = (i + 0.5) / n - 0.5;
            double x = reach + t * motionX;
            double y = reach + t * motionY;
            int c = (int) x;
            int r = (int) y;
            double fx = x - c;
            double fy = y - r;
            kernel[r * side + c] += (float) ((1 - fx) * (1 - fy) / n);
            kernel[r * side + c + 1] += (float) (fx * (1 - fy) / n);
            kernel[(r + 1) * side + c] += (float) ((1 - fx) * fy / n);
            kernel[(r + 1) * side + c + 1] += (float) (fx * fy / n);
        }
        int used = 0;
        int[] dx = new int[kernel.length];
        int[] dy = new int[kernel.length];
        float[] weight = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            if (kernel[i] > 0) {
                dx[used] = i % side - reach;
                dy[used] = i / side - reach;
                weight[used++] = kernel[i];
            }
        }
        plane.set(
                plane.convolved(
                        Arrays.copyOf(dx, used),
                        Arrays.copyOf(dy, used),
                        Arrays.copyOf(weight, used)));
    }
}
