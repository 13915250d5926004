/// Start-up and hand wiring; the only place that makes threads.
package penumbra.app;
