package penumbra.edit.tool;

import penumbra.geometry.Point;

/// A light bar from one end to the other, picture px.
public record Bar(Point from, Point to) {

    double length() {
        return from.distance(to);
    }

    Point direction() {
        return to.minus(from);
    }

    Point middle() {
        return from.plus(to).times(0.5);
    }

    Bar reversed() {
        return new Bar(to, from);
    }

    /// This bar with its first end brought to that point.
    Bar startingAt(Point at) {
        return new Bar(at, at.plus(direction()));
    }
}
