package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Span;
import llmq.syntax.tree.ColumnMapping;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Limit;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Node;
import llmq.syntax.tree.ShowItem;
import llmq.syntax.tree.SortKey;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;

/** Statements as pieces of text, their clauses in one fixed order. */
final class StatementWriter {
    private final List<Piece> pieces = new ArrayList<>();
    private Span at;

    private StatementWriter(Span start) {
        this.at = start;
    }

    /** The stages of a pipe, each in its pieces; a statement without one is its only stage. */
    static List<List<Piece>> stages(Statement statement) {
        if (statement instanceof Statement.Explain explain) {
            List<List<Piece>> stages = new ArrayList<>(stages(explain.statement()));
            List<Piece> first = new ArrayList<>(stages.get(0));
            first.set(0, new Piece("explain " + first.get(0).text(), first.get(0).span()));
            stages.set(0, first);
            return stages;
        }
        if (!(statement instanceof Statement.Pipe pipe)) {
            return List.of(pieces(statement));
        }
        List<List<Piece>> stages = new ArrayList<>();
        for (Statement stage : pipe.stages()) {
            stages.addAll(stages(stage));
        }
        for (int i = 1; i < stages.size(); i++) {
            List<Piece> stage = new ArrayList<>(stages.get(i));
            stage.set(0, new Piece("| " + stage.get(0).text(), stage.get(0).span()));
            stages.set(i, stage);
        }
        return stages;
    }

    static String line(Statement statement) {
        StringBuilder line = new StringBuilder();
        for (List<Piece> stage : stages(statement)) {
            for (Piece piece : stage) {
                line.append(line.length() == 0 ? "" : " ").append(piece.text());
            }
        }
        return line.toString();
    }

    private static List<Piece> pieces(Statement statement) {
        StatementWriter writer = new StatementWriter(new Span(statement.span().start(), statement.span().start()));
        writer.put(statement);
        return writer.pieces;
    }

    private void put(Statement s) {
        if (s instanceof Statement.Listing listing) {
            verb("list", listing.source());
            where(listing.where());
            sort(listing.sort());
            top(listing.top());
            show(listing.show());
        } else if (s instanceof Statement.Rank rank) {
            verb("rank", rank.source());
            where(rank.where());
            keys("by ", rank.by());
            per(rank.per());
            top(rank.top());
            show(rank.show());
            intervals(rank.intervals());
        } else if (s instanceof Statement.Summarize summarize) {
            verb("summarize", summarize.source());
            where(summarize.where());
            show(summarize.show());
            items("per ", summarize.per());
            sort(summarize.sort());
            top(summarize.top());
        } else if (s instanceof Statement.Compare compare) {
            compare(compare);
        } else if (s instanceof Statement.Frontier frontier) {
            add("frontier " + ExpressionWriter.write(frontier.y()) + " against "
                    + ExpressionWriter.write(frontier.against()), frontier.against());
            forSource(frontier.source());
            where(frontier.where());
            if (frontier.dominated()) {
                add("with dominated", null);
            }
            show(frontier.show());
        } else if (s instanceof Statement.Fit fit) {
            fit(fit);
        } else if (s instanceof Statement.Predict predict) {
            add("predict " + Names.operand(predict.fit().name()), predict.fit());
            bindings("at ", predict.at());
            forSource(predict.source());
            where(predict.where());
        } else if (s instanceof Statement.WhatIf whatIf) {
            add("whatif " + ExpressionWriter.write(whatIf.model()), whatIf.model());
            bindings("with ", whatIf.changes());
            add("using " + Names.operand(whatIf.fit().name()), whatIf.fit());
        } else if (s instanceof Statement.Plot plot) {
            plot(plot);
        } else {
            putDefinition(s);
        }
    }

    private void fit(Statement.Fit fit) {
        StringBuilder head = new StringBuilder("fit " + ExpressionWriter.write(fit.response()));
        String gap = " on ";
        for (Expr term : fit.terms()) {
            head.append(gap).append(ExpressionWriter.write(term));
            gap = ", ";
        }
        add(head.toString(), fit.terms().get(fit.terms().size() - 1));
        forSource(fit.source());
        where(fit.where());
        if (fit.method() != null) {
            Statement.Method method = fit.method();
            put("using " + Names.operand(method.word().name()) + (method.low() == null ? ""
                    : " between " + ExpressionWriter.writeOperand(method.low()) + " and "
                    + ExpressionWriter.writeOperand(method.high())), method.span());
        }
        per(fit.per());
        options(fit.options());
        if (fit.name() != null) {
            add("as " + Names.called(fit.name().name()), fit.name());
        }
    }

