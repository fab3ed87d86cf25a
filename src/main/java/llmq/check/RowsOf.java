package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Argument;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Source;

/**
 * Reads off the arguments of an aggregate which rows it gathers: {@code avg(mmlu/flops of models where open)},
 * {@code count(models + mine)}, {@code max(mmlu of (rank models by flops top 5))}.
 *
 * @param source where the rows come from, {@code null} where nothing says so
 * @param where  which of them, {@code null} for all
 * @param values the arguments themselves, without their {@code of SOURCE}
 */
record RowsOf(Source source, Expr where, List<Expr> values) {

    /** {@code null}, and an error, where it does not read. */
    static RowsOf read(Expr.Call call, Namespace names, Sources sources, Problems problems) {
        return new Reader(call, names, sources, problems).read();
    }

    /** An expression, and what stood at its right end after {@code of}; {@code null} if that was no source. */
    private record Lifted(Expr value, Source source) {
    }

    private static final class Reader {
        private final Expr.Call call;
        private final Namespace names;
        private final Sources sources;
        private final Problems problems;
        private Source source;

        Reader(Expr.Call call, Namespace names, Sources sources, Problems problems) {
            this.call = call;
            this.names = names;
            this.sources = sources;
            this.problems = problems;
        }

        RowsOf read() {
            Expr where = null;
            List<Expr> values = new ArrayList<>();
            for (Argument argument : call.arguments()) {
                Source whole = sources.asSource(argument.value());
                Lifted lifted = whole != null && source == null ? new Lifted(null, whole) : lift(argument.value());
                if (source != null && lifted.source() != null && !same(source, lifted.source())) {
                    return problems.add(ErrorCode.E106, lifted.source().span(), "'" + call.function().name()
                            + "' takes all its values from the same rows, and here are "
                            + Formatter.source(source) + " and " + Formatter.source(lifted.source()));
                }
                source = lifted.source() == null ? source : lifted.source();
                if (lifted.value() != null) {
                    values.add(lifted.value());
                }
                where = argument.where() == null ? where : argument.where();
            }
            return where != null && source == null ? nothingToChooseFrom() : new RowsOf(source, where, values);
        }

        private RowsOf nothingToChooseFrom() {
            Expr value = call.arguments().get(0).value();
            String near = value instanceof Expr.Name name
                    ? Nearest.sentence(name.identifier().name(), names.sourceNames()) : null;
            if (near != null) {
                return problems.add(ErrorCode.E111, value.span(), "there is no table '" + Formatter.expression(value)
                        + "' to take rows from", near);
            }
            if (value instanceof Expr.Of of && !of.model().quoted()) {
                return problems.add(ErrorCode.E111, of.model().span(), "there is no table '" + of.model().name()
                        + "' to take rows from", Nearest.sentence(of.model().name(), names.sourceNames()));
            }
            return problems.add(ErrorCode.E111, call.span(), "'where' needs rows to choose from",
                    "say which: " + call.function().name() + "(" + Formatter.expression(value)
                            + " of models where …)");
        }

        /** Takes {@code of SOURCE} off the right end: {@code mmlu/flops of models} is all of it, of models. */
        private Lifted lift(Expr expr) {
            if (expr instanceof Expr.Of of) {
                Source named = source(of.model());
                return named == null ? new Lifted(expr, null) : new Lifted(of.value(), named);
            }
            if (expr instanceof Expr.OfRows of) {
                return new Lifted(of.value(), of.source());
            }
            if (expr instanceof Expr.Negate negate) {
                Lifted operand = lift(negate.operand());
                return operand.source() == null ? new Lifted(expr, null)
                        : new Lifted(new Expr.Negate(operand.value(), negate.span()), operand.source());
            }
            return expr instanceof Expr.Binary binary ? lift(binary) : new Lifted(expr, null);
        }

        private Lifted lift(Expr.Binary binary) {
            Lifted left = lift(binary.left());
            Source more = binary.operator() == Expr.Operator.PLUS ? sources.asSource(binary.right()) : null;
            if (left.source() != null && more != null) {
                // 'mmlu of models + mine' is of both.
                return new Lifted(left.value(), new Source.Union(List.of(left.source(), more), binary.span()));
            }
            Lifted right = lift(binary.right());
            if (right.source() == null) {
                return new Lifted(binary, null);
            }
            boolean both = left.source() != null && same(left.source(), right.source());
            return new Lifted(new Expr.Binary(binary.operator(), both ? left.value() : binary.left(), right.value(),
                    binary.operatorSpan(), binary.span()), right.source());
        }

        private Source source(ModelName name) {
            return !name.quoted() && names.isSource(name.name())
                    ? sources.asSource(new Expr.Name(new Identifier(name.name(), name.span()))) : null;
        }

        private static boolean same(Source a, Source b) {
            return Formatter.source(a).equalsIgnoreCase(Formatter.source(b));
        }
    }
}
