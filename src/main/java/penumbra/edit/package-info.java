/// Changes to a project as before / after records, and the one holder of the current project.
package penumbra.edit;
