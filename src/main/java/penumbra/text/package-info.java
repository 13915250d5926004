/// Access to the resource bundles; each package that speaks to a person has its own bundle
/// `texts.properties`.
package penumbra.text;
