package llmq.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import llmq.function.ScalarFunction;
import llmq.plan.Expression;
import llmq.plan.Expression.And;
import llmq.plan.Expression.Arithmetic;
import llmq.plan.Expression.Call;
import llmq.plan.Expression.Coalesce;
import llmq.plan.Expression.Comparator;
import llmq.plan.Expression.Comparison;
import llmq.plan.Expression.Convert;
import llmq.plan.Expression.If;
import llmq.plan.Expression.In;
import llmq.plan.Expression.Known;
import llmq.plan.Expression.Like;
import llmq.plan.Expression.Needed;
import llmq.plan.Expression.Negate;
import llmq.plan.Expression.Not;
import llmq.plan.Expression.NumberValue;
import llmq.plan.Expression.OfRow;
import llmq.plan.Expression.OfRows;
import llmq.plan.Expression.Operator;
import llmq.plan.Expression.Or;
import llmq.plan.Expression.Reported;
import llmq.plan.Expression.TextValue;
import llmq.plan.Expression.TruthValue;
import llmq.table.BooleanColumn;
import llmq.table.Dictionary;
import llmq.table.Field;
import llmq.value.Type;

/** Makes nodes of expressions. */
final class Compiler {

    /** Works out the values that come from other rows than the one at hand. */
    interface Scalars {
        /** A constant for the graph. */
        Node value(OfRow value, Graph into);

        /** A constant for the graph. */
        Node value(OfRows value, Graph into);
    }

    private final Graph graph;
    private final Node[] columns;
    private final Scalars scalars;
    private final Map<Expression, Node> known = new IdentityHashMap<>();

    /** @param columns what the columns of the expressions stand for */
    Compiler(Graph graph, Node[] columns, Scalars scalars) {
        this.graph = graph;
        this.columns = columns;
        this.scalars = scalars;
    }

    Node compile(Expression expression) {
        Node node = known.get(expression);
        if (node == null) {
            node = make(expression);
            known.put(expression, node);
        }
        return node;
    }

    /** A number whatever the type: 1 and 0 for true and false, codes for texts. */
    Node number(Expression expression) {
        return graph.number(compile(expression), expression.type());
    }

