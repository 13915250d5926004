/// The search line above the picture list: its grammar, what it finds, and what could be typed
/// next.
package penumbra.edit.filter;
