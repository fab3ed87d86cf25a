package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;

/** A word or a sign that was left out where the parser stopped. It is found by reading the text with it. */
final class Forgotten {
    private static final String JOINED = "two conditions are joined by and";
    static final String BEGINNING = "a question begins with a verb such as list or rank: list models where open";
    /** The table that a question is about most often. */
    private static final String MODELS = "models";

    private final Extent extent;
    private final List<CommonToken> tokens;
    private final int index;
    private final Expected expected;
    private final int type;

    private Forgotten(Extent extent, List<CommonToken> tokens, int index, Expected expected) {
        this.extent = extent;
        this.tokens = tokens;
        this.index = index;
        this.expected = expected;
        this.type = tokens.get(index).getType();
    }

    /** {@code null} where nothing that is tried helps. */
    static Advice at(Extent extent, List<CommonToken> tokens, int index, Expected expected) {
        return new Forgotten(extent, tokens, index, expected).found();
    }

    private Advice found() {
        switch (type) {
            case LlmqParser.EQUAL, LlmqParser.UNEQUAL, LlmqParser.LESS, LlmqParser.AT_MOST, LlmqParser.GREATER,
                    LlmqParser.AT_LEAST -> {
                return comparison();
            }
            case LlmqParser.NUMBER -> {
                Advice top = isFree("top", LlmqParser.TOP) ? inserted("top", false) : null;
                return top != null ? top : sign();
            }
            case LlmqParser.QUANTITY, LlmqParser.RESULT, LlmqParser.DATE -> {
                return sign();
            }
            case LlmqParser.STRING, LlmqParser.COMMA -> {
                return several();
            }
            case LlmqParser.NAME, LlmqParser.QUOTED_NAME, LlmqParser.FUNCTION, LlmqParser.OPEN, LlmqParser.NOT,
                    LlmqParser.TRUE, LlmqParser.FALSE -> {
                Advice beginning = beginning();
                return beginning != null ? beginning : word();
            }
            default -> {
                return null;
            }
        }
    }

    /** {@code family = "Llama 2", "Llama 3"}: the list that is meant. */
    private Advice several() {
        if (index < 2 || tokens.get(index - 1).getType() != LlmqParser.STRING
                || tokens.get(index - 2).getType() != LlmqParser.EQUAL) {
            return null;
        }
        StringBuilder list = new StringBuilder("in (").append(tokens.get(index - 1).getText());
        int last = index;
        while (last < tokens.size() && (tokens.get(last).getType() == LlmqParser.STRING
                || tokens.get(last).getType() == LlmqParser.COMMA)) {
            list.append(tokens.get(last).getType() == LlmqParser.COMMA ? "" : ", " + tokens.get(last).getText());
            last++;
        }
        Fix fix = new Fix(new Span(tokens.get(index - 2).getStartIndex(), tokens.get(last - 1).getStopIndex() + 1),
                list.append(')').toString());
        return extent.reads(fix.span(), fix.text()) ? extent.advice("one of several is asked for with in", fix) : null;
    }

    private Advice word() {
        boolean compares = compares();
        int clause = clause();
        Advice found = clause == LlmqParser.FUNCTION && isModels(index) && expected.words().contains("of")
                ? inserted("of", false) : moved();
        if (found == null && isModels(index)) {
            // It is a table wherever it stands, and neither a column nor a condition.
            return null;
        }
        if (found == null && clause == LlmqParser.WHERE && compares) {
            found = and();
        }
        if (found == null && compares && isFree("where", LlmqParser.WHERE)) {
            found = inserted("where", false);
        }
        if (found == null && !compares && expected.words().contains("per")) {
            boolean show = !expected.words().contains("by") && isFree("show", LlmqParser.SHOW);
            found = isFree("by", LlmqParser.BY) ? inserted("by", true) : show ? inserted("show", true) : null;
        }
        if (found == null && !compares && isFree("where", LlmqParser.WHERE)) {
            found = condition(clause);
        }
        if (found == null && clause == LlmqParser.WHERE) {
            found = and();
        }
        return found != null ? found : sign();
    }

