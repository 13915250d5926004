/// Label files of other tools: reading, writing and checking them.
package penumbra.format;
