package penumbra.data.scene;

/// Linear light of one colour; 1 in a channel is where the sensor saturates, more is allowed.
record Light(float red, float green, float blue) {

    static final Light NONE = new Light(0, 0, 0);

    static Light of(double red, double green, double blue) {
        return new Light((float) red, (float) green, (float) blue);
    }

    static Light grey(double level) {
        return of(level, level, level);
    }

    Light times(double factor) {
        return of(red * factor, green * factor, blue * factor);
    }

    Light times(Light tint) {
        return new Light(red * tint.red, green * tint.green, blue * tint.blue);
    }

    Light plus(Light other) {
        return new Light(red + other.red, green + other.green, blue + other.blue);
    }
}
