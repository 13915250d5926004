/// Where plates stand, from the ends of their bars and the camera matrix, and how sure that is. The
/// only user of BoofCV.
package penumbra.pose;
