package llmq.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong: which kind ({@code code}), where, in plain words, and what to do next.
 *
 * @param source the text it is in; {@code null} for an error that is in no text (a missing file on the command line)
 * @param span   the place to underline; {@code null} exactly where {@code source} is
 * @param message one sentence, no full stop, no leading capital needed: {@code unknown field 'tokns'}
 * @param help   what would be right, most useful first: {@code did you mean 'tokens'?}
 * @param fix    what makes it right, as the first line of help says it; {@code null} where only its writer can tell
 */
public record Diagnostic(ErrorCode code, SourceText source, Span span, String message, List<String> help, Fix fix) {
    public Diagnostic {
        help = List.copyOf(help);
    }

    public Diagnostic(ErrorCode code, SourceText source, Span span, String message, List<String> help) {
        this(code, source, span, message, help, null);
    }

    /** One that is in no text. @param help lines, of which {@code null} is none */
    public static Diagnostic of(ErrorCode code, String message, String... help) {
        return at(code, null, null, message, help);
    }

    /** @param help lines, of which {@code null} is none */
    public static Diagnostic at(ErrorCode code, SourceText source, Span span, String message, String... help) {
        List<String> lines = new ArrayList<>();
        for (String line : help) {
            if (line != null) {
                lines.add(line);
            }
        }
        return new Diagnostic(code, source, span, message, lines);
    }

    public Diagnostic withHelp(String line) {
        List<String> more = new ArrayList<>(help);
        more.add(line);
        return new Diagnostic(code, source, span, message, more, fix);
    }

    /** @param fixed {@code null} for none */
    public Diagnostic withFix(Fix fixed) {
        return new Diagnostic(code, source, span, message, help, fixed);
    }

    public LlmqException toException() {
        return new LlmqException(List.of(this));
    }
}
