/// Directions and planes in the space of a network's weights, in plain Java.
package penumbra.engine.landscape;
