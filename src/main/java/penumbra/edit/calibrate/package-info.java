/// A blind second look at a project's labels: which plates are asked for again, in which part of
/// their picture, and how far a person has come. Pure; nothing here touches a label.
package penumbra.edit.calibrate;
