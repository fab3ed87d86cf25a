package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineParserTest {

    /** Arguments are parted by spaces, a tilde stands for a space within one; values and flags in registry order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''                              | null; null; []; {}; {}; []
            -e 1                            | null; 1; []; {}; {}; []
            -e 1 -e 2                       | null; 1~2; []; {}; {}; []
            -e -5                           | null; -5; []; {}; {}; []
            -e n n=5                        | null; n; []; {n=5}; {}; []
            run f.llmq                      | RUN; null; [f.llmq]; {}; {}; []
            run -                           | RUN; null; [-]; {}; {}; []
            run a=b.llmq n=1 m=x=y o=       | RUN; null; [a=b.llmq]; {n=1, m=x=y, o=}; {}; []
            --format csv run f n=-1         | RUN; null; [f]; {n=-1}; {FORMAT=csv}; []
            run f --format=json             | RUN; null; [f]; {}; {FORMAT=json}; []
            run --plain f --color never     | RUN; null; [f]; {}; {COLOR=never}; [PLAIN]
            --color never --color always    | null; null; []; {}; {COLOR=always}; []
            --width 0 --sandbox             | null; null; []; {}; {WIDTH=0}; [SANDBOX]
            -- run --plain                  | RUN; null; [--plain]; {}; {}; []
            run -- -f                       | RUN; null; [-f]; {}; {}; []
            f.llmq n=1                      | RUN; null; [f.llmq]; {n=1}; {}; []
            ./best                          | RUN; null; [./best]; {}; {}; []
            check a b                       | CHECK; null; [a, b]; {}; {}; []
            check --catalog d               | CHECK; null; []; {}; {CATALOG=d}; []
            learn                           | LEARN; null; []; {}; {}; []
            learn next                      | LEARN; null; [next]; {}; {}; []
            learn my.llmq --plain           | LEARN; null; [my.llmq]; {}; {}; [PLAIN]
            fmt a --write                   | FMT; null; [a]; {}; {}; [WRITE]
            fmt --check a b                 | FMT; null; [a, b]; {}; {}; [CHECK]
            nonsense --help                 | null; null; []; {}; {}; [HELP]
            -V                              | null; null; []; {}; {}; [VERSION]
            """)
    void readsArguments(String arguments, String expected) {
        CommandLine line = CommandLineParser.parse(split(arguments));
        String statements = line.statements() == null ? null : line.statements().replace('\n', '~');
        assertEquals(expected, line.command() + "; " + statements + "; " + line.files() + "; " + line.parameters()
                + "; " + line.values() + "; " + line.flags());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --formt csv       | unknown option '--formt' / did you mean '--format'? / HELP
            -x                | unknown option '-x' / HELP
            --format          | --format needs a value: --format FORMAT
            -e                | -e needs a value: -e STATEMENTS
            --format cvs      | unknown value 'cvs' for --format / did you mean 'csv'? / it takes FORMATS
            --format x        | unknown value 'x' for --format / it takes FORMATS
            --plain=yes       | --plain takes no value
            --width wide      | --width takes a whole number of columns, not 'wide' / 0 is without limit
            --width -1        | --width takes a whole number of columns, not '-1' / 0 is without limit
            rnu f             | unknown command 'rnu' / did you mean 'run'? / HELP
            list~models       | unknown command 'list models' / statements follow -e: llmq -e 'list models' / HELP
            n=5               | 'n=5' sets a parameter, but there is no script / llmq run FILE n=5
            run               | llmq run needs a file: llmq run FILE [NAME=VALUE ...]
            check             | llmq check needs a file, or --catalog DIR
            fmt --write       | llmq fmt needs a file: llmq fmt FILE ...
            run f g           | 'g' is not a parameter / a parameter is given as NAME=VALUE
            run f 1=2         | '1=2' is not a parameter / a parameter is given as NAME=VALUE
            run f n=1 n=2     | parameter 'n' is given twice
            learn 1 2         | llmq learn takes one lesson at a time, and '2' is one more
            run f --write     | --write goes with llmq fmt
            -e 1 run f        | -e and run do not go together / put the statements into the file, or /run it at the prompt
            """)
    void saysWhatIsWrong(String arguments, String expected) {
        LlmqException failure = assertThrows(LlmqException.class, () -> CommandLineParser.parse(split(arguments)));
        Diagnostic diagnostic = failure.diagnostics().get(0);
        StringBuilder text = new StringBuilder(diagnostic.message());
        for (String help : diagnostic.help()) {
            text.append(" / ").append(help);
        }
        assertEquals(ErrorCode.E401, diagnostic.code());
        assertEquals(expected.replace("HELP", "llmq --help lists all commands and options")
                .replace("FORMATS", "table, vertical, csv, tsv, json, ndjson, markdown, html"), text.toString());
    }

    private static List<String> split(String arguments) {
        return arguments.isEmpty() ? List.of()
                : List.of(arguments.split(" ")).stream().map(argument -> argument.replace('~', ' ')).toList();
    }
}
