package llmq.syntax.tree;

import java.time.LocalDate;
import java.util.List;
import llmq.diagnostic.Span;

/** An expression as written; names are not resolved. */
public sealed interface Expr extends Node {

    /**
     * A number, its suffix worked in, its unit not: {@code 3T tokens} has value 3e12 and unit {@code tokens}.
     *
     * @param text how the number alone was written ({@code 3T}), for titles and the formatter
     * @param unit as written, without white space; {@code null} where there is none
     */
    record Number(double value, String text, String unit, Span span) implements Expr {
    }

    /** A day, or a month (or, met by a date, a year) as a range. Both ends belong to it. */
    record Date(LocalDate first, LocalDate last, String text, Span span) implements Expr {
    }

    record Text(String value, Span span) implements Expr {
    }

    record Truth(boolean value, Span span) implements Expr {
    }

    record Name(Identifier identifier) implements Expr {
        @Override
        public Span span() {
            return identifier.span();
        }
    }

    /** {@code $3} as a value; {@code $}, the last, has number 0. */
    record Result(int number, Span span) implements Expr {
    }

    record Negate(Expr operand, Span span) implements Expr {
    }

    record Not(Expr operand, Span span) implements Expr {
    }

    /** {@code or and = != < <= > >= + - * / ^}; {@code operatorSpan} is the place of the sign itself. */
    record Binary(Operator operator, Expr left, Expr right, Span operatorSpan, Span span) implements Expr {
    }

    /** {@code value in (…)}. */
    record In(Expr value, List<Expr> options, boolean negated, Span span) implements Expr {
        public In {
            options = List.copyOf(options);
        }
    }

    /** {@code value between low and high}, both ends included. */
    record Between(Expr value, Expr low, Expr high, boolean negated, Span span) implements Expr {
    }

    /** {@code value like 'Llama*'}: {@code *} is any text and {@code ?} any one character; case does not matter. */
    record Like(Expr value, Expr pattern, boolean negated, Span span) implements Expr {
    }

    /** {@code value is known}, or {@code is unknown}. */
    record Known(Expr value, boolean known, Span span) implements Expr {
    }

    /** {@code value in days}. @param unit as written, without white space */
    record Convert(Expr value, String unit, Span unitSpan, Span span) implements Expr {
    }

    /** {@code value of "DBRX"}. */
    record Of(Expr value, ModelName model, Span span) implements Expr {
    }

    /**
     * {@code value of (rank models by mmlu top 5)}, the argument of an aggregate: what it is taken over are the rows
     * of a source in parentheses.
     */
    record OfRows(Expr value, Source source, Span span) implements Expr {
    }

    /** A source in parentheses as the whole argument of an aggregate: {@code count((models where open))}. */
    record Rows(Source source, Span span) implements Expr {
    }

    record Call(Identifier function, List<Argument> arguments, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    enum Operator {
        OR("or"), AND("and"), EQUAL("="), UNEQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="),
        PLUS("+"), MINUS("-"), TIMES("*"), DIVIDE("/"), POWER("^");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean isLogic() {
            return this == OR || this == AND;
        }

        public boolean isComparison() {
            return compareTo(EQUAL) >= 0 && compareTo(AT_LEAST) <= 0;
        }
    }
}
