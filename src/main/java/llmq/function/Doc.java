package llmq.function;

import java.util.List;

/**
 * What help, completion, {@code describe} and the reference say of a function.
 *
 * @param usage    how it is called: {@code log10(x)}
 * @param summary  one line
 * @param page     a few sentences more: units, unknowns, formula and its source; may be empty
 * @param examples statements that run
 */
public record Doc(String name, String usage, String summary, String page, List<String> examples) {
    public Doc {
        examples = List.copyOf(examples);
    }
}
