/// The list of pictures: search, thumbnails, state.
package penumbra.ui.list;
