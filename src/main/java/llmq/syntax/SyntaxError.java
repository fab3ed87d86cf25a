package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Words for the token at which the parser stopped. */
final class SyntaxError {
    private static final int LONGEST_WORD = 40;
    private static final String WRITE = "write ";

    private final SourceText source;
    private final Reader reader;
    private final List<CommonToken> tokens;
    private final int index;

    SyntaxError(SourceText source, Tokens tokens, Reader reader) {
        this.source = source;
        this.reader = reader;
        this.tokens = tokens.list();
        int at = reader.getInputStream().index();
        // A separator that nobody wrote cannot be what is wrong: the line after it is.
        this.index = Words.isUnwritten(this.tokens.get(at)) ? at + 1 : at;
    }

    LlmqException toException() {
        return Repair.tried(diagnostic(), source.text(), stop()).toException();
    }

    private int stop() {
        return tokens.get(index).getStartIndex();
    }

    private Diagnostic diagnostic() {
        Token token = tokens.get(index);
        Diagnostic select = select();
        if (select != null) {
            return select;
        }
        int pipe = isTwo(index - 1) ? index - 1 : isTwo(index) ? index : -1;
        if (pipe >= 0) {
            int start = tokens.get(pipe).getStartIndex();
            Span span = new Span(start, start + 2);
            return Diagnostic.at(ErrorCode.E001, source, span, "unexpected '||'", "write or")
                    .withFix(sign("write or", span));
        }
        Diagnostic line = misspelledLine();
        if (line != null) {
            return line;
        }
        Diagnostic verb = misspelledVerb();
        if (verb != null) {
            return verb;
        }
        Expected expected = Expected.at(reader.after());
        return switch (token.getType()) {
            case Token.EOF -> unfinished(token, expected);
            case LlmqParser.BAD_NUMBER -> badNumber(token);
            case LlmqParser.BAD_DATE -> badDate(token);
            case LlmqParser.UNCLOSED -> unclosed(token);
            case LlmqParser.UNRECOGNIZED -> stray(token);
            default -> unexpected(index, expected);
        };
    }

    /** Whether two pipes stand there with nothing between. */
    private boolean isTwo(int at) {
        return at >= 0 && at + 1 < tokens.size() && tokens.get(at).getType() == LlmqParser.PIPE
                && source.text().startsWith("||", tokens.get(at).getStartIndex());
    }

    /** A statement of SQL: what it is here. */
    private Diagnostic select() {
        int start = index;
        while (start > 0 && tokens.get(start - 1).getType() != LlmqParser.SEMI) {
            start--;
        }
        if (start == index || !isFreeWord(tokens.get(start)) || !tokens.get(start).getText().equalsIgnoreCase("select")) {
            return null;
        }
        Sql.Meant meant = Sql.of(source, tokens, start);
        return meant.text() == null
                ? at(ErrorCode.E001, tokens.get(start), "unexpected " + quote(tokens.get(start)),
                        "rows are asked for with list: list models where open show name, mmlu")
                : at(ErrorCode.E001, tokens.get(start), "unexpected " + quote(tokens.get(start)),
                        "this is written: " + meant.text()).withFix(new Fix(meant.span(), meant.text()));
    }

    /**
     * A line may start a bare expression, so {@code wher open} on a line of its own reads as one until its second
     * word. The error is the first word if that is nearly a clause of the statement above.
     */
    private Diagnostic misspelledLine() {
        int line = index;
        while (line > 0 && !Words.isUnwritten(tokens.get(line - 1))) {
            line--;
        }
        if (line == 0 || line == index || reader.beforeLine() == null) {
            return null;
        }
        Token word = tokens.get(line);
        if (!isFreeWord(word) || line + 1 != index) {
            return null;
        }
        Expected expected = Expected.at(reader.beforeLine());
        return Nearest.to(word.getText(), expected.words()).isEmpty() ? null : unexpected(line, expected);
    }

