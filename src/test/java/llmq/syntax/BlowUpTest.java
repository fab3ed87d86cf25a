package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Expr;
import org.junit.jupiter.api.Test;

/** Texts made to hurt: whatever they hold, a parse ends soon, with a tree or with an error in words. */
class BlowUpTest {
    private static final int SMALL_STACK = 512 * 1024;

    private static ErrorCode code(String text) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try {
                new Parser().parse(SourceText.of(text));
                return null;
            } catch (LlmqException e) {
                assertNotNull(e.diagnostics().get(0).span());
                return e.diagnostics().get(0).code();
            }
        });
    }

    @Test
    void deepTextsAreRefused() {
        assertEquals(ErrorCode.E008, code("(".repeat(10_000) + "1" + ")".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("(".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("f(".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("list where " + "not ".repeat(10_000) + "a"));
        assertEquals(ErrorCode.E008, code("- ".repeat(10_000) + "1"));
        assertEquals(ErrorCode.E008, code("2" + "^2".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("2" + "^-2".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("1" + " + 1".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("list where a" + " or a".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("list models" + " | list show a, b".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("explain ".repeat(10_000) + "list"));
        assertEquals(ErrorCode.E008, code("let v = " + "(list ".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("list " + "(predict f for ".repeat(10_000)));
        assertEquals(ErrorCode.E008, code("list " + "(models + ".repeat(10_000)));
    }

    @Test
    void longTextsAreReadOrRefused() {
        assertNull(code("list where a in (1" + ", 1".repeat(50_000) + ")"));
        assertNull(code("list show a" + ", a + b * c".repeat(20_000)));
        assertNull(code("fit a on b" + ", a + b * c".repeat(20_000) + " using d"));
        assertNull(code("fit a on b\n".repeat(20_000)));
        assertNull(code("predict f at a = 1" + ", a = b + 1".repeat(20_000)));
        assertNull(code("list\n".repeat(50_000)));
        assertNull(code("let a = b + c\n".repeat(20_000)));
        assertNull(code("mmlu of DBRX\n".repeat(20_000)));
        assertNull(code("list models where a = '" + "x".repeat(5_000_000) + "'"));
        assertNull(code("# " + "x".repeat(5_000_000)));
        assertNull(code("list models" + " + mine".repeat(300)));
        assertEquals(ErrorCode.E009, code("list show a" + ", a".repeat(2_000_000)));
        assertEquals(ErrorCode.E009, code(";".repeat(5_000_000)));
        assertEquals(ErrorCode.E001, code("list where a " + "b".repeat(5_000_000)));
        assertEquals(ErrorCode.E003, code("9".repeat(5_000_000)));
        assertEquals(ErrorCode.E003, code("9x".repeat(2_000_000)));
        assertEquals(ErrorCode.E005, code("&".repeat(5_000_000)));
        assertEquals(ErrorCode.E005, code("\0".repeat(5_000_000)));
        assertEquals(ErrorCode.E004, code("'" + "x".repeat(5_000_000)));
        assertEquals(ErrorCode.E001, code("list show a" + ", a".repeat(50_000) + " oops"));
    }

    /** What is let through is no deeper than a small stack carries, through parser, tree and formatter. */
    @Test
    void deepestAcceptedTextsFitASmallStack() throws InterruptedException {
        Function<Integer, String> parentheses = n -> "(-".repeat(n) + "1" + ")".repeat(n);
        Function<Integer, String> calls = n -> "f(1 - ".repeat(n) + "1" + ")".repeat(n);
        Function<Integer, String> queries = n -> "let v = " + "(list ".repeat(n) + "models" + ")".repeat(n);
        Function<Integer, String> terms = n -> "1" + " - 1".repeat(n);
        Function<Integer, String> nots = n -> "not ".repeat(n) + "a";
        Function<Integer, String> powers = n -> "2" + "^2".repeat(n);
        Function<Integer, String> fits = n -> "list " + "(fit a on b for ".repeat(n) + "c" + ")".repeat(n);
        Function<Integer, String> pipes = n -> "list" + " | list".repeat(n);
        for (Function<Integer, String> shape : List.of(parentheses, calls, queries, terms, nots, powers,
                pipes, fits)) {
            int n = 1;
            while (code(shape.apply(n + 1)) == null) {
                n++;
            }
            String deepest = shape.apply(n);
            assertNull(onSmallStack(() -> {
                Formatter.format(SourceText.of(deepest));
                new Parser().parse(SourceText.of(deepest)).hashCode();
            }), deepest);
        }
    }

    @Test
    void fiveHundredTermsAreFine() {
        Expr sum = new Parser().parseExpression(SourceText.of("1" + " + 1".repeat(500)));
        int terms = 1;
        while (sum instanceof Expr.Binary binary) {
            sum = binary.left();
            terms++;
        }
        assertEquals(501, terms);
    }

    private static Throwable onSmallStack(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join();
        return failure.get();
    }

    /** Soup of the language's own tokens, and of any characters at all. */
    @Test
    void anyTextGivesATreeOrAnErrorInWords() {
        Random random = new Random(11);
        String[] words = ("list rank summarize compare frontier trace describe explain let param load save assume "
                + "assert require fit predict whatif plot log linear x y color colour size label band interval bins titled on using at plain errors bootstrap leave out one constant "
                + "where by per top show sort asc desc as with and or not in between like is "
                + "of true false for against to known unknown intervals seed dominated catalog models mmlu tokens "
                + "DBRX f( ( ) , ; | = == != < <= + - * / ^ % $ $1 $12 3 3T 70b 3Tx 2024-04 2024-13 2024-04-10 'a' "
                + "\"b\" 'c `d` ` # & 80GB TFLOP/s days \n \n").split(" ");
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(6) == 0 ? "" : " ");
            }
            survives(text.toString());
        }
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
            }
            survives(text.toString());
        }
    }

    private static void survives(String text) {
        SourceText source = SourceText.of(text);
        try {
            new Parser().parse(source);
        } catch (LlmqException e) {
            int end = e.diagnostics().get(0).span().end();
            if (end > text.length()) {
                throw new AssertionError("a place outside of the text: " + text);
            }
            Expected.after(text);
            return;
        } catch (RuntimeException e) {
            throw new AssertionError(text, e);
        }
        String once = Formatter.format(source);
        try {
            assertEquals(Shape.of(new Parser().parse(source)), Shape.of(new Parser().parse(SourceText.of(once))), text);
        } catch (ReflectiveOperationException | LlmqException e) {
            throw new AssertionError(text + "\n->\n" + once, e);
        }
        assertEquals(once, Formatter.format(SourceText.of(once)), text);
    }
}