    private void plot(Statement.Plot plot) {
        if (plot.fit() != null) {
            add("plot fit " + Names.anywhere(plot.fit().name()), plot.fit());
        } else if (plot.against() != null) {
            add("plot " + ExpressionWriter.write(plot.value()) + " against " + ExpressionWriter.write(plot.against()),
                    plot.against());
        } else {
            // A column of that name alone would read as the start of plot fit NAME.
            boolean fit = plot.value() instanceof Expr.Name name && name.identifier().name().equalsIgnoreCase("fit");
            String value = ExpressionWriter.write(plot.value());
            add("plot " + (fit && value.charAt(0) != '`' ? "`" + value + "`" : value), plot.value());
        }
        forSource(plot.source());
        where(plot.where());
        per(plot.per());
        top(plot.top());
        for (Statement.PlotScale scale : plot.scales()) {
            put((scale.log() ? "log " : "linear ") + (scale.vertical() ? "y" : "x"), scale.span());
        }
        if (plot.bins() != null) {
            add("bins " + ExpressionWriter.write(plot.bins().value()), plot.bins());
        }
        by("color by ", plot.color());
        by("size by ", plot.size());
        by("label by ", plot.label());
        if (plot.labels() != null) {
            add("label top " + ExpressionWriter.write(plot.labels().value()), plot.labels());
        }
        overlays(plot.with());
        if (plot.title() != null) {
            add("titled " + Names.text(plot.title()), null);
        }
        if (plot.file() != null) {
            put("to " + Names.text(plot.file()), plot.fileSpan());
        }
    }

    private void by(String words, Expr value) {
        if (value != null) {
            add(words + ExpressionWriter.write(value), value);
        }
    }

