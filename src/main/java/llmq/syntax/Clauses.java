package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Limit;
import llmq.syntax.tree.ShowItem;
import llmq.syntax.tree.SortKey;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** The clauses of one statement, in whatever order they stand, each at most once. */
final class Clauses {
    private enum Kind { WHERE, BY, SORT, PER, TOP, SHOW, WITH, FOR, USING, AS }

    private final SourceText text;
    private final SourceBuilder sources;
    private final ExpressionBuilder expressions;
    /** By the kind's place. An EnumSet would reach the kinds by reflection, at a cost to a cold start. */
    private final boolean[] given = new boolean[Kind.values().length];

    private Source source;
    private Expr where;
    private List<SortKey> by = List.of();
    private List<SortKey> sort = List.of();
    private List<Expr> perKeys = List.of();
    private List<ShowItem> perItems = List.of();
    private Limit top;
    private List<ShowItem> show = List.of();
    private Statement.Intervals intervals;
    private boolean dominated;
    private Statement.Method method;
    private final List<Statement.FitOption> options = new ArrayList<>();
    private Identifier name;

    Clauses(SourceText text, SourceBuilder sources) {
        this.text = text;
        this.sources = sources;
        this.expressions = sources.expressions();
    }

    void gather(ParserRuleContext statement) {
        for (ParseTree child : statement.children) {
            if (child instanceof ParserRuleContext context) {
                clause(context);
            }
        }
    }

    private void clause(ParserRuleContext context) {
        switch (context.getRuleIndex()) {
            case LlmqParser.RULE_rankClause, LlmqParser.RULE_summaryClause -> gather(context);
            case LlmqParser.RULE_source -> source = sources.build((LlmqParser.SourceContext) context);
            case LlmqParser.RULE_forSource -> {
                once(Kind.FOR, context);
                source = sources.build(((LlmqParser.ForSourceContext) context).source());
            }
            case LlmqParser.RULE_where -> {
                once(Kind.WHERE, context);
                where = expressions.build(((LlmqParser.WhereContext) context).expression());
            }
            case LlmqParser.RULE_by -> {
                once(Kind.BY, context);
                by = keys(((LlmqParser.ByContext) context).sortKey());
            }
            case LlmqParser.RULE_sort -> {
                once(Kind.SORT, context);
                sort = keys(((LlmqParser.SortContext) context).sortKey());
            }
            case LlmqParser.RULE_perKeys -> {
                once(Kind.PER, context);
                perKeys = new ArrayList<>();
                for (LlmqParser.ExpressionContext key : ((LlmqParser.PerKeysContext) context).expression()) {
                    perKeys.add(expressions.build(key));
                }
            }
            case LlmqParser.RULE_perItems -> {
                once(Kind.PER, context);
                perItems = items(((LlmqParser.PerItemsContext) context).item());
            }
            case LlmqParser.RULE_show -> {
                once(Kind.SHOW, context);
                show = items(((LlmqParser.ShowContext) context).item());
            }
            case LlmqParser.RULE_top -> {
                once(Kind.TOP, context);
                top = limit((LlmqParser.TopContext) context);
            }
            case LlmqParser.RULE_intervals -> {
                once(Kind.WITH, context);
                intervals = intervals((LlmqParser.IntervalsContext) context);
            }
            case LlmqParser.RULE_dominated -> {
                once(Kind.WITH, context);
                dominated = true;
            }
            case LlmqParser.RULE_method -> {
                once(Kind.USING, context);
                method = fits().method((LlmqParser.MethodContext) context);
            }
            case LlmqParser.RULE_fitOptions -> fits().options((LlmqParser.FitOptionsContext) context,
                    options);
            case LlmqParser.RULE_naming -> {
                once(Kind.AS, context);
                name = expressions.identifier(((LlmqParser.NamingContext) context).NAME());
            }
            default -> { }
        }
    }

    /** Made where it is needed: a start has no time for what it does not use. */
    private FitBuilder fits() {
        return new FitBuilder(text, expressions);
    }

    private void once(Kind kind, ParserRuleContext clause) {
        if (given[kind.ordinal()]) {
            Token word = clause.getStart();
            String help = switch (kind) {
                case WHERE -> "join the two conditions with and";
                case BY, SORT, PER, SHOW -> "join the two with a comma";
                case TOP, WITH, FOR, USING, AS -> "take one of them out";
            };
            throw Diagnostic.at(ErrorCode.E007, text, Tokens.span(word),
                    "the clause " + SyntaxError.quote(word) + " is given twice", help).toException();
        }
        given[kind.ordinal()] = true;
    }

    private List<SortKey> keys(List<LlmqParser.SortKeyContext> contexts) {
        List<SortKey> keys = new ArrayList<>();
        for (LlmqParser.SortKeyContext key : contexts) {
            SortKey.Direction direction = key.ASC() != null ? SortKey.Direction.ASC
                    : key.DESC() != null ? SortKey.Direction.DESC : null;
            keys.add(new SortKey(expressions.build(key.expression()), direction, ExpressionBuilder.span(key)));
        }
        return keys;
    }

    private List<ShowItem> items(List<LlmqParser.ItemContext> contexts) {
        List<ShowItem> items = new ArrayList<>();
        for (LlmqParser.ItemContext item : contexts) {
            items.add(new ShowItem(expressions.build(item.expression()), title(item.title()),
                    ExpressionBuilder.span(item)));
        }
        return items;
    }

    private Identifier title(LlmqParser.TitleContext context) {
        if (context == null) {
            return null;
        }
        Token token = context.getStart();
        return token.getType() == LlmqParser.STRING
                ? new Identifier(ExpressionBuilder.unquote(token), Tokens.span(token))
                : expressions.identifier(token);
    }

    Limit limit(LlmqParser.TopContext context) {
        return limit(context.getStop());
    }

    /** @param token a number or a name */
    Limit limit(Token token) {
        Expr value = token.getType() == LlmqParser.NUMBER ? expressions.number(token, token.getText(), null)
                : new Expr.Name(expressions.identifier(token));
        return new Limit(value, Tokens.span(token));
    }

    private Statement.Intervals intervals(LlmqParser.IntervalsContext context) {
        Long seed = context.NUMBER() == null ? null
                : expressions.whole(context.NUMBER(), "a seed is one, such as 7");
        return new Statement.Intervals(seed, ExpressionBuilder.span(context));
    }

    Source source() {
        return source;
    }

    Expr where() {
        return where;
    }

    List<SortKey> by() {
        return by;
    }

    List<SortKey> sort() {
        return sort;
    }

    List<Expr> perKeys() {
        return perKeys;
    }

    List<ShowItem> perItems() {
        return perItems;
    }

    Limit top() {
        return top;
    }

    List<ShowItem> show() {
        return show;
    }

    Statement.Intervals intervals() {
        return intervals;
    }

    boolean dominated() {
        return dominated;
    }

    Statement.Method method() {
        return method;
    }

    List<Statement.FitOption> options() {
        return options;
    }

    Identifier name() {
        return name;
    }
}
