/**
 * Pictures as values: axes, marks and labels in units of the data, without pixels, characters or colours. What draws
 * them, on a screen or into a file, is told nothing else.
 */
package llmq.plot;
