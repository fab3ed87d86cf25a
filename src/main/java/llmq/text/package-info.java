/**
 * Text as a screen has it: how wide it is, where it breaks, what is safe to write, which colour it has and which
 * characters there are. Knows nothing of results.
 */
package llmq.text;
