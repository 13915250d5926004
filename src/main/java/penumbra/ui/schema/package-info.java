/// The classes and sigmas of a project.
package penumbra.ui.schema;