    private void overlays(List<Statement.Overlay> overlays) {
        if (overlays.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("with ");
        String gap = "";
        for (Statement.Overlay overlay : overlays) {
            text.append(gap).append(overlay.fit() == null ? overlay.kind().word()
                    : Names.anywhere(overlay.fit().name()));
            gap = ", ";
        }
        put(text.toString(), overlays.get(0).span().to(overlays.get(overlays.size() - 1).span()));
    }

    private void options(List<Statement.FitOption> options) {
        if (options.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("with ");
        String gap = "";
        for (Statement.FitOption option : options) {
            text.append(gap).append(option.kind().words());
            text.append(option.number() == null ? "" : " " + option.number());
            text.append(option.seed() == null ? "" : " seed " + option.seed());
            text.append(option.group() == null ? "" : " " + ExpressionWriter.write(option.group()));
            gap = ", ";
        }
        put(text.toString(), options.get(0).span().to(options.get(options.size() - 1).span()));
    }

    private void bindings(String word, List<Statement.Binding> bindings) {
        if (bindings.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(word);
        String gap = "";
        for (Statement.Binding binding : bindings) {
            text.append(gap).append(Names.operand(binding.name().name())).append(" = ")
                    .append(ExpressionWriter.write(binding.value()));
            gap = ", ";
        }
        put(text.toString(), bindings.get(0).span().to(bindings.get(bindings.size() - 1).span()));
    }

    private void forSource(Source source) {
        if (source != null) {
            add("for " + ExpressionWriter.write(source), source);
        }
    }

    private void putDefinition(Statement s) {
        if (s instanceof Statement.LetMeasure let) {
            add("let " + Names.operand(let.name().name()) + " = " + body(let.value()), let.value());
        } else if (s instanceof Statement.LetFunction let) {
            StringBuilder parameters = new StringBuilder();
            for (Identifier parameter : let.parameters()) {
                parameters.append(parameters.length() == 0 ? "" : ", ").append(Names.operand(parameter.name()));
            }
            add("let " + Names.operand(let.name().name()) + "(" + parameters + ") = " + body(let.body()), let.body());
        } else if (s instanceof Statement.LetView let) {
            Source source = let.source();
            Expr where = source instanceof Source.Filtered filtered ? filtered.where() : null;
            Source rows = where == null ? source : ((Source.Filtered) source).source();
            add("let " + Names.operand(let.name().name()) + " = " + ExpressionWriter.write(rows), rows);
            where(where);
        } else if (s instanceof Statement.Param param) {
            add("param " + Names.operand(param.name().name()) + " = " + ExpressionWriter.write(param.value()),
                    param.value());
        } else if (s instanceof Statement.Assume assume) {
            add("assume " + Names.operand(assume.field().name()) + " of " + ExpressionWriter.write(assume.model())
                    + " = " + ExpressionWriter.write(assume.value()), assume.value());
        } else if (s instanceof Statement.Evaluate evaluate) {
            add(ExpressionWriter.writeFirst(evaluate.value()), evaluate.value());
        } else {
            putOther(s);
        }
    }

    private static String body(Expr value) {
        return value instanceof Expr.Name ? ExpressionWriter.writeFirst(value) : ExpressionWriter.write(value);
    }

    private void putOther(Statement s) {
        if (s instanceof Statement.Trace trace) {
            String value = ExpressionWriter.write(trace.value());
            add("trace " + (endsInOperand(trace.value()) ? value : "(" + value + ")") + " of "
                    + ExpressionWriter.write(trace.model()), trace.model());
        } else if (s instanceof Statement.Describe describe) {
            Identifier what = describe.what();
            add(what == null ? "describe" : "describe "
                    + (describe.quoted() ? Names.text(what.name())
                    : Names.isResult(what.name()) ? what.name() : Names.anywhere(what.name())), what);
        } else if (s instanceof Statement.Load load) {
            add("load " + Names.text(load.file()) + " as " + Names.operand(load.name().name()), load.name());
            mappings(load.mappings());
        } else if (s instanceof Statement.Save save) {
            add("save " + (save.source() == null ? "" : ExpressionWriter.write(save.source()) + " ") + "to "
                    + Names.text(save.file()), null);
        } else if (s instanceof Statement.Assert assertion) {
            add("assert " + ExpressionWriter.write(assertion.condition()), assertion.condition());
            if (assertion.why() != null) {
                add(Names.text(assertion.why()), null);
            }
        } else if (s instanceof Statement.Require require) {
            add("require catalog " + require.version(), null);
        } else {
            throw new IllegalStateException(s.getClass().getName());
        }
    }

    /** Whether {@code of NAME} after the expression, as {@code trace} reads it, is taken off the whole of it. */
    private static boolean endsInOperand(Expr e) {
        if (e instanceof Expr.Binary b) {
            return endsInOperand(b.right());
        }
        if (e instanceof Expr.Negate negate) {
            return endsInOperand(negate.operand());
        }
        return e instanceof Expr.Name || e instanceof Expr.Call || e instanceof Expr.Number
                || e instanceof Expr.Result || e instanceof Expr.Text || e instanceof Expr.Truth
                || e instanceof Expr.Date;
    }

    private void compare(Statement.Compare compare) {
        StringBuilder names = new StringBuilder("compare");
        ModelName last = null;
        for (ModelName name : compare.names()) {
            names.append(last == null ? " " : ", ").append(ExpressionWriter.write(name));
            last = name;
        }
        add(names.toString(), last);
        show(compare.show());
    }

    private void mappings(List<ColumnMapping> mappings) {
        if (mappings.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("with (");
        String gap = "";
        for (ColumnMapping mapping : mappings) {
            text.append(gap).append(Names.operand(mapping.field().name())).append(" = ")
                    .append(Names.text(mapping.column()));
            if (mapping.unit() != null) {
                text.append(' ').append(mapping.unit());
            }
            gap = ", ";
        }
        add(text.append(')').toString(), mappings.get(0), mappings.get(mappings.size() - 1));
    }

    private void verb(String verb, Source source) {
        add(source == null ? verb : verb + " " + ExpressionWriter.write(source), source);
    }

    private void where(Expr where) {
        if (where != null) {
            add("where " + ExpressionWriter.write(where), where);
        }
    }

    private void sort(List<SortKey> keys) {
        keys("sort by ", keys);
    }

    private void keys(String word, List<SortKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(word);
        String gap = "";
        for (SortKey key : keys) {
            text.append(gap).append(ExpressionWriter.write(key.value()));
            if (key.direction() != null) {
                text.append(' ').append(key.direction().name().toLowerCase(Locale.ROOT));
            }
            gap = ", ";
        }
        add(text.toString(), keys.get(0), keys.get(keys.size() - 1));
    }

    private void per(List<Expr> keys) {
        if (keys.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("per ");
        String gap = "";
        for (Expr key : keys) {
            text.append(gap).append(ExpressionWriter.write(key));
            gap = ", ";
        }
        add(text.toString(), keys.get(0), keys.get(keys.size() - 1));
    }

    private void show(List<ShowItem> items) {
        items("show ", items);
    }

    private void items(String word, List<ShowItem> items) {
        if (items.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(word);
        String gap = "";
        for (ShowItem item : items) {
            text.append(gap).append(ExpressionWriter.write(item.value()));
            if (item.title() != null) {
                text.append(" as ").append(Names.title(item.title().name()));
            }
            gap = ", ";
        }
        add(text.toString(), items.get(0), items.get(items.size() - 1));
    }

    private void top(Limit top) {
        if (top != null) {
            add("top " + ExpressionWriter.write(top.value()), top);
        }
    }

    private void intervals(Statement.Intervals intervals) {
        if (intervals != null) {
            at = intervals.span();
            pieces.add(new Piece("with intervals" + (intervals.seed() == null ? "" : " seed " + intervals.seed()), at));
        }
    }

    private void add(String text, Node node) {
        add(text, node, node);
    }

    /** A piece that the tree keeps no place of stands where the one before it ends. */
    private void add(String text, Node from, Node to) {
        put(text, from == null ? new Span(at.end(), at.end()) : from.span().to(to.span()));
    }

    private void put(String text, Span span) {
        boolean head = pieces.isEmpty();
        at = head ? at.to(span) : span;
        pieces.add(new Piece(text, at));
    }
}
