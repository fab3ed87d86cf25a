/**
 * Pictures in characters: {@link llmq.sketch.PlotDrawing} makes lines of text of a picture, dots of braille or of ASCII
 * on a sheet of cells, with axes, legend and key around them. What stands above and beneath it in a result is for
 * {@code llmq.render}.
 */
package llmq.sketch;
