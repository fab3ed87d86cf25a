package llmq.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Walks over the columns that an expression refers to. On the path of every query: no lambda in here, and no record is
 * hashed or compared, as the first such call costs a cold start tens of milliseconds.
 */
public final class Columns {
    private Columns() {
    }

    /** The columns used, each once, in the order in which they are written. */
    public static List<Expression.Column> used(Expression expression) {
        List<Expression.Column> found = new ArrayList<>();
        addUsed(expression, found);
        return found;
    }

    /** Those inside {@code OfRow} and {@code OfRows} are columns of another input. */
    private static void addUsed(Expression expression, List<Expression.Column> found) {
        if (expression instanceof Expression.Column column) {
            if (place(found, column) < 0) {
                found.add(column);
            }
        } else {
            for (Expression part : parts(expression)) {
                addUsed(part, found);
            }
        }
    }

    /** Where among these columns of one input the column stands; −1 if it does not. */
    public static int place(List<Expression.Column> columns, Expression.Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).index() == column.index()) {
                return i;
            }
        }
        return -1;
    }

    /** The expressions that this one is made of, over the same input. */
    public static List<Expression> parts(Expression e) {
        if (e instanceof Expression.Arithmetic a) {
            return List.of(a.left(), a.right());
        } else if (e instanceof Expression.Negate n) {
            return List.of(n.operand());
        } else if (e instanceof Expression.Comparison c) {
            return List.of(c.left(), c.right());
        } else if (e instanceof Expression.And a) {
            return List.of(a.left(), a.right());
        } else if (e instanceof Expression.Or o) {
            return List.of(o.left(), o.right());
        } else if (e instanceof Expression.Not n) {
            return List.of(n.operand());
        } else if (e instanceof Expression.In in) {
            List<Expression> parts = new ArrayList<>();
            parts.add(in.value());
            parts.addAll(in.options());
            return parts;
        } else if (e instanceof Expression.Like like) {
            return List.of(like.value());
        } else if (e instanceof Expression.Known known) {
            return List.of(known.value());
        } else if (e instanceof Expression.Needed needed) {
            return List.of(needed.value());
        } else if (e instanceof Expression.Reported reported) {
            return List.of(reported.value());
        } else if (e instanceof Expression.Call call) {
            return call.arguments();
        } else if (e instanceof Expression.If choice) {
            return List.of(choice.condition(), choice.then(), choice.otherwise());
        } else if (e instanceof Expression.Coalesce c) {
            return c.values();
        } else if (e instanceof Expression.Convert convert) {
            return List.of(convert.value());
        }
        return List.of();
    }

    /** The same expression with every column of the input put through {@code change}. */
    public static Expression map(Expression e, Function<Expression.Column, ? extends Expression> change) {
        if (e instanceof Expression.Column column) {
            return change.apply(column);
        } else if (e instanceof Expression.Arithmetic a) {
            return new Expression.Arithmetic(a.operator(), map(a.left(), change), map(a.right(), change), a.type(),
                    a.unit());
        } else if (e instanceof Expression.Negate n) {
            return new Expression.Negate(map(n.operand(), change));
        } else if (e instanceof Expression.Comparison c) {
            return new Expression.Comparison(c.comparator(), map(c.left(), change), map(c.right(), change));
        } else if (e instanceof Expression.And a) {
            return new Expression.And(map(a.left(), change), map(a.right(), change));
        } else if (e instanceof Expression.Or o) {
            return new Expression.Or(map(o.left(), change), map(o.right(), change));
        } else if (e instanceof Expression.Not n) {
            return new Expression.Not(map(n.operand(), change));
        } else if (e instanceof Expression.In in) {
            return new Expression.In(map(in.value(), change), all(in.options(), change));
        } else if (e instanceof Expression.Like like) {
            return new Expression.Like(map(like.value(), change), like.pattern());
        } else if (e instanceof Expression.Known known) {
            return new Expression.Known(map(known.value(), change), known.known());
        } else if (e instanceof Expression.Needed needed) {
            return new Expression.Needed(map(needed.value(), change));
        } else if (e instanceof Expression.Reported reported) {
            return new Expression.Reported(map(reported.value(), change));
        } else if (e instanceof Expression.Call call) {
            return new Expression.Call(call.function(), all(call.arguments(), change), call.unit());
        } else if (e instanceof Expression.If choice) {
            return new Expression.If(map(choice.condition(), change), map(choice.then(), change),
                    map(choice.otherwise(), change), choice.type(), choice.unit());
        } else if (e instanceof Expression.Coalesce c) {
            return new Expression.Coalesce(all(c.values(), change), c.type(), c.unit());
        } else if (e instanceof Expression.Convert convert) {
            return new Expression.Convert(map(convert.value(), change), convert.target());
        }
        return e;
    }

    private static List<Expression> all(List<Expression> expressions,
            Function<Expression.Column, ? extends Expression> change) {
        List<Expression> changed = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            changed.add(map(expression, change));
        }
        return changed;
    }
}
