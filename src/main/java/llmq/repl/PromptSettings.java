package llmq.repl;

import java.nio.file.Path;
import java.util.List;

/**
 * How the prompt is to behave.
 *
 * @param banner   the lines to begin with
 * @param history  the file that keeps what was typed, or {@code null}
 * @param debug    whether JLine may say what troubles it
 * @param abort    ends the process at once, when Ctrl-C is pressed again and again
 */
public record PromptSettings(List<String> banner, Path history, boolean debug, Runnable abort) {
    public PromptSettings {
        banner = List.copyOf(banner);
    }
}
