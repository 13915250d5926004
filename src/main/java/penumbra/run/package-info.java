/// Training runs as files: what a run is asked to do, what it tells while it goes on, and how it is
/// started and watched. Nothing here knows libtorch, so that charts, the window and the command
/// line read runs alike.
package penumbra.run;
