/// What a network proposes for a picture, against the labels that are there already.
package penumbra.edit.propose;
