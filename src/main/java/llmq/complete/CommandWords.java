package llmq.complete;

import java.util.List;

/**
 * A command of the prompt.
 *
 * @param name      with its slash
 * @param summary   one line
 * @param arguments what may follow it, word by word
 */
public record CommandWords(String name, String summary, List<String> arguments) {
    public CommandWords {
        arguments = List.copyOf(arguments);
    }
}
