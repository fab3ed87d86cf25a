package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import llmq.Masked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /show} and {@code /cite}: from a result to what stands behind it. */
class ReferencesTest {
    @TempDir
    Path folder;

    private Dialogue dialogue;

    @BeforeEach
    void anew() {
        dialogue = new Dialogue(folder);
    }

    private String answers(String typed) {
        String printed = "";
        for (String line : typed.split(" ¦ ")) {
            printed = dialogue.answer(line);
        }
        return printed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /show 1                                          | error[E405]: there is no result yet~
            rank models by mmlu top 2 show org ¦ /show 2     | rank  2~name  MiniMax-Text-01~mmlu  88.5 %~org   MiniMax~
            rank models by mmlu top 2 ¦ /show 3              | error[E405]: the rows of the last result have the numbers 1 to 2~  help: /show 1~
            rank models by mmlu top 2 ¦ /show two            | error[E405]: the last result has no row 'two'~  help: /show 1~
            list models where mmlu > 100 ¦ /show 1           | error[E405]: the last result has no rows~
            plot mmlu against flops where org = 'Microsoft' label top 3 ¦ /show 3 | name   Phi-3-medium~flops  403 ZFLOP~mmlu   78.0 %~
            plot mmlu against flops where org = 'Microsoft' label top 3 ¦ /show 4 | error[E405]: the labels of the last picture have the numbers 1 to 3~  help: /show 1~
            plot mmlu against flops where org = 'Microsoft' ¦ /show 1 | error[E405]: the last picture has no labels~  help: label top 10 gives them, and each its number~
            list models top 1 ¦ plot mmlu against flops where org = 'Microsoft' label top 3 to 'm.svg' ¦ /show 3 | name   Phi-3-medium~flops  403 ZFLOP~mmlu   78.0 %~
            list models top 1 ¦ plot mmlu per org where org = 'MiniMax' to 'm.csv' ¦ list $ show name | $3~┌─────────────────┐~│ name            │~├─────────────────┤~│ MiniMax-Text-01 │~└─────────────────┘~
            plot mmlu per org where org = 'MiniMax' to 'm.svg' | $1: drew 1 box to m.svg: n 1 in 1 group~
            plot mmlu per org where org = 'MiniMax' and mmlu < 0 to 'm.svg' | $1: drew 0 boxes to m.svg: n 0 in 0 groups~note: no row met mmlu < 0, whatever the rest of the condition~
            plot count() per org top 3 to 'm.svg' | $1: drew 3 bars to m.svg: 3 of N groups of N rows~
            plot count() per org where mmlu > 100 to 'm.svg' | $1: drew 0 bars to m.svg: n 0 of N~N of N left out: mmlu not known~note: no row met the condition mmlu > 100~
            plot year(released) color by open to 'm.svg' | $1: drew N bars to m.svg: n N of N~N of N left out: released not known~
            plot count() per family to 'm.csv' | $1: saved N rows to m.csv~
            1 + 1 ¦ /cite                                    | nothing in the last result comes from the catalog's sources~
            /cite bibtex                                     | error[E405]: 'bibtex' is more than /cite takes~  help: did you mean '-bibtex'?~  help: it is used as /cite [-bibtex]~
            """)
    void says(String typed, String expected) {
        String lines = expected.replace('~', '\n');
        assertEquals(lines, Masked.like(lines, answers(typed)));
    }

    @Test
    void citesTheSourcesOfWhatAResultIsMadeOf() {
        String printed = answers("tokens of DBRX ¦ /cite");
        assertEquals("""
                Sources, as in catalog 2026.11
                [1]  DBRX README and DBRX Base model card (databricks/dbrx), 2024
                     https://github.com/databricks/dbrx
                     tokens (1)

                @misc{dbrx-card-2024,
                  title = {{DBRX README and DBRX Base model card (databricks/dbrx)}},
                  year = {2024},
                  url = {https://github.com/databricks/dbrx}
                }
                """, printed);
    }

    @Test
    void aPipeAtTheStartRestsOnTheLastResult() {
        String printed = answers("list models where org = 'Databricks' show tokens ¦ | list show name ¦ /cite");
        assertTrue(printed.contains("\n     tokens (1)\n"), printed);
    }

    /** A column of a file that is called like a field of the catalog is none. */
    @Test
    void citesNobodyForTheColumnsOfAFile() throws IOException {
        Files.writeString(folder.resolve("w.csv"), "name,flops,score\na,1e20,30\nb,1e21,40\n");
        assertEquals("nothing in the last result comes from the catalog's sources\n",
                answers("load \"w.csv\" as w ¦ list w where flops > 1 show score ¦ /cite"));
        assertEquals("nothing in the last result comes from the catalog's sources\n",
                answers("summarize w show avg(flops) ¦ /cite"));
    }

    /** What is computed rests on its inputs, a measure on its fields, a result on the one it was made from. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            flops_6nd of DBRX                                     | active_params (1), tokens (1)
            let e = mmlu / params ¦ e of DBRX                     | mmlu (1), params (1)
            let f(x) = x / tokens ¦ f(2) of DBRX                  | tokens (1)
            let v = models where params > 100B and org = 'Databricks' ¦ list v show tokens | params (1), tokens (1)
            list models where org = 'Databricks' show tokens ¦ list $1 show name | tokens (1)
            list models where org = 'Databricks' show tokens ¦ list $ show name  | tokens (1)
            list models where org = 'Databricks' show tokens ¦ list $ show name ¦ list $ | tokens (1)
            plot avg(mmlu) per org top 2                          | mmlu (1)
            plot mmlu per org top 2                               | mmlu (1)
            mmlu of DBRX ¦ plot tokens per name where org = 'Databricks' to 'm.csv' | tokens (1)
            """)
    void findsTheFieldsBehindNames(String typed, String expected) {
        String printed = answers(typed + " ¦ /cite");
        Matcher matcher = Pattern.compile("([a-z_]+) \\((\\d+)\\)").matcher(printed.substring(0,
                printed.indexOf("@misc")));
        TreeSet<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        assertEquals(expected, String.join(", ", found));
    }
}
