/// The studio's window. This package holds what its rooms share: the toolkit, the open project and
/// the settings; rooms: canvas (picture and labels), list (pictures), inspect (the selected plate),
/// file (opening, import, export) and window (all of it put together).
package penumbra.ui;
