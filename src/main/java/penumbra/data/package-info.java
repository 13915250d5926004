/// Pixels: reading pictures and rendering scenes. With `plot`, the only place of `java.awt`.
package penumbra.data;
