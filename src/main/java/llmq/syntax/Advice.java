package llmq.syntax;

import llmq.diagnostic.Fix;

/**
 * What would probably be right where the parser stopped.
 *
 * @param help one line of help
 * @param fix  that puts it right; {@code null} where only the writer can tell
 */
record Advice(String help, Fix fix) {
}
