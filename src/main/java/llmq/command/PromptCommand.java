package llmq.command;

import java.util.List;
import java.util.function.Consumer;

/**
 * A command of the prompt: one row of the registry that runs it, finds it, completes it and documents it.
 *
 * @param group     where the overview has it
 * @param name      with its slash
 * @param words     that mean the same without a slash, where nothing else but a {@code ;} stands on the line
 * @param usage     with what may follow
 * @param summary   one line
 * @param page      what more there is to say, in sentences; empty where there is no more
 * @param examples  lines to type
 * @param options   what starts with a dash
 * @param arguments what may follow, in order; the last may be repeated
 */
public record PromptCommand(Group group, String name, List<String> words, String usage, String summary, String page,
        List<String> examples, List<String> options, List<Argument> arguments, Consumer<Call> run) {
    /** What commands are for. */
    public enum Group {
        SEE("See"),
        RUN("Keep and run"),
        BACK("Take back"),
        LEARN("Learn"),
        PROMPT("Prompt");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public PromptCommand {
        words = List.copyOf(words);
        examples = List.copyOf(examples);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }
}
