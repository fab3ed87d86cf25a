package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.syntax.Setting.Ranked;
import llmq.syntax.Setting.Role;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads off the rules around a token what its place in the statement is for. */
final class Surroundings {
    private static final String LIST = "list ";

    private final String text;
    private final int caret;

    /** @param caret offset of the token that is asked about */
    Surroundings(String text, int caret) {
        this.text = text;
        this.caret = caret;
    }

    Setting of(ParserRuleContext place) {
        Role role = role(place);
        Verb verb = null;
        String clause = null;
        String fit = null;
        String drawn = null;
        List<String> rows = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        List<String> locals = new ArrayList<>();
        List<String> given = new ArrayList<>();
        Ranked ranked = Ranked.NO;
        boolean piped = false;
        ParserRuleContext child = null;
        for (ParserRuleContext at = place; at != null; child = at, at = at.getParent()) {
            switch (at.getRuleIndex()) {
                case LlmqParser.RULE_argument -> {
                    if (child instanceof LlmqParser.WhereContext) {
                        LlmqParser.OwnerContext owner = owner(at);
                        rows.add(LIST + written(owner == null ? (ParserRuleContext) at.getChild(0) : owner));
                        clause = "where";
                    }
                }
                case LlmqParser.RULE_body, LlmqParser.RULE_sourceBody -> {
                    if (child instanceof LlmqParser.WhereContext) {
                        rows.add(LIST + written((ParserRuleContext) at.getChild(0)));
                        clause = "where";
                        verb = verb == null ? Verb.LIST : verb;
                    }
                }
                case LlmqParser.RULE_where, LlmqParser.RULE_by, LlmqParser.RULE_sort, LlmqParser.RULE_top,
                        LlmqParser.RULE_show, LlmqParser.RULE_forSource, LlmqParser.RULE_changes,
                        LlmqParser.RULE_usingFit, LlmqParser.RULE_perKeys, LlmqParser.RULE_perItems,
                        LlmqParser.RULE_method, LlmqParser.RULE_fitOptions, LlmqParser.RULE_colorBy,
                        LlmqParser.RULE_sizeBy, LlmqParser.RULE_labels, LlmqParser.RULE_overlays,
                        LlmqParser.RULE_bins -> {
                    if (clause == null) {
                        clause = Keywords.word(at.getStart().getType());
                    }
                    if (at instanceof LlmqParser.ShowContext show && verb == null) {
                        given.addAll(items(show.item()));
                    }
                }
                case LlmqParser.RULE_primary -> {
                    if (at != place && at.getStart().getType() == LlmqParser.FUNCTION && verb == null) {
                        calls.add(at.getStart().getText());
                    }
                }
                case LlmqParser.RULE_listing, LlmqParser.RULE_ranking, LlmqParser.RULE_summary,
                        LlmqParser.RULE_comparing, LlmqParser.RULE_frontier, LlmqParser.RULE_fitting,
                        LlmqParser.RULE_predicting -> {
                    if (verb == null) {
                        verb = Verb.find(at.getStart().getText());
                        String input = input(at);
                        piped = input != null;
                        boolean values = at instanceof LlmqParser.PredictingContext
                                && child instanceof LlmqParser.BindingContext;
                        if (!values) {
                            rows.add(input != null ? input : LIST + source(at));
                        }
                        if (at instanceof LlmqParser.PredictingContext predicting) {
                            fit = predicting.fitName() == null ? null : written(predicting.fitName());
                            given.addAll(names(predicting.binding()));
                        }
                        ranked = ranked(at, clause);
                        if ("sort".equals(clause)) {
                            locals.addAll(titles(at));
                        }
                    }
                }
                case LlmqParser.RULE_plotting -> {
                    LlmqParser.PlottingContext plotting = (LlmqParser.PlottingContext) at;
                    verb = verb == null ? Verb.PLOT : verb;
                    String input = input(at);
                    piped = input != null;
                    rows.add(piped ? input : LIST + source(at));
                    boolean along = plotting.expression().size() > 1 && child == plotting.expression(1);
                    clause = clause == null && along ? "against" : clause;
                    drawn = drawn(plotting, input);
                    given.addAll(fits(plotting));
                }
                case LlmqParser.RULE_whatif, LlmqParser.RULE_trace -> {
                    verb = verb == null ? Verb.find(at.getStart().getText()) : verb;
                    rows.add(LIST + "models");
                    if (at instanceof LlmqParser.WhatifContext whatif) {
                        for (LlmqParser.ChangesContext changes : whatif.changes()) {
                            given.addAll(names(changes.binding()));
                        }
                    }
                }
                case LlmqParser.RULE_let -> {
                    verb = verb == null ? Verb.LET : verb;
                    locals.addAll(parameters(at));
                }
                case LlmqParser.RULE_describe, LlmqParser.RULE_param, LlmqParser.RULE_load, LlmqParser.RULE_save,
                        LlmqParser.RULE_assume, LlmqParser.RULE_assertion, LlmqParser.RULE_require -> {
                    verb = verb == null ? Verb.find(at.getStart().getText()) : verb;
                    if (at instanceof LlmqParser.LoadContext load && load.file() != null) {
                        fit = ExpressionBuilder.unquote(load.file().getStart());
                        given.addAll(mapped(load.mapping()));
                    }
                    boolean takesRows = at instanceof LlmqParser.SaveContext
                            || at instanceof LlmqParser.DescribeContext;
                    piped |= takesRows && input(at) != null;
                }
                default -> { }
            }
        }
        return new Setting(role, verb, clause, rows, piped, compared(place), calls, argument(place),
                isNumeric(place), drawn, fit, locals, given, ranked);
    }

