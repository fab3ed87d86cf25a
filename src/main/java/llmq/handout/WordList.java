package llmq.handout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.catalog.FieldInfo;
import llmq.fit.Method;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.session.PlotPart;
import llmq.syntax.Clause;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.syntax.Verb;
import llmq.syntax.tree.Statement;

/** The words that statements use, each with the line that the registries have of it, in the order of their first use. */
final class WordList {

    /** What a word is. */
    enum Kind {
        VERB("Sentences"),
        CLAUSE("Words in them"),
        FUNCTION("Functions"),
        FIELD("Fields");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** @param says what it gives, or is; one line */
    record Word(String name, String says) {
    }

    private final Map<Kind, Map<String, Word>> words = new LinkedHashMap<>();

    WordList() {
        for (Kind kind : Kind.values()) {
            words.put(kind, new LinkedHashMap<>());
        }
    }

    boolean isEmpty() {
        return words.values().stream().allMatch(Map::isEmpty);
    }

    List<Word> of(Kind kind) {
        return new ArrayList<>(words.get(kind).values());
    }

    /** Takes the words of a statement. @param catalog whose fields its names may be */
    void add(String statement, Catalog catalog) {
        Verb verb = null;
        List<Lexeme> lexemes = Lexemes.of(statement);
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            String text = statement.substring(lexeme.start(), lexeme.end());
            switch (lexeme.kind()) {
                case KEYWORD -> {
                    Verb found = Verb.find(text);
                    if (found != null && !isPart(text, verb)) {
                        verb = found;
                        put(Kind.VERB, found.word(), found.gives());
                    } else {
                        keyword(text, verb);
                    }
                }
                case FUNCTION -> function(text, arguments(lexemes, i + 1, statement));
                case NAME -> name(text, verb, catalog);
                default -> {
                    // A figure, a text or a sign is no word.
                }
            }
        }
    }

    /** Whether a word within a statement is one of its own, although others begin with it: with frontier. */
    private static boolean isPart(String text, Verb verb) {
        return verb == Verb.PLOT && !PlotPart.named(text).isEmpty();
    }

    private void keyword(String text, Verb verb) {
        List<PlotPart> parts = verb == Verb.PLOT ? PlotPart.named(text) : List.of();
        List<Statement.FitOption.Kind> options = verb == Verb.FIT ? Statement.FitOption.Kind.named(text) : List.of();
        Clause clause = Clause.find(text);
        if (clause == Clause.IS) {
            // What follows it says it all.
            return;
        }
        if (parts.size() == 1) {
            put(Kind.CLAUSE, parts.get(0).form(), brief(parts.get(0).gives()));
        } else if (options.size() == 1) {
            put(Kind.CLAUSE, options.get(0).form(), options.get(0).gives());
        } else if (clause != null) {
            put(Kind.CLAUSE, clause.word(), clause.brief());
        }
    }

    /** Its first words: a card has no room for every case. */
    private static String brief(String says) {
        int end = says.length();
        for (String sign : List.of("; ", ". ")) {
            int at = says.indexOf(sign);
            end = at < 0 ? end : Math.min(end, at);
        }
        return says.substring(0, end);
    }

    /** How many arguments follow in parentheses. */
    private static int arguments(List<Lexeme> lexemes, int from, String statement) {
        int depth = 0;
        int count = 1;
        for (int i = from; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            depth += lexeme.kind() == Lexeme.Kind.OPEN ? 1 : lexeme.kind() == Lexeme.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i == from + 1 ? 0 : count;
            }
            count += depth == 1 && statement.charAt(lexeme.start()) == ',' ? 1 : 0;
        }
        return count;
    }

    private void function(String text, int arguments) {
        Function found = Functions.find(text, arguments);
        if (found != null) {
            put(Kind.FUNCTION, found.doc().usage(), found.doc().summary());
        }
    }

    private void name(String text, Verb verb, Catalog catalog) {
        Method method = verb == Verb.FIT ? Method.find(text) : null;
        if (method != null) {
            put(Kind.CLAUSE, "using " + method.word(), method.summary());
            return;
        }
        FieldInfo field = catalog.field(text);
        if (field != null && !field.field().summary().isEmpty()) {
            put(Kind.FIELD, field.field().name(), field.field().summary());
        }
    }

    private void put(Kind kind, String name, String says) {
        words.get(kind).putIfAbsent(name.toLowerCase(Locale.ROOT), new Word(name, says));
    }
}
