package llmq.plan;

import java.util.List;
import llmq.function.AggregateFunction;
import llmq.function.ScalarFunction;
import llmq.table.Field;
import llmq.value.ScaledUnit;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;

/**
 * A checked expression: names are resolved to columns, types and units are known and fit. Numbers are in base units.
 * Any operation on unknown is unknown, {@code and} and {@code or} excepted where one side decides alone.
 */
public sealed interface Expression {

    Type type();

    /** {@link Unit#NONE} for whatever is not a number. */
    Unit unit();

    /** A column of the input, by position. */
    record Column(int index, Field field) implements Expression {
        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public Unit unit() {
            return field.unit();
        }
    }

    /** A number or a date; NaN is unknown. @param origin what the reader should be told it is, or {@code null} */
    record NumberValue(double value, Type type, Unit unit, Status status, String origin) implements Expression {
        public static NumberValue of(double value, Unit unit) {
            return new NumberValue(value, Type.NUMBER, unit, Status.REPORTED, null);
        }
    }

    /** @param value {@code null} is unknown */
    record TextValue(String value) implements Expression {
        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public Unit unit() {
            return Unit.NONE;
        }
    }

    /** @param value as in {@link llmq.table.BooleanColumn} */
    record TruthValue(byte value) implements Truth {
    }

    /** What is true, false or unknown of a row. */
    sealed interface Truth extends Expression {
        @Override
        default Type type() {
            return Type.BOOLEAN;
        }

        @Override
        default Unit unit() {
            return Unit.NONE;
        }
    }

    enum Operator { PLUS, MINUS, TIMES, DIVIDE, POWER }

    /** Division by zero is unknown, and so is whatever is not finite. Two dates make a span of time in seconds. */
    record Arithmetic(Operator operator, Expression left, Expression right, Type type, Unit unit)
            implements Expression {
    }

    record Negate(Expression operand) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public Unit unit() {
            return operand.unit();
        }
    }

    enum Comparator { EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST }

    /** Two numbers, two dates, two texts (in the order of their characters) or two truth values. */
    record Comparison(Comparator comparator, Expression left, Expression right) implements Truth {
    }

    /** Kleene's three-valued {@code and}. */
    record And(Expression left, Expression right) implements Truth {
    }

    /** Kleene's three-valued {@code or}. */
    record Or(Expression left, Expression right) implements Truth {
    }

    record Not(Expression operand) implements Truth {
    }

    /** Equal to any of the options, which are of its type. */
    record In(Expression value, List<Expression> options) implements Truth {
        public In {
            options = List.copyOf(options);
        }
    }

    /** {@code *} is any text and {@code ?} any one character; case does not matter. */
    record Like(Expression value, String pattern) implements Truth {
    }

    /** Never unknown itself. */
    record Known(Expression value, boolean known) implements Truth {
    }

    /** True where the value is known, and else unknown: a row that lacks it is left out and counted. */
    record Needed(Expression value) implements Truth {
    }

    /** Whether the value's status is {@link Status#REPORTED}; unknown where the value is. */
    record Reported(Expression value) implements Truth {
    }

    record Call(ScalarFunction function, List<Expression> arguments, Unit unit) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.result();
        }
    }

    /** Unknown where the condition is. Both branches have the type and unit of the whole. */
    record If(Expression condition, Expression then, Expression otherwise, Type type, Unit unit)
            implements Expression {
    }

    /** The first of the values that is known. */
    record Coalesce(List<Expression> values, Type type, Unit unit) implements Expression {
        public Coalesce {
            values = List.copyOf(values);
        }
    }

    /** The same quantity, to be printed in another unit. */
    record Convert(Expression value, ScaledUnit target) implements Expression {
        @Override
        public Type type() {
            return value.type();
        }

        @Override
        public Unit unit() {
            return value.unit();
        }
    }

    /**
     * The value of an expression for one row of a source: {@code mmlu of "DBRX"}.
     *
     * @param value over the source's columns
     * @param name  the row's label, for readers
     */
    record OfRow(Expression value, String source, int row, String name) implements Expression {
        @Override
        public Type type() {
            return value.type();
        }

        @Override
        public Unit unit() {
            return value.unit();
        }
    }

    /**
     * An aggregate over the rows of a plan, as one value: {@code avg(mmlu of models where open)}.
     *
     * @param arguments over the plan's columns
     */
    record OfRows(AggregateFunction function, List<Expression> arguments, Plan rows, Type type, Unit unit)
            implements Expression {
        public OfRows {
            arguments = List.copyOf(arguments);
        }
    }
}
