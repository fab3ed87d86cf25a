package llmq.fit;

import java.util.List;

/** There is no fit to be had from these rows. The message says why in plain words, the help what would be right. */
public final class CannotFit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> help;

    public CannotFit(String message, String... help) {
        super(message, null, false, false);
        this.help = List.of(help);
    }

    public List<String> help() {
        return help;
    }
}
