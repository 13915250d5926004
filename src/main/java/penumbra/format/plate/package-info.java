/// The text forms of RoboMaster teams: four normalised endpoints and a class on each line, one
/// label file beside each picture. A form is a [PlateLayout]; [PlateText] reads them all.
package penumbra.format.plate;
