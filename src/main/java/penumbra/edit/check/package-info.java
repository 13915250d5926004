/// What looks wrong with a label, and the repair where geometry alone can tell it.
package penumbra.edit.check;
