package penumbra.data.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// Paints things of the world onto the canvas, back to front, and remembers what hides what.
record Painter(Camera camera, Canvas canvas, Silhouettes silhouettes) {

    private static final int ROUND = 14;

    Painter(Camera camera) {
        this(camera, new Canvas(camera.size()), new Silhouettes());
    }

    /// A flat piece far behind everything that matters; it hides no plate.
    void surface(Light light, Vector3... corners) {
        fill(camera.polygon(corners), light);
    }

    /// A flat piece that hides what was painted before.
    void solid(Light light, Vector3... corners) {
        double[] outline = camera.polygon(corners);
        if (outline.length > 0) {
            silhouettes.add(outline);
            fill(outline, light);
        }
    }

    /// A rectangle of a pose's x-y plane that hides nothing.
    void panel(Pose plane, double x0, double y0, double x1, double y1, Light light) {
        surface(light, corners(plane, x0, y0, x1, y1));
    }

    /// A rectangle of a pose's x-y plane that hides what was painted before.
    void board(Pose plane, double x0, double y0, double x1, double y1, Light light) {
        solid(light, corners(plane, x0, y0, x1, y1));
    }

    /// Like [#panel], with streaks and stains.
    void rough(Pose plane, double x0, double y0, double x1, double y1, Light light) {
        rough(light, corners(plane, x0, y0, x1, y1));
    }

    /// A flat piece with streaks and stains; it hides nothing.
    void rough(Light light, Vector3... corners) {
        double[] outline = camera.polygon(corners);
        if (outline.length > 0) {
            double shift = outline[0];
            canvas.fill(
                    List.of(outline),
                    light,
                    (x, y) ->
                            Math.max(
                                    0.1,
                                    1
                                            + 0.22 * Texture.coarse(x * 0.9 + shift, y * 0.3)
                                            + 0.16 * Texture.fine(x * 0.7, y * 0.7)));
        }
    }

    private static Vector3[] corners(Pose plane, double x0, double y0, double x1, double y1) {
        return new Vector3[] {
            plane.toParent(x0, y0, 0),
            plane.toParent(x1, y0, 0),
            plane.toParent(x1, y1, 0),
            plane.toParent(x0, y1, 0)
        };
    }

    /// The faces of a box that the camera sees, lit from above: x and z half sides, y from top to
    /// bottom, in the pose's frame.
    void box(Pose pose, double halfX, double top, double bottom, double halfZ, Light light) {
        Vector3 eye = pose.toLocal(camera.pose().origin());
        double front = eye.z() < 0 ? -halfZ : halfZ;
        double side = eye.x() < 0 ? -halfX : halfX;
        if (eye.y() < top) {
            solid(
                    light.times(1.7),
                    pose.toParent(-halfX, top, -halfZ),
                    pose.toParent(halfX, top, -halfZ),
                    pose.toParent(halfX, top, halfZ),
                    pose.toParent(-halfX, top, halfZ));
        }
        if (Math.abs(eye.x()) > halfX) {
            solid(
                    light.times(0.7),
                    pose.toParent(side, top, -halfZ),
                    pose.toParent(side, top, halfZ),
                    pose.toParent(side, bottom, halfZ),
                    pose.toParent(side, bottom, -halfZ));
        }
        if (Math.abs(eye.z()) > halfZ) {
            solid(
                    light,
                    pose.toParent(-halfX, top, front),
                    pose.toParent(halfX, top, front),
                    pose.toParent(halfX, bottom, front),
                    pose.toParent(-halfX, bottom, front));
        }
    }

    /// An upright ellipse that faces the camera, radii in metres; hides what was painted before.
    void ellipse(Vector3 centre, double radiusX, double radiusY, Light light) {
        camera.project(centre)
                .map(p -> round(p, radiusX * camera.scale(centre), radiusY * camera.scale(centre)))
                .ifPresent(outline -> {
                    silhouettes.add(outline);
                    fill(outline, light);
                });
    }

    /// A small lamp, at least a pixel wide, dimmer when that enlarges it.
    void lamp(Vector3 centre, double radius, Light light) {
        camera.project(centre)
                .ifPresent(p -> {
                    double px = radius * camera.scale(centre);
                    double drawn = Math.max(0.55, px);
                    double share = px * px / (drawn * drawn);
                    canvas.add(List.of(round(p, drawn, drawn)), light.times(share));
                });
    }

    private static double[] round(Point centre, double radiusX, double radiusY) {
        double[] outline = new double[2 * ROUND];
        for (int i = 0; i < ROUND; i++) {
            outline[2 * i] = centre.x() + radiusX * Math.cos(2 * Math.PI * i / ROUND);
            outline[2 * i + 1] = centre.y() + radiusY * Math.sin(2 * Math.PI * i / ROUND);
        }
        return outline;
    }

    /// A shape of a pose's x-y plane, its unit square scaled to `size` metres about the origin.
    void shape(Pose plane, List<double[]> unit, double size, Light light) {
        List<double[]> contours = new ArrayList<>();
        for (double[] c : unit) {
            Vector3[] corners = new Vector3[c.length / 2];
            for (int i = 0; i < corners.length; i++) {
                corners[i] = plane.toParent(c[2 * i] * size, c[2 * i + 1] * size, 0);
            }
            contours.add(camera.polygon(corners));
        }
        canvas.fill(contours, light);
    }

    /// A line of light of a width in metres, as wide from every side: a straight tube whose axis
    /// ends exactly at the two points.
    ///
    /// @param profile brightness along the tube from `a` (0) to `b` (1)
    void tube(Vector3 a, Vector3 b, double width, Light light, DoubleUnaryOperator profile) {
        Optional<Point> from = camera.project(a);
        Optional<Point> to = camera.project(b);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        Point p = from.get();
        Point along = to.get().minus(p);
        double length = along.norm();
        if (length < 1e-6) {
            return;
        }
        double half = width * camera.scale(a.towards(b, 0.5)) / 2;
        double drawn = Math.max(half, 0.35);
        Point across = new Point(-along.y(), along.x()).times(drawn / length);
        Point q = to.get();
        double[] outline = {
            p.x() - across.x(),
            p.y() - across.y(),
            q.x() - across.x(),
            q.y() - across.y(),
            q.x() + across.x(),
            q.y() + across.y(),
            p.x() + across.x(),
            p.y() + across.y()
        };
        canvas.fill(
                List.of(outline),
                light.times(half / drawn),
                (x, y) -> {
                    double t = new Point(x, y).minus(p).dot(along) / (length * length);
                    return profile.applyAsDouble(Math.clamp(t, 0, 1));
                });
    }

    private void fill(double[] outline, Light light) {
        if (outline.length > 0) {
            canvas.fill(List.of(outline), light);
        }
    }

    /// A soft patch of light lying on the floor, where the camera sees it.
    ///
    /// @param spot its middle, metres
    /// @param wide standard deviation across the view, metres
    /// @param high the same upwards in the picture, metres
    void glowOnFloor(Vector3 spot, double wide, double high, Light light) {
        double metre = camera.scale(spot);
        camera.project(spot)
                .ifPresent(p -> canvas.glow(p.x(), p.y(), wide * metre, high * metre, light));
    }
}
