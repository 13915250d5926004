/// What a data set holds, counted: as in figure 6 of the Helium paper and more.
package penumbra.plot.dataset;
