package penumbra.edit.tool;

import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// Two bars put in order by geometry alone.
///
/// Both are made to point the same way, that way is the one that leads down on the screen, and the
/// left bar is the one on the left of somebody who stands upright along them. That is right for
/// every plate that leans by less than 90 degrees.
///
/// @param quad TL, BL, BR, TR
/// @param firstIsLeft whether the first bar given is the left one
record TwoBars(Quad quad, boolean firstIsLeft) {

    static TwoBars of(Bar first, Bar second) {
        Bar other = first.direction().dot(second.direction()) < 0 ? second.reversed() : second;
        Point down = first.direction().plus(other.direction());
        boolean upwards = down.y() < 0;
        Bar a = upwards ? first.reversed() : first;
        Bar b = upwards ? other.reversed() : other;
        // Clockwise from down, where the cross product is positive, is left.
        Point aside = b.middle().minus(a.middle());
        boolean firstIsLeft = a.direction().plus(b.direction()).cross(aside) <= 0;
        Bar left = firstIsLeft ? a : b;
        Bar right = firstIsLeft ? b : a;
        return new TwoBars(new Quad(left.from(), left.to(), right.to(), right.from()), firstIsLeft);
    }
}