    /** {@code lisst models} reads as the name of a measure, with something odd after it. */
    private Diagnostic misspelledVerb() {
        boolean second = index > 0 && (index == 1 || tokens.get(index - 2).getType() == LlmqParser.SEMI);
        if (!second || !isFreeWord(tokens.get(index - 1)) || tokens.get(index).getType() == Token.EOF) {
            return null;
        }
        Token word = tokens.get(index - 1);
        String nearest = Nearest.sentence(word.getText(), Keywords.verbs());
        return nearest == null ? null : at(ErrorCode.E001, word, "unexpected " + quote(word), nearest,
                "a question begins with a verb such as list, or is a value such as 2 + 3");
    }

    private Diagnostic unexpected(int at, Expected expected) {
        Token token = tokens.get(at);
        Advice advice = Likely.at(source, tokens, at, expected);
        String general = "expected " + Wording.list(PictureForm.narrowed(expected, tokens, at));
        Diagnostic error = advice == null ? at(ErrorCode.E001, token, "unexpected " + quote(token), general)
                : at(ErrorCode.E001, token, "unexpected " + quote(token), advice.help(), general);
        return advice == null || advice.fix() == null ? error : error.withFix(advice.fix());
    }

    /** Whether it is a word that the language does not know where it stands. */
    static boolean isFreeWord(Token token) {
        return token.getType() == LlmqParser.NAME && token.getText().charAt(0) != '`'
                || token.getType() == LlmqParser.FUNCTION;
    }

    private Diagnostic unfinished(Token token, Expected expected) {
        int end = source.text().stripTrailing().length();
        Span span = index == 0 ? new Span(0, 0) : Tokens.span(tokens.get(index - 1));
        span = new Span(Math.min(span.end(), end), Math.min(span.end(), end));
        String missing = Mistake.missing(expected);
        return missing == null
                ? Diagnostic.at(ErrorCode.E002, source, span, "the statement is not finished",
                        "expected " + Wording.list(expected))
                : Diagnostic.at(ErrorCode.E002, source, span, "the statement is not finished", missing,
                        "expected " + Wording.list(expected));
    }

    private Diagnostic badNumber(Token token) {
        String text = token.getText();
        Advice date = WrittenDate.at(source.text(), tokens, index);
        if (date != null) {
            return at(ErrorCode.E003, token, quote(token) + " is not a number", date.help()).withFix(date.fix());
        }
        String better = text.substring(0, text.length() - 1)
                + Character.toUpperCase(text.charAt(text.length() - 1));
        Fix suffix = new Fix(Tokens.span(token), better);
        if (NumberText.length(better, true) == better.length() && Repair.helps(source.text(), suffix, stop())) {
            return at(ErrorCode.E003, token, quote(token) + " is not a number", "did you mean " + better + "?")
                    .withFix(suffix);
        }
        if (isDotted(text)) {
            return at(ErrorCode.E003, token, quote(token) + " is not a number",
                    "a date is written with the year first: 2024-04-10");
        }
        LongName name = LongName.at(source.text(), tokens, index, false);
        if (name != null) {
            return at(ErrorCode.E003, token, quote(token) + " is not a number", name.help()).withFix(name.fix());
        }
        return at(ErrorCode.E003, token, quote(token) + " is not a number",
                "suffixes are k, M, B and T; a unit follows after a space: 3T tokens");
    }

