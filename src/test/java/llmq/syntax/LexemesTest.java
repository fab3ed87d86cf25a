package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word of a text is, with an exclamation mark where something must be called so. */
class LexemesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            rank models top 5                 | keyword rank, name! models, keyword top, figure 5
            RANK by rank                      | keyword RANK, keyword by, name! rank
            list where tokens < 3 T tokens    | keyword list, keyword where, name! tokens, sign <, figure 3 T tokens
            flops in EFLOP/s                  | name! flops, keyword in, figure EFLOP/s
            max(mmlu)                         | function! max, open (, name! mmlu, close )
            max (mmlu)                        | function! max, open (, name! mmlu, close )
            list where name = "a # b" # c     | keyword list, keyword where, name! name, sign =, text "a # b", comment # c
            # all⏎list                        | comment # all, keyword list
            list where date > 2024-05         | keyword list, keyword where, name! date, sign >, figure 2024-05
            list where date > 2024-5x         | keyword list, keyword where, name! date, sign >, figure 2024, sign -, wrong 5x
            list where name = "Phi            | keyword list, keyword where, name! name, sign =, text "Phi
            list `two words`                  | keyword list, name `two words`
            3Tx + 1                           | wrong 3Tx, sign +, figure 1
            list ? where open                 | keyword list, wrong ?, keyword where, name! open
            $3 + $                            | result $3, sign +, result $
            mmlu of DBRX                      | name! mmlu, keyword of, name DBRX
            summarize show avg(mmlu) as m sort by m | keyword summarize, keyword show, function! avg, open (, name! mmlu, close ), keyword as, name m, keyword sort, keyword by, name m
            compare DBRX, Phi show mmlu       | keyword compare, name DBRX, sign ",", name Phi, keyword show, name mmlu
            fit mmlu on flops using line      | keyword fit, name! mmlu, keyword on, name! flops, keyword using, name line
            let x = mmlu⏎list x               | keyword let, name x, sign =, name mmlu, keyword list, name x
            load "a" as t list t where z > 1  | keyword load, text "a", keyword as, name t, keyword list, name t, keyword where, name z, sign >, figure 1
            """)
    void wordsAreWhatTheParserTakesThemFor(String text, String expected) {
        assertEquals(expected.replace("\",\"", ","), told(text.replace('⏎', '\n')));
    }

    @Test
    void afterAPipeNobodyKnowsTheColumns() {
        assertEquals("keyword list, name! models, sign |, keyword rank, keyword by, name q",
                told("list models | rank by q"));
    }

    @Test
    void everyCharacterOfATextIsTakenOnce() {
        String text = "rank ?? models 3x `a 'b\n\"c # d\n)( %% 2024-99 where where by,,| # e";
        for (int end = 0; end <= text.length(); end++) {
            int at = 0;
            for (Lexeme lexeme : Lexemes.of(text.substring(0, end))) {
                assertTrue(lexeme.start() >= at && lexeme.end() > lexeme.start(), text.substring(0, end));
                assertTrue(text.substring(at, lexeme.start()).isBlank(), text.substring(0, end));
                at = lexeme.end();
            }
            assertTrue(text.substring(at, end).isBlank(), text.substring(0, end));
        }
    }

    private static String told(String text) {
        StringBuilder told = new StringBuilder();
        for (Lexeme lexeme : Lexemes.of(text)) {
            told.append(told.length() == 0 ? "" : ", ").append(lexeme.kind().name().toLowerCase(Locale.ROOT))
                    .append(lexeme.bound() ? "! " : " ").append(text, lexeme.start(), lexeme.end());
        }
        return told.toString();
    }
}