    /** {@code list open models}, {@code rank by mmlu models}: the table does not follow the verb. */
    private Advice moved() {
        int verb = verb();
        // In trace rank models it does follow a verb, of which there is one too many.
        if (verb < 0 || verb == index - 1 || !isModels(index) || isModels(verb + 1)
                || Keywords.isVerb(Keywords.type(tokens.get(index - 1).getText()))) {
            return null;
        }
        String text = extent.text();
        int start = tokens.get(verb + 1).getStartIndex();
        Span span = new Span(start, tokens.get(index).getStopIndex() + 1);
        String between = text.substring(start, tokens.get(index).getStartIndex()).stripTrailing();
        for (String joint : new String[] {" ", " where "}) {
            if (extent.reads(span, MODELS + joint + between)) {
                return extent.advice("the table follows the verb", new Fix(span, MODELS + joint + between));
            }
        }
        return null;
    }

    private boolean isModels(int at) {
        return tokens.get(at).getText().equalsIgnoreCase(MODELS);
    }

    /** The place of the verb of the query, {@code -1} for none. */
    private int verb() {
        int at = index - 1;
        while (at >= 0 && tokens.get(at).getType() != LlmqParser.SEMI && !Keywords.isVerb(tokens.get(at).getType())) {
            at--;
        }
        return at >= 0 && Keywords.isVerb(tokens.get(at).getType()) ? at : -1;
    }

    /** Of one word alone only its meaning tells whether it is a condition. */
    private Advice condition(int clause) {
        return switch (clause) {
            case LlmqParser.RANK, LlmqParser.FUNCTION, LlmqParser.OPEN -> inserted("where", false);
            case LlmqParser.LIST, LlmqParser.TOP ->
                    new Advice("conditions follow where, and columns follow show: list models where open show mmlu",
                            null);
            default -> null;
        };
    }

    /** Two comparisons with nothing between, of which the second begins with what was read as a unit. */
    private Advice comparison() {
        CommonToken before = tokens.get(Math.max(0, index - 1));
        int unit = before.getType() == LlmqParser.QUANTITY ? before.getText().lastIndexOf(' ') + 1 : 0;
        if (!expected.words().contains("or")) {
            return sourceless(before);
        }
        Span span = new Span(before.getStartIndex() + unit, before.getStartIndex() + unit);
        return unit > 0 && extent.reads(span, "and ") ? extent.advice(JOINED, new Fix(span, "and "))
                : new Advice(JOINED, null);
    }

    /** {@code list mmlu > 70}: what begins a condition was read as a table. */
    private Advice sourceless(CommonToken before) {
        Span span = new Span(before.getStartIndex(), before.getStartIndex());
        boolean table = index > 1 && Keywords.isVerb(tokens.get(index - 2).getType());
        return table && isFree("where", LlmqParser.WHERE) && extent.reads(span, "where ")
                ? extent.advice("did you forget 'where'?", new Fix(span, "where ")) : null;
    }

    private Advice and() {
        return expected.words().contains("and") && tries("and") ? extent.advice(JOINED, fix("and ")) : null;
    }

    private Advice inserted(String word, boolean finished) {
        boolean taken = finished ? extent.finishes(fix(word).span(), word + " ") : tries(word);
        return taken ? extent.advice("did you forget '" + word + "'?", fix(word + " ")) : null;
    }

    /** A comma of a list, or a sign between two values. */
    private Advice sign() {
        boolean listed = switch (clause()) {
            case LlmqParser.SHOW, LlmqParser.PER, LlmqParser.BY, LlmqParser.FUNCTION, LlmqParser.ON -> true;
            default -> false;
        };
        Advice comma = listed && expected.signs().contains(",") ? comma(clause() == LlmqParser.FUNCTION) : null;
        if (comma != null) {
            return comma;
        }
        boolean apart = expected.signs().contains("*") && !expected.things().contains("<text>") && tries("*");
        return apart ? new Advice("a sign is missing between the two: +, -, * or /", null) : null;
    }

    /** One before each of the names that follow one another, tried all at once. */
    private Advice comma(boolean one) {
        int last = index;
        StringBuilder list = new StringBuilder(", ").append(tokens.get(index).getText());
        while (!one && tokens.get(last).getType() == LlmqParser.NAME && isListed(tokens.get(last + 1).getType())) {
            last++;
            list.append(", ").append(tokens.get(last).getText());
        }
        Span span = new Span(tokens.get(index - 1).getStopIndex() + 1, tokens.get(last).getStopIndex() + 1);
        return extent.reads(span, list.toString())
                ? extent.advice("did you forget a comma?", new Fix(span, list.toString())) : null;
    }

