package llmq.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import llmq.catalog.Catalog;
import llmq.catalog.FieldInfo;
import llmq.catalog.Provenance;
import llmq.catalog.SourceEntry;
import llmq.check.Namespace;
import llmq.result.Result;
import llmq.syntax.Formatter;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.table.Column;
import llmq.table.Table;
import llmq.table.TextColumn;

/** The sources of the figures in a result: those of the fields that its statement names, of the models in it. */
public final class Citations {
    private static final String MODELS = "models";
    private static final String LAST = "$";

    private final Session session;
    private final Catalog catalog;
    private final Transcript transcript;
    private final Map<String, Cited> cited = new TreeMap<>();
    /** Columns of files that the statement takes rows from, in lower case. */
    private final Set<String> loaded = new HashSet<>();

    /**
     * A source and what was taken from it.
     *
     * @param figures how many, by field
     * @param read    whether it was only read in: it holds the copies of others' figures
     */
    public record Cited(SourceEntry source, Map<String, Integer> figures, boolean read) {
        private int all() {
            return figures.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** {@code mmlu (41), tokens (3)}. */
        public String what() {
            StringBuilder text = new StringBuilder(read && figures.isEmpty() ? "where others' figures were read" : "");
            figures.forEach((field, count) -> text.append(text.length() == 0 ? "" : ", ").append(field).append(" (")
                    .append(count).append(")"));
            return text.toString();
        }
    }

    /** @param session after the statement @param transcript with what came before it */
    public Citations(Session session, Transcript transcript) {
        this.session = session;
        this.catalog = session.catalog();
        this.transcript = transcript;
    }

    /** That from which most figures come first. */
    public List<Cited> of(Snippet snippet) {
        Set<String> words = new LinkedHashSet<>();
        addWords(snippet, words, new HashSet<>());
        Set<Integer> rows = rows(snippet.result(), words);
        for (FieldInfo field : catalog.fields()) {
            String name = fold(field.field().name());
            // A column of a file that is called like a field is no figure of the catalog's.
            if (words.contains(name) && (!loaded.contains(name) || words.contains(MODELS))) {
                for (int row : rows) {
                    add(row, field.field().name());
                }
            }
        }
        List<Cited> all = new ArrayList<>(cited.values());
        all.sort((a, b) -> b.all() - a.all());
        return all;
    }

    private void addWords(Snippet snippet, Set<String> words, Set<String> seen) {
        addWords(snippet.text(), snippet, words, seen);
    }

    /** The names in a text, and those in what they stand for. @param of the statement that the text is of */
    private void addWords(String text, Snippet of, Set<String> words, Set<String> seen) {
        if (text.stripLeading().startsWith("|")) {
            addResult(LAST, of, words, seen);
        }
        for (Lexeme lexeme : Lexemes.of(text)) {
            String word = text.substring(lexeme.start(), lexeme.end());
            if (lexeme.kind() == Lexeme.Kind.RESULT) {
                addResult(word, of, words, seen);
            } else if (lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.FUNCTION
                    || lexeme.kind() == Lexeme.Kind.TEXT) {
                addWord(unquoted(word), of, words, seen);
            }
        }
    }

    private void addWord(String word, Snippet of, Set<String> words, Set<String> seen) {
        words.add(fold(word));
        if (!seen.add(fold(word))) {
            return;
        }
        Namespace.Definition found = session.names().find(word);
        if (found instanceof Namespace.Measure measure) {
            addWords(Formatter.expression(measure.body()), of, words, seen);
        } else if (found instanceof Namespace.UserFunction function) {
            addWords(Formatter.expression(function.body()), of, words, seen);
        } else if (found instanceof Namespace.View view) {
            addWords(Formatter.source(view.source()), of, words, seen);
        } else if (found instanceof Namespace.Fitted fit) {
            fit.inputs().forEach(input -> words.add(fold(input.name())));
            addWords(fit.plan().spec().response().title(), of, words, seen);
        } else if (found instanceof Namespace.Data data && !data.builtIn()) {
            data.schema().names().forEach(column -> loaded.add(fold(column)));
        }
    }

    /** What an earlier result rests on; {@code $} is the last before the statement. */
    private void addResult(String word, Snippet of, Set<String> words, Set<String> seen) {
        Snippet meant = null;
        for (Snippet snippet : transcript.all()) {
            if (snippet == of) {
                break;
            }
            boolean named = word.equals("$" + snippet.resultNumber());
            meant = snippet.resultNumber() > 0 && (named || word.equals(LAST)) ? snippet : meant;
        }
        if (meant != null && seen.add("$" + meant.resultNumber())) {
            addWords(meant, words, seen);
        }
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1 && "\"'`".indexOf(word.charAt(0)) >= 0;
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    /** The models of the groups that a result tells of, by what they are grouped by: those of an organization. */
    private void addAlike(String field, TextColumn keys, Set<Integer> rows) {
        int column = catalog.models().schema().find(field);
        if (column < 0 || !(catalog.models().column(column) instanceof TextColumn own)) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (int row = 0; row < keys.size(); row++) {
            told.add(keys.value(row));
        }
        for (int row = 0; row < own.size(); row++) {
            if (own.isKnown(row) && told.contains(own.value(row))) {
                rows.add(row);
            }
        }
    }

    /** The models in a result by their names, or of its groups; those named in the statement; or else all. */
    private Set<Integer> rows(Result result, Set<String> words) {
        Map<String, Integer> models = models();
        Set<Integer> rows = new LinkedHashSet<>();
        Table table = result.table();
        Column labels = table.label() == null ? null : table.column(table.label());
        for (int row = 0; labels instanceof TextColumn names && row < names.size(); row++) {
            Integer model = models.get(names.value(row));
            if (model != null) {
                rows.add(model);
            }
        }
        if (rows.isEmpty() && labels instanceof TextColumn keys) {
            addAlike(table.label(), keys, rows);
        }
        if (rows.isEmpty()) {
            for (String word : words) {
                int row = session.rowNames().find(MODELS, word).row();
                if (row >= 0) {
                    rows.add(row);
                }
            }
        }
        return rows.isEmpty() ? new LinkedHashSet<>(models.values()) : rows;
    }

    /** The rows of models by their names as they stand in results. */
    private Map<String, Integer> models() {
        TextColumn names = catalog.models().texts(catalog.models().label());
        Map<String, Integer> models = new LinkedHashMap<>();
        for (int row = 0; row < names.size(); row++) {
            models.put(names.value(row), row);
        }
        return models;
    }

    /** What a figure was computed from was published as well. */
    private void add(int row, String field) {
        Provenance figure = catalog.figure(row, field);
        if (!figure.isKnown()) {
            return;
        }
        if (figure.source() != null) {
            cited(figure.source()).figures().merge(field, 1, Integer::sum);
            SourceEntry via = figure.source().via() == null ? null : catalog.source(figure.source().via());
            if (via != null) {
                cited.computeIfAbsent(via.key(), key -> new Cited(via, new LinkedHashMap<>(), true));
            }
        }
        for (String input : figure.inputs()) {
            add(row, input);
        }
    }

    private Cited cited(SourceEntry source) {
        return cited.computeIfAbsent(source.key(), key -> new Cited(source, new LinkedHashMap<>(), false));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
