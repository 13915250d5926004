/// The window put together: menu, workspace, status, and what opens in it.
package penumbra.ui.window;