    private Node make(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return columns[column.index()];
        } else if (expression instanceof NumberValue number) {
            return graph.add(new Leaves.NumberConstant(number.value(), (byte) number.status().ordinal(),
                    Graph.UNDEFINED));
        } else if (expression instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        } else if (expression instanceof Comparison comparison) {
            return compare(comparison.comparator(), compile(comparison.left()), compile(comparison.right()));
        } else if (expression instanceof And and) {
            return graph.add(new Truths.And(compile(and.left()), compile(and.right())));
        } else if (expression instanceof Or or) {
            return graph.add(new Truths.Or(compile(or.left()), compile(or.right())));
        } else if (expression instanceof Call call) {
            return call(call);
        } else if (expression instanceof TextValue text) {
            return graph.add(new Leaves.TextConstant(text.value(), (byte) 0, Graph.UNDEFINED));
        } else if (expression instanceof TruthValue truth) {
            return graph.add(new Leaves.TruthConstant(truth.value(), (byte) 0, Graph.UNDEFINED));
        } else if (expression instanceof Negate negate) {
            return graph.add(new Numbers.Negate(compile(negate.operand())));
        } else if (expression instanceof Not not) {
            return graph.add(new Truths.Not(compile(not.operand())));
        } else if (expression instanceof In in) {
            return in(in);
        } else if (expression instanceof Like like) {
            return like(compile(like.value()), like.pattern());
        } else if (expression instanceof Known ask) {
            return graph.add(new Truths.Known(compile(ask.value()), ask.known()));
        } else if (expression instanceof Needed needed) {
            return graph.add(new Truths.Needed(compile(needed.value())));
        } else if (expression instanceof Reported ask) {
            return graph.add(new Truths.Reported(compile(ask.value())));
        } else if (expression instanceof If choice) {
            return choose(choice);
        } else if (expression instanceof Coalesce coalesce) {
            return coalesce(coalesce);
        } else if (expression instanceof Convert convert) {
            return compile(convert.value());
        } else if (expression instanceof OfRow value) {
            return graph.add(scalars.value(value, graph));
        } else {
            return graph.add(scalars.value((OfRows) expression, graph));
        }
    }

    private Node arithmetic(Arithmetic expression) {
        Node left = compile(expression.left());
        Node right = compile(expression.right());
        boolean date = expression.left().type() == Type.DATE;
        if (expression.operator() == Operator.MINUS && date && expression.right().type() == Type.DATE) {
            return graph.add(new Numbers.Span(left, right));
        }
        if (date) {
            return graph.add(new Numbers.Shift(expression.operator() == Operator.MINUS ? -1 : 1, left, right));
        }
        if (expression.right().type() == Type.DATE) {
            return graph.add(new Numbers.Shift(1, right, left));
        }
        return graph.add(new Numbers.Arithmetic(expression.operator(), left, right));
    }

    private Node compare(Comparator comparator, Node left, Node right) {
        if (left instanceof TextNode) {
            if (comparator == Comparator.EQUAL || comparator == Comparator.UNEQUAL) {
                Node table = equal(comparator, left, right);
                table = table == null ? equal(comparator, right, left) : table;
                if (table != null) {
                    return table;
                }
            }
            Node[] both = merged(left, right);
            return compare(comparator, graph.sortable(both[0]), graph.sortable(both[1]));
        }
        if (left instanceof TruthNode) {
            return compare(comparator, graph.sortable(left), graph.sortable(right));
        }
        return graph.add(new Truths.Compare(comparator, left, right));
    }

    /** A table for {@code text = 'constant'}, or {@code null} if it is not one. */
    private Node equal(Comparator comparator, Node text, Node constant) {
        if (text.isConstant() || !(constant instanceof Leaves.TextConstant value) || value.value == null
                || value.rough) {
            return null;
        }
        Dictionary dictionary = ((TextNode) text).dictionary;
        byte[] truths = new byte[dictionary.size()];
        for (int code = 0; code < truths.length; code++) {
            boolean same = dictionary.value(code).equals(value.value);
            truths[code] = same == (comparator == Comparator.EQUAL) ? BooleanColumn.TRUE : BooleanColumn.FALSE;
        }
        return graph.add(new Texts.Table(text, truths, comparator.ordinal() + value.value));
    }

    private Node like(Node text, String pattern) {
        Wildcard wildcard = new Wildcard(pattern);
        Dictionary dictionary = ((TextNode) text).dictionary;
        byte[] truths = new byte[dictionary.size()];
        for (int code = 0; code < truths.length; code++) {
            truths[code] = wildcard.matches(dictionary.value(code)) ? BooleanColumn.TRUE : BooleanColumn.FALSE;
        }
        return graph.add(new Texts.Table(text, truths, "like " + pattern));
    }

    private Node in(In in) {
        Node value = compile(in.value());
        List<Expression> options = in.options();
        return options.isEmpty() ? graph.add(new Leaves.TruthConstant(BooleanColumn.FALSE, (byte) 0, Graph.UNDEFINED))
                : in(value, options);
    }

    /** Halves of halves, as a chain of thousands would be as deep as it is long. */
    private Node in(Node value, List<Expression> options) {
        int half = options.size() / 2;
        return half == 0 ? compare(Comparator.EQUAL, value, compile(options.get(0)))
                : graph.add(new Truths.Or(in(value, options.subList(0, half)),
                        in(value, options.subList(half, options.size()))));
    }

    private Node call(Call call) {
        Node[] arguments = new Node[call.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = number(call.arguments().get(i));
        }
        List<ScalarFunction.Reason> reasons = call.function().body().reasons();
        int[] blames = new int[reasons.size()];
        for (int i = 0; i < blames.length; i++) {
            Field what = Field.of(reasons.get(i).what(), Type.NUMBER);
            blames[i] = graph.blame(new Graph.Blame(what, null, reasons.get(i).why()));
        }
        Node result = graph.add(new Numbers.Call(call.function(), blames, arguments));
        return call.type() == Type.BOOLEAN ? graph.add(new Truths.OfNumber(result)) : result;
    }

    private Node choose(If choice) {
        Node condition = compile(choice.condition());
        Node then = compile(choice.then());
        Node otherwise = compile(choice.otherwise());
        if (then instanceof NumberNode) {
            return graph.add(new Numbers.If(condition, then, otherwise));
        }
        if (then instanceof TruthNode) {
            return graph.add(new Truths.If(condition, then, otherwise));
        }
        Node[] branches = merged(then, otherwise);
        return graph.add(new Texts.If(((TextNode) branches[0]).dictionary, condition, branches[0], branches[1]));
    }

    private Node coalesce(Coalesce coalesce) {
        List<Expression> expressions = coalesce.values();
        Node[] values = new Node[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = compile(expressions.get(i));
        }
        if (values[0] instanceof NumberNode) {
            return graph.add(new Numbers.Coalesce(values));
        }
        if (values[0] instanceof TruthNode) {
            return graph.add(new Truths.Coalesce(values));
        }
        Node[] merged = merged(values);
        return graph.add(new Texts.Coalesce(((TextNode) merged[0]).dictionary, merged));
    }

    /** The same texts in one dictionary. */
    private Node[] merged(Node... texts) {
        int[][] maps = new int[texts.length][];
        Dictionary dictionary = Texts.merge(texts, maps);
        Node[] merged = new Node[texts.length];
        for (int i = 0; i < texts.length; i++) {
            merged[i] = maps[i] == null ? texts[i] : graph.add(new Texts.Recode(texts[i], maps[i], dictionary));
        }
        return merged;
    }
}
