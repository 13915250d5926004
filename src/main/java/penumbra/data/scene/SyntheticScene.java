package penumbra.data.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import penumbra.geometry.Pose;
import penumbra.geometry.Size;
import penumbra.geometry.Vector3;
import penumbra.model.Target;

/// Renders armor-plate scenes as a robot's camera sees them at low exposure.
///
/// One scene depends on nothing but seed, index and size: the generator is a
/// [java.util.SplittableRandom] started from seed and index, and no state is shared, so that scenes
/// may be rendered on many threads at once and stay the same bit by bit. Between kinds of processor
/// the last bit of a sine may differ, and a pixel by one step.
public final class SyntheticScene {

    /// Distances of robots, metres, at the shares 0, 1/8, 2/8 ... 1 of all robots; so chosen that
    /// bar lengths have the quartiles of a real low-exposure match.
    private static final double[] DISTANCES = {1.3, 2.6, 3.1, 3.9, 4.6, 4.8, 5.0, 5.8, 8.3};

    /// How often each number is drawn: guard, 1 to 5, outpost, base.
    private static final double[] NUMBERS = {0.06, 0.25, 0.13, 0.18, 0.17, 0.07, 0.06, 0.08};

    /// Robots in a picture: one, two or three.
    private static final double[] ROBOTS = {0.46, 0.36, 0.18};

    private SyntheticScene() {}

    /// One scene. Its targets are at most 6, for there are at most three robots and nobody sees
    /// more than two plates of one; none at all happens now and then.
    ///
    /// @param seed chooses the series
    /// @param index number of the scene in the series
    /// @param size of the picture; the angle of view does not depend on it
    public static RenderedScene render(long seed, int index, Size size) {
        return render(seed, index, size, 0);
    }

    /// The same scene with something right in front of some plates, besides what stands in the way
    /// anyhow.
    ///
    /// @param covered share of plates of which a bar or one of its ends is hidden, 0 to 1
    public static RenderedScene render(long seed, int index, Size size, double covered) {
        SplittableRandom random = new SplittableRandom(mixed(seed, index));
        Camera camera = camera(size, random.split());
        Painter painter = new Painter(camera);
        List<Target> truth = paint(painter, random.split(), covered);
        Optics.random(random.split()).apply(painter.canvas());
        SplittableRandom exposure = random.split();
        int[] argb = Sensor.random(exposure).expose(painter.canvas(), exposure);
        return new RenderedScene(size, argb, truth);
    }

