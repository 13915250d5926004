/// Finding in one picture what was labelled in another.
package penumbra.data.match;
