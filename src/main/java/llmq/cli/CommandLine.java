package llmq.cli;

import java.util.List;
import java.util.Map;

/**
 * A command line that reads.
 *
 * @param command    {@code null} where none was given: {@code -e}, standard input or the prompt
 * @param statements what {@code -e} gave, joined by newlines, or {@code null}
 * @param files      the operands of the command that are files, as written; {@code -} is standard input
 * @param parameters what {@code NAME=VALUE} gave, in order
 * @param values     of the options that take one, the last that was given
 * @param flags      the options given that take none
 */
record CommandLine(Command command, String statements, List<String> files, Map<String, String> parameters,
        Map<Option, String> values, List<Option> flags) {
    CommandLine {
        files = List.copyOf(files);
        flags = List.copyOf(flags);
    }

    boolean has(Option flag) {
        return flags.contains(flag);
    }

    /** The value given, or {@code null}. */
    String value(Option option) {
        return values.get(option);
    }
}