    /** Whether there are digits and two dots, as dates are written elsewhere. */
    private static boolean isDotted(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
            if (text.charAt(i) != '.' && !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return dots == 2 && text.length() - text.lastIndexOf('.') > 2;
    }

    private Diagnostic badDate(Token token) {
        return at(ErrorCode.E006, token, quote(token) + " is not a date",
                "dates are written 2024-04-10, months 2024-04; a subtraction needs spaces around its sign");
    }

    private Diagnostic unclosed(Token token) {
        char quote = token.getText().charAt(0);
        String what = quote == '`' ? "the name in backquotes is never closed" : "the quoted text is never closed";
        int end = token.getStartIndex() + token.getText().stripTrailing().length();
        return at(ErrorCode.E004, token, what, "close it with " + quote + " on the same line")
                .withFix(end - token.getStartIndex() < 2 ? null : new Fix(new Span(end, end), String.valueOf(quote)));
    }

    private boolean isNumberNext(int at) {
        int next = at;
        while (next < source.text().length() && source.text().charAt(next) == ' ') {
            next++;
        }
        return next < source.text().length() && Character.isDigit(source.text().charAt(next));
    }

    private Diagnostic stray(Token token) {
        char c = token.getText().charAt(0);
        int after = token.getStartIndex() + 1;
        boolean negates = after < source.text().length() && (Character.isLetter(source.text().charAt(after))
                || source.text().charAt(after) == '(');
        String better = switch (c) {
            case '\u201C', '\u201D', '\u201E', '\u2018', '\u2019', '\u00AB', '\u00BB' -> "quotes are written \" or '";
            case '\u2264' -> "write <=";
            case '\u2265' -> "write >=";
            case '\u2260' -> "write !=";
            case '\u2212', '\u2013', '\u2014' -> "write -";
            case '\u00D7', '\u00B7' -> "write *";
            case '\u00F7' -> "write /";
            case '&' -> "write and";
            case '!' -> negates ? "write not" : "write not, or != for unequal";
            case '~' -> isNumberNext(after) ? "about as much is a range: between 5e22 and 2e23"
                    : FitMistake.tilde(tokens, index);
            case '?' -> "help is asked for with describe: describe fit";
            case '.', '\\' -> OtherPrompts.command(source.text(), token.getStartIndex());
            case '{', '}', '[', ']' -> "groups and lists are written in ( )";
            default -> null;
        };
        boolean shown = c > ' ' && !Character.isISOControl(c) && !Character.isSurrogate(c);
        String name = "U+" + Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT);
        int point = source.text().codePointAt(token.getStartIndex());
        boolean twice = c == '&' && source.text().startsWith("&&", token.getStartIndex());
        int length = twice ? 2 : Character.charCount(point);
        Span span = new Span(token.getStartIndex(), token.getStartIndex() + length);
        String what = Character.charCount(point) == 2 ? Character.toString(point) : shown ? source.text().substring(span.start(), span.end())
                : null;
        String message = twice ? "'&&' has no meaning here" : what == null ? "the character " + name + " has no meaning here"
                : "the character '" + what + "' has no meaning here";
        return better == null ? Diagnostic.at(ErrorCode.E005, source, span, message)
                : Diagnostic.at(ErrorCode.E005, source, span, message, better)
                        .withFix(c == '!' && negates ? new Fix(span, "not ") : sign(better, span));
    }

    /** What is to be written instead of a sign, where help says no more than that. */
    private Fix sign(String help, Span span) {
        if (!help.startsWith(WRITE) || help.indexOf(' ', WRITE.length()) >= 0) {
            return null;
        }
        String sign = help.substring(WRITE.length());
        boolean word = Character.isLetter(sign.charAt(0));
        String text = source.text();
        // A word needs room that a sign does not.
        String before = word && span.start() > 0 && Character.isLetterOrDigit(text.charAt(span.start() - 1)) ? " " : "";
        boolean room = span.end() == text.length() || Character.isWhitespace(text.charAt(span.end()));
        return new Fix(span, before + sign + (word && !room ? " " : ""));
    }

    private Diagnostic at(ErrorCode code, Token token, String message, String... help) {
        String meant = help.length == 0 ? null : Nearest.first(help[0]);
        return Diagnostic.at(code, source, Tokens.span(token), message, help)
                .withFix(meant == null ? null : new Fix(Tokens.span(token), meant));
    }

    static String quote(Token token) {
        // A text brings its own quotes.
        return token.getType() == LlmqParser.STRING ? clip(token.getText()) : "'" + clip(token.getText()) + "'";
    }

    private static String clip(String text) {
        if (text.length() <= LONGEST_WORD) {
            return text;
        }
        int cut = Character.isHighSurrogate(text.charAt(LONGEST_WORD - 1)) ? LONGEST_WORD - 1 : LONGEST_WORD;
        return text.substring(0, cut) + "…";
    }
}
