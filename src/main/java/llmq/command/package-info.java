/**
 * The commands of the prompt, {@code /list} and the like, and the settings that they change. No terminal is in here:
 * what a command needs of one it asks of {@link llmq.command.Screen}, and all else of {@link llmq.command.Host}.
 */
package llmq.command;
