package llmq.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.load.LoadRequest.Mapping;

/**
 * Gives the columns of a file their names in the table: mapped ones the name that was asked for, others their title,
 * each name once without regard to case.
 */
final class Names {

    /** A title's name in the table. @param mapping what was asked for it, or {@code null} */
    record Named(String name, String title, Mapping mapping) {
    }

    private final List<Mapping> mappings;
    private final Set<Mapping> found = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private int count;

    /** @throws LlmqException where a field is given two columns, or a column two fields */
    Names(List<Mapping> mappings) {
        this.mappings = mappings;
        Set<String> columns = new HashSet<>();
        List<Diagnostic> wrong = new ArrayList<>();
        for (Mapping mapping : mappings) {
            if (!taken.add(fold(mapping.field()))) {
                wrong.add(Diagnostic.of(ErrorCode.E007, "the field '" + mapping.field() + "' is named twice in with",
                        "give each column a name of its own"));
            } else if (!columns.add(mapping.column())) {
                wrong.add(Diagnostic.of(ErrorCode.E007, "the column '" + mapping.column() + "' is named twice in with",
                        "name it once, and define the second name with let"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new LlmqException(wrong);
        }
    }

    /**
     * The name of the next column.
     *
     * @param all titles known so far, among which one that is exactly as a mapping has it goes before one that is
     *            only alike
     */
    Named next(String written, Collection<String> all) {
        count++;
        String title = tidy(written);
        if (title.isEmpty()) {
            title = "column" + count;
        }
        for (Mapping mapping : mappings) {
            boolean exact = mapping.column().equals(written);
            boolean alike = fold(tidy(mapping.column())).equals(fold(title)) && !all.contains(mapping.column());
            if ((exact || alike) && found.add(mapping)) {
                return new Named(mapping.field(), title, mapping);
            }
        }
        return new Named(unique(title), title, null);
    }

    /** Takes a name that is free: {@code tokens}, else {@code tokens_2}. */
    private String unique(String title) {
        String folded = fold(title);
        if (taken.add(folded)) {
            return title;
        }
        int number = 2;
        while (!taken.add(folded + "_" + number)) {
            number++;
        }
        return title + "_" + number;
    }

    /** @throws LlmqException for every mapping whose column the file lacks */
    void requireAllFound(List<String> written) {
        List<Diagnostic> missing = new ArrayList<>();
        for (Mapping mapping : mappings) {
            if (!found.contains(mapping)) {
                Diagnostic diagnostic = Diagnostic.of(ErrorCode.E305, "the file has no column '" + mapping.column()
                        + "'");
                String near = Nearest.sentence(mapping.column(), written);
                missing.add(diagnostic.withHelp(near != null ? near : "its columns are " + list(written)));
            }
        }
        if (!missing.isEmpty()) {
            throw new LlmqException(missing);
        }
    }

    private static String list(List<String> titles) {
        int shown = Math.min(titles.size(), 8);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "'" : ", '").append(titles.get(i)).append('\'');
        }
        return text + (shown < titles.size() ? " and " + (titles.size() - shown) + " more" : "");
    }

    /** A title on one line, single blanks within and none around. */
    static String tidy(String title) {
        StringBuilder text = new StringBuilder(title.length());
        boolean blank = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (Slices.isBlank(c)) {
                blank = text.length() > 0;
            } else {
                if (blank) {
                    text.append(' ');
                    blank = false;
                }
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
