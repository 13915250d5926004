package penumbra.engine.assign;

/// Complete IoU of a box with a fixed one, and its derivatives by the first one's corners.
///
/// CIoU = IoU - (rho^2 / c^2 + alpha v) with the squared distance rho^2 of the centres, the squared
/// diagonal c^2 of the smallest box around both, v = 4/pi^2 (atan(w2/h2) - atan(w1/h1))^2 and alpha
/// = v / (v - IoU + 1), which is taken as constant in the derivatives (Z. Zheng et al.,
/// Distance-IoU Loss, AAAI 2020, eq. 10 to 12). Heights, union, c^2 and the divisor of alpha are
/// raised by 1e-7, as in the reference, so that degenerate boxes give finite numbers. Where two
/// corners coincide the derivative is the mean of those on either side.
///
/// @param value at most 1
/// @param x1 derivative by the first box's left side, and so on
public record CompleteIou(double value, double x1, double y1, double x2, double y2) {

    private static final double EPSILON = 1e-7;

    /// Of the box (ax1, ay1, ax2, ay2) with (bx1, by1, bx2, by2), in any unit.
    public static CompleteIou of(
            double ax1,
            double ay1,
            double ax2,
            double ay2,
            double bx1,
            double by1,
            double bx2,
            double by2) {
        double w1 = ax2 - ax1;
        double h1 = ay2 - ay1 + EPSILON;
        double w2 = bx2 - bx1;
        double h2 = by2 - by1 + EPSILON;

        double overlapX = Math.min(ax2, bx2) - Math.max(ax1, bx1);
        double overlapY = Math.min(ay2, by2) - Math.max(ay1, by1);
        double iw = Math.max(overlapX, 0);
        double ih = Math.max(overlapY, 0);
        double intersection = iw * ih;
        double union = w1 * h1 + w2 * h2 - intersection + EPSILON;
        double iou = intersection / union;

        double cw = Math.max(ax2, bx2) - Math.min(ax1, bx1);
        double ch = Math.max(ay2, by2) - Math.min(ay1, by1);
        double c2 = cw * cw + ch * ch + EPSILON;
        double dx = bx1 + bx2 - ax1 - ax2;
        double dy = by1 + by2 - ay1 - ay2;
        double rho2 = (dx * dx + dy * dy) / 4;

        double angle = Math.atan(w2 / h2) - Math.atan(w1 / h1);
        double v = 4 / (Math.PI * Math.PI) * angle * angle;
        double alpha = v / (v - iou + 1 + EPSILON);

        double openX = overlapX >= 0 ? ih : 0;
        double openY = overlapY >= 0 ? iw : 0;
        double vByAngle = 8 / (Math.PI * Math.PI) * angle / (w1 * w1 + h1 * h1);
        double vByWidth = -vByAngle * h1;
        double vByHeight = vByAngle * w1;
        // By a corner: of the intersection, of the first box's area, of cw or ch, of w1 or h1.
        double[] byIntersection = {
            -openX * above(ax1, bx1),
            -openY * above(ay1, by1),
            openX * above(bx2, ax2),
            openY * above(by2, ay2)
        };
        double[] byArea = {-h1, -w1, h1, w1};
        double[] byDiagonal = {
            -2 * cw * above(bx1, ax1),
            -2 * ch * above(by1, ay1),
            2 * cw * above(ax2, bx2),
            2 * ch * above(ay2, by2)
        };
        double[] byRho = {-dx / 2, -dy / 2, -dx / 2, -dy / 2};
        double[] byAspect = {-vByWidth, -vByHeight, vByWidth, vByHeight};
        double[] by = new double[4];
        for (int i = 0; i < by.length; i++) {
            double byUnion = byArea[i] - byIntersection[i];
            by[i] =
                    (byIntersection[i] - iou * byUnion) / union
                            - (byRho[i] - rho2 / c2 * byDiagonal[i]) / c2
                            - alpha * byAspect[i];
        }
        return new CompleteIou(iou - (rho2 / c2 + v * alpha), by[0], by[1], by[2], by[3]);
    }

    /// 1 where a is greater, a half where they are equal, 0 where b is.
    private static double above(double a, double b) {
        return a > b ? 1 : a == b ? 0.5 : 0;
    }
}
