package llmq.repl;

import java.util.ArrayList;
import java.util.List;

/** The registry of the prompt's commands, for the reference. */
public final class PromptCommands {
    private PromptCommands() {
    }

    /** Usage and summary of each. */
    public static List<String[]> all() {
        List<String[]> all = new ArrayList<>();
        for (PromptCommand command : PromptCommand.all()) {
            all.add(new String[] {command.usage(), command.summary()});
        }
        return all;
    }
}
