/// How training varies its pictures: one record for each kind of change, which takes a picture with
/// its labels and a source of random numbers and gives both anew. No file is ever written.
///
/// **Frame.** Input px, or those of a picture loaded at the size of the input; both have their
/// origin at the corner of the first pixel. Changes of light work on linear light, because a sensor
/// adds it up.
package penumbra.data.augment;
