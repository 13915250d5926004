/// Which anchors have to find which object.
package penumbra.engine.assign;
