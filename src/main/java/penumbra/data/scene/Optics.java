package penumbra.data.scene;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What the lens does to the light, before the sensor: blur, motion blur and bloom.
///
/// Bloom is linear: a share `near` of all light is spread by about 5 px, a share `far` by about 40
/// px, and the rest stays. A bar far above saturation so gets a halo of its colour and, where the
/// spread light saturates too, grows past its ends, as in real pictures.
///
/// @param blur standard deviation of the lens blur, px
/// @param motionX way of the picture over the sensor during the exposure, px
/// @param motionY the same, downwards
/// @param near share of light in the narrow halo
/// @param far share of light in the wide halo
record Optics(double blur, double motionX, double motionY, double near, double far) {

    /// Light goes where geometry says.
    static final Optics PERFECT = new Optics(0, 0, 0, 0, 0);

    private static final double STILL = 0.3;

    static Optics random(SplittableRandom random) {
        double length =
                random.nextDouble() < 0.35 ? 0.8 + 3.7 * Math.pow(random.nextDouble(), 2) : 0;
        double angle = random.nextGaussian() * 0.5;
        return new Optics(
                0.8 + 0.4 * random.nextDouble(),
                length * Math.cos(angle),
                length * Math.sin(angle),
                0.008 + 0.03 * random.nextDouble(),
                0.004 + 0.014 * random.nextDouble());
    }

    void apply(Canvas canvas) {
        for (Plane plane : canvas.planes()) {
            if (Math.hypot(motionX, motionY) > STILL) {
                moved(plane);
            }
            if (blur > 0) {
                plane.smooth(blur);
            }
            if (near + far > 0) {
                bloom(plane);
            }
        }
    }

    private void bloom(Plane plane) {
        Plane quarter = plane.quarter();
        Plane sixteenth = quarter.quarter();
        Plane narrow = quarter.blurred(1);
        narrow.mixQuarter(sixteenth.blurred(2), (float) near, (float) far);
        plane.mixQuarter(narrow, (float) (1 - near - far), 1);
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
