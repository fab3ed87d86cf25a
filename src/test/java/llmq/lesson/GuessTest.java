package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.result.Result;
import llmq.session.Session;
import llmq.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
    private static Result result(String statement) {
        SourceText text = SourceText.of(statement);
        return Session.start(Catalog.builtIn()).run(new Parser().parse(text).statements().get(0), text,
                Running.workspace()).result();
    }

    /** What is typed, the query that it is a guess of, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            5B                | params of "Llama 2 70B"   | The guess was 5B, it is 70B params: too low by a factor of 14.
            50B params;       | params of "Llama 2 70B"   | The guess was 50B params, it is 70B params: too low by 20B params.
            params of "Llama 2 13B" * 5 | params of "Llama 2 70B" | The guess was 65B params, it is 70B params: too low by 5B params.
            70B               | params of "Llama 2 70B"   | The guess was 70B, and right.
            69.9B             | params of "Llama 2 70B"   | The guess was 69.9B, it is 70B params: as close as can be.
            3T tokens         | params of "Llama 2 70B"   | The question asks for a number of parameters, such as 3B; it need not be close.
            about 5           | params of "Llama 2 70B"   | The question asks for a number of parameters, such as 3B; it need not be close.
            "many"            | params of "Llama 2 70B"   | The question asks for a number of parameters, such as 3B; it need not be close.
            64                | flops of "Llama 2 70B" / (400 TFLOP/s) | The guess was 64 years, it is ~64.2 years: as close as can be.
            300               | flops of "Llama 2 70B" / (400 TFLOP/s) | The guess was 300 years, it is ~64.2 years: too high by a factor of 4.7.
            3 months          | flops of "Llama 2 70B" / (400 TFLOP/s) | The guess was 3 months, it is ~64.2 years: too low by a factor of 260.
            12                | tokens of DBRX            | The guess was 12T tokens, and right.
            12T               | tokens of DBRX            | The guess was 12T, and right.
            12e12             | tokens of DBRX            | The guess was 12e12, and right.
            12000000000000    | tokens of DBRX            | The guess was 12000000000000, and right.
            2000000000        | tokens of DBRX            | The guess was 2000000000, it is 12T tokens: too low by a factor of 6000.
            12                | tokens of DBRX in T tokens | The guess was 12 Ttokens, and right.
            12T               | tokens of DBRX in T tokens | The guess was 12T, and right.
            2 * 6             | tokens of DBRX            | The guess was 12T tokens, and right.
            2 * 6T            | tokens of DBRX            | The guess was 2 * 6T, and right.
            3B                | tokens of DBRX            | The guess was 3B, it is 12T tokens: too low by a factor of 4000.
            800               | flops of "Llama 2 70B"    | The guess was 800 ZFLOP, it is ~810 ZFLOP: too low by 10.0 ZFLOP.
            8e23              | flops of "Llama 2 70B"    | The guess was 8e23, it is ~810 ZFLOP: too low by 10.0 ZFLOP.
            32000             | context of DBRX           | The guess was 32000 tokens, it is 32768 tokens: too low by 768 tokens.
            50                | mmlu of DBRX              | The guess was 50 %, it is 73.7%: too low by 23.7 points.
            90%               | mmlu of DBRX              | The guess was 90%, it is 73.7%: too high by 16.3 points.
            25 %              | count(models where open) / count(models) | The guess was 25 %, it is 0.923: too low by a factor of 3.7.
            2                 | 1 / 3                     | The guess was 2, it is 0.333: too high by a factor of 6.
            -4                | 2                         | The guess was -4, it is 2: too low by 6.
            20 points         | mmlu of DBRX - mmlu of "Llama 2 70B" | The guess was 20 %, it is 3.9%: too high by a factor of 5.2.
            +4                | mmlu of "Llama 2 70B" - mmlu of DBRX | The guess was 4 %, it is -3.9%: too high by 7.9 points.
            -2                | mmlu of "Llama 2 70B" - mmlu of DBRX | The guess was -2 %, it is -3.9%: too high by 1.9 points.
            100 times         | 50                        | The guess was 100, it is 50: too high by a factor of 2.
            3rd               | 2                         | The guess was 3, it is 2: too high by 1.
            50%               | 2                         | The question asks for a number; it need not be close.
            3 days            | 24 hours in days          | The guess was 3 days, it is 1 day: too high by a factor of 3.
            100 tokens        | (tokens / params) of "Llama 3 8B" | The guess was 100 tokens, it is 1875 tokens/param: too low by a factor of 19.
            100 params        | (tokens / params) of "Llama 3 8B" | The question asks for a number in token/param; it need not be close.
            0                 | 2                         | The guess was 0, it is 2: too low by 2.
            90                | 2 hours in minutes        | The guess was 90 minutes, it is 120 minutes: too low by 30 minutes.
            1 hour            | 2 hours in minutes        | The guess was 1 hour, it is 120 minutes: too low by a factor of 2.
            12                | 2 hours in minutes        | The guess was 12 minutes, it is 120 minutes: too low by a factor of 10.
            3 USD             | 2 hours in minutes        | The question asks for a number in minutes; it need not be close.
            2024-03-20        | released of DBRX          | The guess was 2024-03-20, it is 2024-03-27: 7 days too early.
            2025-01-01        | released of DBRX          | The guess was 2025-01-01, it is 2024-03-27: about 9 months too late.
            2024              | released of DBRX          | The question asks for a date, such as 2023-01-31; it need not be close.
            "databricks"      | org of DBRX               | The guess was databricks, and right.
            Meta              | org of DBRX               | The guess was Meta, it is Databricks.
            'Mistral AI'      | org of DBRX               | The guess was Mistral AI, it is Databricks.
            true              | open of DBRX              | The guess was yes, and right.
            no                | open of DBRX              | The guess was no, it is yes.
            perhaps           | open of DBRX              | The question asks for yes or no; it need not be close.
            7                 | rank models where open by tokens top 1 show tokens | The guess was 7, it is Llama 4 Scout.
            40T               | summarize models where open show max(tokens) | The guess was 40T, and right.
            """)
    void saysHowFarOffItWas(String typed, String query, String said) {
        Result value;
        Result truth = Guess.single(result(query));
        String plain = Guess.plain(typed, truth);
        try {
            value = result(plain);
        } catch (LlmqException e) {
            value = null;
        }
        Guess.Read read = Guess.of(plain, value, truth);
        assertEquals(said, read.guess() == null ? read.wrong() : read.guess().told());
    }

    @Test
    void betweenPercentagesLiePoints() {
        assertEquals("The guess was 20 points, it is 3.9 points: too high by a factor of 5.2.",
                Guess.pointed("The guess was 20 %, it is 3.9%: too high by a factor of 5.2.", "How many points more?"));
        assertEquals("40%", Guess.pointed("40%", "What share?"));
    }

    @Test
    void onlyOneKnownValueCanBeGuessed() {
        assertNull(Guess.single(result("list models top 2 show mmlu")));
        assertNull(Guess.single(result("tokens of \"Mixtral 8x7B\"")));
        assertNull(Guess.single(null));
    }
}
