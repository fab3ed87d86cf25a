package llmq.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.Names;

/** Collects what is wrong with one statement, so that all of it is said at once. */
final class Problems {
    private final SourceText text;
    /** How help begins that ends with a text as it is written. */
    static final String QUOTED = "text is written in quotes: ";

    private final List<Diagnostic> found = new ArrayList<>();

    Problems(SourceText text) {
        this.text = text;
    }

    SourceText text() {
        return text;
    }

    /** Notes an error; help lines that are {@code null} are passed over. Gives {@code null}, for “no expression”. */
    <T> T add(ErrorCode code, Span span, String message, String... help) {
        List<String> lines = new ArrayList<>();
        for (String line : help) {
            if (line != null) {
                lines.add(line);
            }
        }
        add(new Diagnostic(code, text, span, message, lines, fix(code, span, lines)));
        return null;
    }

    /** What help says is meant, as it is written there. */
    private Fix fix(ErrorCode code, Span span, List<String> help) {
        if (!help.isEmpty() && help.get(0).startsWith(QUOTED)) {
            return new Fix(span, help.get(0).substring(QUOTED.length()));
        }
        String meant = help.isEmpty() ? null : Nearest.first(help.get(0));
        if (meant == null) {
            return null;
        }
        return switch (code) {
            case E102, E118 -> new Fix(span, Names.text(meant));
            case E107 -> new Fix(span, Names.called(meant));
            case E108 -> null;
            default -> new Fix(span, Names.anywhere(meant));
        };
    }

    /** The same, with what makes it right. @param fix {@code null} for none */
    <T> T addFixed(ErrorCode code, Span span, Fix fix, String message, String... help) {
        add(Diagnostic.at(code, text, span, message, help).withFix(fix));
        return null;
    }

    /** Compared piece by piece: a record's own equality costs a cold start 30 ms the first time on Java 17. */
    private void add(Diagnostic diagnostic) {
        for (Diagnostic other : found) {
            if (other.code() == diagnostic.code() && other.span().start() == diagnostic.span().start()
                    && other.span().end() == diagnostic.span().end()
                    && other.message().equals(diagnostic.message())) {
                return;
            }
        }
        found.add(diagnostic);
    }

    /** The first of others at another place, as what it is there. Gives {@code null}. */
    <T> T addAs(Problems others, Span span, String before) {
        Diagnostic first = others.first();
        add(new Diagnostic(first.code(), text, span, before + first.message(), first.help()));
        return null;
    }

    boolean has(ErrorCode code) {
        for (Diagnostic diagnostic : found) {
            if (diagnostic.code() == code) {
                return true;
            }
        }
        return false;
    }

    /** Puts what a function makes of each line of help in its place. */
    void reword(UnaryOperator<String> lines) {
        for (int i = 0; i < found.size(); i++) {
            Diagnostic one = found.get(i);
            List<String> help = new ArrayList<>();
            for (String line : one.help()) {
                help.add(lines.apply(line));
            }
            found.set(i, new Diagnostic(one.code(), one.source(), one.span(), one.message(), help, one.fix()));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int size() {
        return found.size();
    }

    void addAll(Problems others) {
        for (Diagnostic diagnostic : others.found) {
            add(diagnostic);
        }
    }

    /** The same, those with such a message with one more line of help. @param help {@code null} for none */
    void addAll(Problems others, Predicate<String> message, String help) {
        for (Diagnostic diagnostic : others.found) {
            List<String> lines = new ArrayList<>(diagnostic.help());
            if (help != null && message.test(diagnostic.message())) {
                lines.add(0, help);
            }
            add(new Diagnostic(diagnostic.code(), text, diagnostic.span(), diagnostic.message(), lines,
                    diagnostic.fix()));
        }
    }

    /** Those of these codes. */
    Problems only(Set<ErrorCode> codes) {
        Problems some = new Problems(text);
        for (Diagnostic diagnostic : found) {
            if (codes.contains(diagnostic.code())) {
                some.found.add(diagnostic);
            }
        }
        return some;
    }

    Diagnostic first() {
        return found.get(0);
    }

    /** @throws LlmqException with everything that was found, in the order of the text */
    void throwIfAny() {
        if (!found.isEmpty()) {
            List<Diagnostic> ordered = new ArrayList<>(found);
            ordered.sort(new Comparator<>() {
                @Override
                public int compare(Diagnostic a, Diagnostic b) {
                    return Integer.compare(a.span().start(), b.span().start());
                }
            });
            throw new LlmqException(ordered);
        }
    }
}
