package penumbra.ui.overlay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Between which values a number among an overlay's settings may be set.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Range {

    double least();

    double most();

    /// Whether equal steps of the slider are equal ratios; then `least` is above 0.
    boolean ratio() default false;

    /// Whether a button plays the values one after the other.
    boolean played() default false;
}