    private static boolean isListed(int type) {
        return type == LlmqParser.NAME || type == LlmqParser.QUOTED_NAME || type == LlmqParser.FUNCTION;
    }

    /** A statement that begins with a word, and no verb, and goes on with another; or one of plain speech. */
    private Advice beginning() {
        int first = index;
        while (first > 0 && tokens.get(first - 1).getType() != LlmqParser.SEMI) {
            first--;
        }
        if (first == index || !isSecond() && !asks(tokens.get(first).getText().toLowerCase(Locale.ROOT))) {
            return null;
        }
        Advice value = extent.value(tokens, index);
        if (value != null) {
            return value;
        }
        boolean many = tokens.get(first).getText().equalsIgnoreCase("how")
                && tokens.get(index).getText().equalsIgnoreCase("many");
        return new Advice(many ? "rows are counted with count: count(models where open)" : BEGINNING, null);
    }

    private static boolean asks(String word) {
        return switch (word) {
            case "what", "which", "who", "when", "how", "is", "are", "does" -> true;
            default -> false;
        };
    }

    private boolean isSecond() {
        return index > 0 && (index == 1 || tokens.get(index - 2).getType() == LlmqParser.SEMI)
                && SyntaxError.isFreeWord(tokens.get(index - 1)) && tokens.get(index - 1).getType() == LlmqParser.NAME;
    }

    private Fix fix(String word) {
        int at = tokens.get(index).getStartIndex();
        return new Fix(new Span(at, at), word);
    }

    private boolean tries(String word) {
        return extent.reads(fix(word).span(), word + " ");
    }

    /** Whether a clause has a place here and the query has none. */
    private boolean isFree(String word, int clause) {
        return expected.words().contains(word) && !has(clause);
    }

    private boolean has(int clause) {
        int open = 0;
        for (int i = index - 1; i >= 0 && open >= 0; i--) {
            int type = tokens.get(i).getType();
            open += type == LlmqParser.CLOSE ? 1 : type == LlmqParser.OPEN ? -1 : 0;
            if (open == 0 && (Keywords.isVerb(type) || type == LlmqParser.SEMI)) {
                break;
            }
            if (open == 0 && type == clause) {
                return true;
            }
        }
        int last = Extent.last(tokens, index);
        open = 0;
        for (int i = index; i <= last && open >= 0 && tokens.get(i).getType() != LlmqParser.PIPE; i++) {
            int type = tokens.get(i).getType();
            open += type == LlmqParser.OPEN ? 1 : type == LlmqParser.CLOSE ? -1 : 0;
            if (open == 0 && type == clause) {
                return true;
            }
        }
        return false;
    }

    /** What the place is part of: the word of a clause, a verb, or the function or parenthesis around it. */
    private int clause() {
        int open = 0;
        for (int i = index - 1; i >= 0; i--) {
            int type = tokens.get(i).getType();
            if (type == LlmqParser.CLOSE) {
                open++;
            } else if (type == LlmqParser.OPEN && open-- == 0) {
                return i > 0 && tokens.get(i - 1).getType() == LlmqParser.FUNCTION ? LlmqParser.FUNCTION : type;
            } else if (open == 0 && (Keywords.startsClause(type) || Keywords.isVerb(type) || type == LlmqParser.SEMI)) {
                return type;
            }
        }
        return LlmqParser.SEMI;
    }

    /** Whether something is compared between here and the next clause. */
    private boolean compares() {
        int open = 0;
        for (int i = index; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            open += type == LlmqParser.OPEN ? 1 : type == LlmqParser.CLOSE ? -1 : 0;
            if (open < 0 || Extent.isOver(type) || open == 0 && Keywords.startsClause(type)) {
                return false;
            }
            switch (type) {
                case LlmqParser.EQUAL, LlmqParser.UNEQUAL, LlmqParser.LESS, LlmqParser.AT_MOST, LlmqParser.GREATER,
                        LlmqParser.AT_LEAST, LlmqParser.IS, LlmqParser.IN, LlmqParser.BETWEEN, LlmqParser.LIKE -> {
                    return true;
                }
                default -> { }
            }
        }
        return false;
    }
}