    private static Role role(ParserRuleContext place) {
        return switch (place.getRuleIndex()) {
            case LlmqParser.RULE_primary -> maySource(place) ? Role.EXPRESSION_OR_SOURCE : Role.EXPRESSION;
            case LlmqParser.RULE_sourcePart -> Role.SOURCE;
            case LlmqParser.RULE_owner -> Role.SOURCE;
            case LlmqParser.RULE_model -> place.getParent() instanceof LlmqParser.OwnerContext
                    && inArgument(place) ? Role.MODEL_OR_SOURCE : Role.MODEL;
            case LlmqParser.RULE_methodName -> Role.METHOD;
            case LlmqParser.RULE_fitName -> place.getParent() instanceof LlmqParser.OverlayContext ? Role.CURVE
                    : Role.FIT;
            case LlmqParser.RULE_binding -> place.getParent() instanceof LlmqParser.PredictingContext ? Role.INPUT
                    : Role.CHANGE;
            case LlmqParser.RULE_assume -> Role.ASSUMED;
            case LlmqParser.RULE_top, LlmqParser.RULE_bins -> Role.LIMIT;
            case LlmqParser.RULE_describe -> Role.TOPIC;
            case LlmqParser.RULE_file -> place.getParent() instanceof LlmqParser.SaveContext ? Role.FILE_OUT
                    : place.getParent() instanceof LlmqParser.ToFileContext ? Role.PICTURE_OUT : Role.FILE_IN;
            case LlmqParser.RULE_mapping -> ((LlmqParser.MappingContext) place).EQUAL() == null ? Role.MAPPED
                    : Role.COLUMN;
            case LlmqParser.RULE_unitName -> Role.COLUMN_UNIT;
            case LlmqParser.RULE_require -> Role.VERSION;
            case LlmqParser.RULE_conversion -> Role.EXPRESSION;
            default -> Role.FREE;
        };
    }

    /** Whether it is all of an expression for which a source may stand. */
    private static boolean maySource(ParserRuleContext place) {
        ParserRuleContext at = place;
        boolean added = true;
        while (isOperation(at)) {
            added &= at.getChildCount() == 1 || at instanceof LlmqParser.SumContext;
            at = at.getParent();
        }
        return added && (at instanceof LlmqParser.BareContext || at instanceof LlmqParser.BodyContext
                || at instanceof LlmqParser.ArgumentContext);
    }

