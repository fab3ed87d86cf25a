package llmq.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over the columns that an expression refers to. */
public final class Columns {
    private Columns() {
    }

    /** Positions of the columns used, in the order in which they are written. */
    public static List<Expression.Column> used(Expression expression) {
        Set<Expression.Column> found = new LinkedHashSet<>();
        visit(expression, found::add);
        return List.copyOf(found);
    }

    /** Calls {@code seen} for every column of the input; those inside {@code OfRow} and {@code OfRows} are others'. */
    private static void visit(Expression expression, Consumer<Expression.Column> seen) {
        if (expression instanceof Expression.Column column) {
            seen.accept(column);
        } else {
            for (Expression part : parts(expression)) {
                visit(part, seen);
            }
        }
    }

    /** The expressions that this one is made of, over the same input. */
    public static List<Expression> parts(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        rebuild(expression, part -> {
            parts.add(part);
            return part;
        });
        return parts;
    }

    /** The same expression with every column of the input put through {@code change}. */
    public static Expression map(Expression expression, UnaryOperator<Expression.Column> change) {
        if (expression instanceof Expression.Column column) {
            return change.apply(column);
        }
        return rebuild(expression, part -> map(part, change));
    }

    /** The same expression of changed parts; the one that came in where it has none. */
    private static Expression rebuild(Expression e, UnaryOperator<Expression> change) {
        if (e instanceof Expression.Arithmetic a) {
            return new Expression.Arithmetic(a.operator(), change.apply(a.left()), change.apply(a.right()), a.type(),
                    a.unit());
        } else if (e instanceof Expression.Negate n) {
            return new Expression.Negate(change.apply(n.operand()));
        } else if (e instanceof Expression.Comparison c) {
            return new Expression.Comparison(c.comparator(), change.apply(c.left()), change.apply(c.right()));
        } else if (e instanceof Expression.And a) {
            return new Expression.And(change.apply(a.left()), change.apply(a.right()));
        } else if (e instanceof Expression.Or o) {
            return new Expression.Or(change.apply(o.left()), change.apply(o.right()));
        } else if (e instanceof Expression.Not n) {
            return new Expression.Not(change.apply(n.operand()));
        } else if (e instanceof Expression.In in) {
            return new Expression.In(change.apply(in.value()), all(in.options(), change));
        } else if (e instanceof Expression.Like like) {
            return new Expression.Like(change.apply(like.value()), like.pattern());
        } else if (e instanceof Expression.Known known) {
            return new Expression.Known(change.apply(known.value()), known.known());
        } else if (e instanceof Expression.Reported reported) {
            return new Expression.Reported(change.apply(reported.value()));
        } else if (e instanceof Expression.Call call) {
            return new Expression.Call(call.function(), all(call.arguments(), change), call.unit());
        } else if (e instanceof Expression.If choice) {
            return new Expression.If(change.apply(choice.condition()), change.apply(choice.then()),
                    change.apply(choice.otherwise()), choice.type(), choice.unit());
        } else if (e instanceof Expression.Coalesce c) {
            return new Expression.Coalesce(all(c.values(), change), c.type(), c.unit());
        } else if (e instanceof Expression.Convert convert) {
            return new Expression.Convert(change.apply(convert.value()), convert.target());
        }
        return e;
    }

    private static List<Expression> all(List<Expression> expressions, UnaryOperator<Expression> change) {
        List<Expression> changed = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            changed.add(change.apply(expression));
        }
        return changed;
    }
}
