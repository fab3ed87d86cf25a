package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A plain {@code select} of SQL, as it is written here: what most people type first. */
final class Sql {
    private static final List<String> CLAUSES = List.of("from", "where", "group", "having", "order", "limit");
    private static final List<String> AGGREGATES = List.of("count", "avg", "sum", "min", "max", "median", "stddev");

    private final String text;
    /** The words and signs of the statement, without separators that nobody wrote. */
    private final List<CommonToken> tokens = new ArrayList<>();
    private int at;

    private Sql(SourceText source) {
        this.text = source.text();
    }

    /**
     * What a statement is that begins with {@code select}, and where it stands.
     *
     * @param text {@code null} where it is not plain enough
     */
    record Meant(Span span, String text) {
    }

    /** @param start of the token {@code select} */
    static Meant of(SourceText source, List<CommonToken> all, int start) {
        Sql sql = new Sql(source);
        for (int i = start; i < all.size() && all.get(i).getType() != Token.EOF; i++) {
            CommonToken token = all.get(i);
            if (token.getType() != LlmqParser.SEMI) {
                sql.tokens.add(token);
            } else if (!Words.isUnwritten(token) || !isClause(all.get(i + 1))) {
                break;
            }
        }
        Span first = Tokens.span(all.get(start));
        String meant = sql.translated();
        return meant == null || !parses(meant) ? new Meant(first, null)
                : new Meant(new Span(first.start(), Tokens.span(sql.tokens.get(sql.tokens.size() - 1)).end()), meant);
    }

    private static boolean isClause(Token token) {
        return CLAUSES.contains(folded(token));
    }

    private static boolean parses(String statement) {
        try {
            new Parser().parse(SourceText.of(statement));
            return true;
        } catch (LlmqException e) {
            return false;
        }
    }

    private String translated() {
        at = 1;
        List<String> columns = list();
        if (!takes("from") || at >= tokens.size()) {
            return null;
        }
        String source = tokens.get(at++).getText();
        String where = takes("where") ? piece(false) : null;
        List<String> keys = takes("group", "by") ? list() : List.of();
        List<String> order = takes("order", "by") ? list() : List.of();
        String limit = takes("limit") ? piece(false) : null;
        if (at < tokens.size() || columns.isEmpty()) {
            return null;
        }
        boolean every = columns.equals(List.of("*"));
        boolean grouped = !keys.isEmpty() || !every && isGathered(columns);
        columns.removeAll(keys);
        boolean ranked = !grouped && order.size() == 1 && order.get(0).endsWith(" desc");
        StringBuilder meant = new StringBuilder(grouped ? "summarize " : ranked ? "rank " : "list ").append(source);
        add(meant, " where ", where);
        String show = every ? null : String.join(", ", columns);
        if (grouped) {
            add(meant, " show ", show);
            add(meant, " per ", keys.isEmpty() ? null : String.join(", ", keys));
        }
        String by = order.isEmpty() ? null : String.join(", ", order);
        add(meant, ranked ? " by " : " sort by ", ranked ? by.substring(0, by.length() - " desc".length()) : by);
        add(meant, " top ", limit);
        if (!grouped) {
            add(meant, " show ", show);
        }
        return meant.toString();
    }

    private static void add(StringBuilder text, String clause, String rest) {
        if (rest != null) {
            text.append(clause).append(rest);
        }
    }

    private static boolean isGathered(List<String> columns) {
        for (String column : columns) {
            int open = column.indexOf('(');
            if (open < 0 || !AGGREGATES.contains(column.substring(0, open).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private boolean takes(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !folded(tokens.get(at + i)).equals(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    private List<String> list() {
        List<String> pieces = new ArrayList<>();
        do {
            pieces.add(piece(true));
        } while (at < tokens.size() && tokens.get(at).getType() == LlmqParser.COMMA && ++at > 0);
        return pieces;
    }

    /** Up to the next clause. @param separated whether a comma ends it, too */
    private String piece(boolean separated) {
        StringBuilder piece = new StringBuilder();
        int open = 0;
        for (int end = -1; at < tokens.size(); at++) {
            CommonToken token = tokens.get(at);
            int type = token.getType();
            if (open == 0 && (isClause(token) || separated && type == LlmqParser.COMMA)) {
                break;
            }
            open += type == LlmqParser.OPEN ? 1 : type == LlmqParser.CLOSE ? -1 : 0;
            boolean star = type == LlmqParser.TIMES && piece.length() > 0 && piece.charAt(piece.length() - 1) == '(';
            boolean apart = end >= 0 && token.getStartIndex() > end;
            end = token.getStopIndex() + 1;
            if (star) {
                continue;
            }
            put(piece, apart, written(token));
        }
        return piece.toString();
    }

    private static void put(StringBuilder piece, boolean apart, String word) {
        if (word.equals("unknown") && piece.toString().endsWith("is not")) {
            piece.setLength(piece.length() - "not".length());
            piece.append("known");
            return;
        }
        piece.append(apart ? " " : "").append(word);
    }

    private String written(CommonToken token) {
        String word = folded(token);
        boolean like = at > 0 && folded(tokens.get(at - 1)).equals("like");
        if (token.getType() == LlmqParser.STRING) {
            return like ? token.getText().replace('%', '*') : token.getText();
        }
        return switch (word) {
            case "null" -> "unknown";
            case "and", "or", "not", "in", "between", "like", "is", "as", "asc", "desc", "count", "avg", "sum", "min",
                    "max", "median", "true", "false" -> word;
            default -> text.substring(token.getStartIndex(), token.getStopIndex() + 1);
        };
    }

    private static String folded(Token token) {
        return token.getText().toLowerCase(Locale.ROOT);
    }
}