    private static boolean inArgument(ParserRuleContext place) {
        for (ParserRuleContext at = place; at != null; at = at.getParent()) {
            if (at instanceof LlmqParser.ArgumentContext) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOperation(ParserRuleContext context) {
        return switch (context.getRuleIndex()) {
            case LlmqParser.RULE_expression, LlmqParser.RULE_conjunction, LlmqParser.RULE_negation,
                    LlmqParser.RULE_comparison, LlmqParser.RULE_conversion, LlmqParser.RULE_sum, LlmqParser.RULE_term,
                    LlmqParser.RULE_unary, LlmqParser.RULE_power, LlmqParser.RULE_exponent, LlmqParser.RULE_postfix,
                    LlmqParser.RULE_primary -> true;
            default -> false;
        };
    }

    /** The operand on the other side of a comparison or sum, the name that is given a value, what is converted. */
    private String compared(ParserRuleContext place) {
        if (place instanceof LlmqParser.ConversionContext conversion) {
            return written(conversion.sum());
        }
        ParserRuleContext at = place;
        while (isOperation(at)) {
            boolean plain = at.getChildCount() == 1;
            if (!plain) {
                return at instanceof LlmqParser.SumContext ? written((ParserRuleContext) at.getChild(0)) : null;
            }
            at = at.getParent();
        }
        if (at instanceof LlmqParser.ComparisonTailContext) {
            return written((ParserRuleContext) at.getParent().getChild(0));
        }
        if (at instanceof LlmqParser.BindingContext binding) {
            return binding.NAME().getText();
        }
        return at instanceof LlmqParser.AssumeContext assume ? assume.NAME().getText() : null;
    }

    /** The number of the argument that the place is in; −1 where it is in none, or an operand of arithmetic. */
    private static int argument(ParserRuleContext place) {
        ParserRuleContext at = place;
        while (isOperation(at)) {
            at = at.getParent();
        }
        return at instanceof LlmqParser.ArgumentContext argument
                ? ((LlmqParser.PrimaryContext) argument.getParent()).argument().indexOf(argument) : -1;
    }

    /** Whether only a number, or a date, can be worked with here. */
    private static boolean isNumeric(ParserRuleContext place) {
        for (ParserRuleContext at = place; isOperation(at); at = at.getParent()) {
            boolean several = at.getChildCount() > 1 && at != place;
            int rule = at.getRuleIndex();
            boolean arithmetic = rule == LlmqParser.RULE_term || rule == LlmqParser.RULE_sum
                    || rule == LlmqParser.RULE_unary || rule == LlmqParser.RULE_power
                    || rule == LlmqParser.RULE_exponent;
            if (several && arithmetic) {
                return true;
            }
        }
        return false;
    }

    private static LlmqParser.OwnerContext owner(ParserRuleContext argument) {
        ParseTree at = argument.getChild(0);
        while (at instanceof ParserRuleContext context && context.getChildCount() > 0) {
            if (context instanceof LlmqParser.OwnerContext owner) {
                return owner;
            }
            at = context.getChild(context.getChildCount() - 1);
        }
        return null;
    }

    private String source(ParserRuleContext statement) {
        for (ParseTree child : statement.children) {
            if (child instanceof LlmqParser.SourceContext source) {
                return written(source);
            }
            if (child instanceof LlmqParser.ForSourceContext from && from.source() != null) {
                return written(from.source());
            }
        }
        return "models";
    }

    /** The query whose rows a statement works on; {@code null} where no pipe comes before it. */
    private String input(ParserRuleContext statement) {
        ParserRuleContext at = statement;
        while (at.getParent() != null && !(at instanceof LlmqParser.CommandContext)) {
            at = at.getParent();
        }
        int pipe = pipeBefore(at);
        if (pipe < 0) {
            return null;
        }
        ParserRuleContext first = at.getParent();
        while (pipeBefore(first) >= 0) {
            first = first.getParent();
        }
        return text.substring(first.getStart().getStartIndex(), pipe) + "| list";
    }

    /** Where the pipe stands before a stage; −1 where there is none. */
    private static int pipeBefore(ParserRuleContext stage) {
        ParserRuleContext parent = stage.getParent();
        if (!(stage instanceof LlmqParser.CommandContext) || parent == null) {
            return -1;
        }
        Token pipe = null;
        for (ParseTree child : parent.children) {
            if (child == stage) {
                return pipe == null ? -1 : pipe.getStartIndex();
            }
            pipe = child instanceof TerminalNode leaf && leaf.getSymbol().getType() == LlmqParser.PIPE
                    ? leaf.getSymbol() : null;
        }
        return -1;
    }

    /** The picture without its clauses, of the rows that it is made of. */
    private String drawn(LlmqParser.PlottingContext plot, String input) {
        if (plot.expression().size() < 2) {
            return null;
        }
        String axes = "plot " + written(plot.expression(0)) + " against " + written(plot.expression(1));
        return input == null ? axes + " for " + source(plot)
                : input.substring(0, input.length() - LIST.trim().length()) + axes;
    }

    /** The fits that a picture is drawn with already. */
    private List<String> fits(LlmqParser.PlottingContext plot) {
        List<String> names = new ArrayList<>();
        for (LlmqParser.OverlaysContext overlays : plot.overlays()) {
            for (LlmqParser.OverlayContext overlay : overlays.overlay()) {
                if (overlay.fitName() != null && overlay.getStart().getStartIndex() < caret) {
                    names.add(overlay.getStart().getText());
                }
            }
        }
        return names;
    }

    private static Ranked ranked(ParserRuleContext statement, String clause) {
        if (!(statement instanceof LlmqParser.RankingContext ranking) || !"show".equals(clause)) {
            return Ranked.NO;
        }
        for (LlmqParser.RankClauseContext written : ranking.rankClause()) {
            if (written.intervals() != null) {
                return Ranked.BOUNDS;
            }
        }
        return Ranked.RANK;
    }

    /** What the columns are called that the statement shows. */
    private List<String> titles(ParserRuleContext statement) {
        List<String> titles = new ArrayList<>();
        for (ParseTree child : statement.children) {
            ParseTree clause = child instanceof LlmqParser.SummaryClauseContext group && group.getChildCount() == 1
                    ? group.getChild(0) : child;
            if (clause instanceof LlmqParser.ShowContext show) {
                for (LlmqParser.ItemContext item : show.item()) {
                    if (item.title() != null) {
                        Token title = item.title().getStart();
                        boolean quoted = title.getText().charAt(0) == '`' || title.getType() == LlmqParser.STRING;
                        titles.add(quoted ? ExpressionBuilder.unquote(title) : title.getText());
                    }
                }
            }
        }
        return titles;
    }

    private List<String> items(List<LlmqParser.ItemContext> items) {
        List<String> written = new ArrayList<>();
        for (LlmqParser.ItemContext item : items) {
            if (item.getStart().getStartIndex() < caret) {
                written.add(written(item));
            }
        }
        return written;
    }

    private List<String> names(List<LlmqParser.BindingContext> bindings) {
        List<String> names = new ArrayList<>();
        for (LlmqParser.BindingContext binding : bindings) {
            if (binding.getStart().getStartIndex() < caret) {
                names.add(binding.getStart().getText());
            }
        }
        return names;
    }

    /** The columns that have a name of their own by now. */
    private List<String> mapped(List<LlmqParser.MappingContext> mappings) {
        List<String> columns = new ArrayList<>();
        for (LlmqParser.MappingContext mapping : mappings) {
            if (mapping.column != null && mapping.column.getStartIndex() < caret) {
                boolean quoted = mapping.column.getType() == LlmqParser.STRING;
                columns.add(quoted ? ExpressionBuilder.unquote(mapping.column) : mapping.column.getText());
            }
        }
        return columns;
    }

    private static List<String> parameters(ParserRuleContext let) {
        List<String> names = new ArrayList<>();
        if (let instanceof LlmqParser.LetContext written && written.FUNCTION() != null && written.body() != null) {
            for (TerminalNode name : written.NAME()) {
                names.add(name.getText());
            }
        }
        return names;
    }

    /** The text of a rule, as far as it stands before the caret. */
    private String written(ParserRuleContext context) {
        int start = Math.min(context.getStart().getStartIndex(), caret);
        Token stop = context.getStop() == null ? context.getStart() : context.getStop();
        return text.substring(start, Math.max(start, Math.min(caret, stop.getStopIndex() + 1)));
    }

    /** Whether the statement before a pipe, whose place this is, gives rows. */
    static boolean givesRows(ParserRuleContext pipe) {
        for (ParseTree child : pipe.children) {
            if (child instanceof LlmqParser.SimpleContext simple) {
                return simple.query() != null;
            }
        }
        return true;
    }
}
