/**
 * Pictures into files. The only package that knows the plotting library and {@code java.awt}, whose classes are slow to
 * load: nothing but {@link llmq.figure.Figures} may be named from outside, and it loads the rest when a file is asked
 * for.
 */
package llmq.figure;