    /// Seed and index spread over 64 bits (the finaliser of splitmix64), so that no two series
    /// overlap.
    private static long mixed(long seed, int index) {
        long z = seed * 0x9E3779B97F4A7C15L + index;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static Camera camera(Size size, SplittableRandom random) {
        Pose pose =
                Pose.at(new Vector3(0, -0.35 - 0.2 * random.nextDouble(), 0))
                        .pitched(Math.toRadians(3.2 + 3.2 * random.nextGaussian()))
                        .rolled(Math.toRadians(1.5 * random.nextGaussian()));
        return new Camera(size, Camera.usualFocal(size), pose);
    }

    private static List<Target> paint(Painter painter, SplittableRandom random, double covered) {
        Ambience air = Ambience.random(random);
        double depth = 8 + 5 * random.nextDouble();
        Pose wall =
                Pose.at(new Vector3(0, 0, depth))
                        .turned(Math.toRadians(14 * random.nextGaussian()));
        new Hall(wall, air).draw(painter, random.split());
        Floor.random(air, depth + 6, random).draw(painter, random.split());
        Floor.balls(painter, air, 0.6, random.split());
        List<Thing> things = things(air, random.split());
        SplittableRandom ids = random.split();
        List<PlacedPlate> placed = new ArrayList<>();
        for (Thing thing : things) {
            placed.addAll(thing.draw().apply(painter));
        }
        SplittableRandom covers = random.split();
        for (PlacedPlate plate : placed) {
            SplittableRandom own = covers.split();
            if (own.nextDouble() < covered) {
                Cover.draw(plate.plate(), painter, air, own);
            }
        }
        return placed.stream()
                .map(plate -> Truth.of(plate, painter, ids))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Something that stands on the floor; drawing it gives the plates it has.
    private record Thing(double distance, Function<Painter, List<PlacedPlate>> draw) {}

    /// What stands on the floor, farthest first. The camera aims at a robot that is alive and not
    /// behind a block; other robots may be anywhere.
    private static List<Thing> things(Ambience air, SplittableRandom random) {
        List<Thing> things = new ArrayList<>();
        double aim = (2 * random.nextDouble() - 1) * 0.4;
        Thing aimed = robot(aim, true, air, random.split());
        things.add(aimed);
        for (int others = chosen(ROBOTS, random); others > 0; others--) {
            double aside = (2 * random.nextDouble() - 1) * (random.nextDouble() < 0.2 ? 0.56 : 0.4);
            things.add(robot(aside, random.nextDouble() > 0.1, air, random.split()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            SplittableRandom own = random.split();
            double z = 2.5 + 6 * own.nextDouble();
            double aside = 0.45 * own.nextGaussian();
            if (Math.abs(aside - aim) < 0.3) {
                z = Math.max(z, aimed.distance() + 1);
            }
            Obstacle obstacle = Obstacle.random(Pose.at(place(z, aside)), air, own);
            things.add(
                    new Thing(
                            z,
                            painter -> {
                                obstacle.draw(painter);
                                return List.of();
                            }));
        }
        if (random.nextDouble() < 0.14) {
            things.add(foreground(aim > 0 ? -1 : 1, air, random.split()));
        }
        things.sort(Comparator.comparingDouble(Thing::distance).reversed());
        return things;
    }

    /// A dark block close to the camera that takes a corner of the view.
    ///
    /// @param side -1 for the left, 1 for the right
    private static Thing foreground(int side, Ambience air, SplittableRandom random) {
        double z = 1.6 + 1.2 * random.nextDouble();
        Pose pose = Pose.at(place(z, side * (0.55 + 0.25 * random.nextDouble())));
        Obstacle block =
                new Obstacle(
                        pose.turned(side * 0.5 * random.nextDouble()),
                        0.5,
                        0.7,
                        0.3 + 0.5 * random.nextDouble(),
                        0,
                        false,
                        air.surface(0.05 + 0.4 * random.nextDouble(), random),
                        Light.NONE);
        return new Thing(
                z - 0.7,
                painter -> {
                    block.draw(painter);
                    return List.of();
                });
    }

    /// @param aside tangent of its direction to the side
    private static Thing robot(double aside, boolean isLit, Ambience air, SplittableRandom random) {
        int number = chosen(NUMBERS, random);
        int classIndex = number + (random.nextBoolean() ? 8 : 0);
        double z = distance(random.nextDouble());
        boolean stands = number >= 6;
        Pose pose = Pose.at(place(z, aside)).turned(Math.atan(aside));
        if (stands) {
            Tower tower =
                    Tower.random(pose.turned(random.nextGaussian() * 0.6), classIndex, air, random);
            return new Thing(z, painter -> tower.draw(painter, random));
        }
        double heading =
                random.nextDouble() < 0.5
                        ? random.nextGaussian() * 0.25
                        : 2 * Math.PI * random.nextDouble();
        double swing = random.nextDouble() < 0.12 ? 0.12 : 0.025;
        Pose ground =
                pose.turned(heading)
                        .pitched(swing * random.nextGaussian())
                        .rolled(swing * random.nextGaussian());
        Robot robot = Robot.random(ground, classIndex, isLit, air, random);
        return new Thing(z, painter -> robot.draw(painter, random));
    }

    /// A place on the floor at a distance ahead, at the given tangent to the side.
    private static Vector3 place(double z, double aside) {
        return new Vector3(z * aside, 0, z);
    }

    private static double distance(double share) {
        double at = share * (DISTANCES.length - 1);
        int i = Math.min((int) at, DISTANCES.length - 2);
        return DISTANCES[i] + (at - i) * (DISTANCES[i + 1] - DISTANCES[i]);
    }

    /// An index drawn with the given probabilities.
    private static int chosen(double[] probabilities, SplittableRandom random) {
        double left = random.nextDouble();
        for (int i = 0; i < probabilities.length - 1; i++) {
            left -= probabilities[i];
            if (left < 0) {
                return i;
            }
        }
        return probabilities.length - 1;
    }
}
