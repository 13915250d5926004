/// The immutable records that labels are made of; coordinates are doubles in picture px (see
/// [penumbra.geometry]).
package penumbra.model;
