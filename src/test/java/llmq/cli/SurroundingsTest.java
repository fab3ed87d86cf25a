package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {

    /** What the launcher tells; what is known from it. A window that says nothing has the usual size. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | false false false 0x0
            ie            | true false true 0x0
            'oie 50 132'  | true true true 132x50
            'oe '         | false true true 80x24
            'oe 0 0'      | false true true 80x24
            'oe 24 wide'  | false true true 80x24
            """)
    void takesTheLaunchersWordForTheTerminal(String told, String expected) {
        World.Terminals terminals = Surroundings.terminals(told, Map.of("COLUMNS", "7"));
        assertEquals(expected, terminals.in() + " " + terminals.out() + " " + terminals.err() + " "
                + terminals.columns() + "x" + terminals.rows());
    }

    /** The launcher's word, LANG, and what Java knows of the console; what a terminal reads, whether it has boxes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            C                  | en_US.UTF-8      | -              | UTF-8        | false
            C.UTF-8            | -                | cp437          | UTF-8        | true
            ''                 | de_DE.ISO-8859-1 | -              | ISO-8859-1   | false
            -                  | de_DE.utf8       | US-ASCII       | UTF-8        | true
            -                  | de_DE.iso885915@euro | -          | ISO-8859-15  | false
            -                  | de_DE@euro       | -              | UTF-8        | false
            -                  | ru_RU.KOI8-R     | -              | KOI8-R       | false
            -                  | xx.nothing       | -              | UTF-8        | false
            -                  | POSIX            | ANSI_X3.4-1968 | UTF-8        | false
            -                  | -                | ANSI_X3.4-1968 | UTF-8        | false
            -                  | -                | cp437          | IBM437       | false
            -                  | -                | cp850          | IBM850       | false
            -                  | -                | cp1252         | windows-1252 | false
            -                  | -                | cp65001        | UTF-8        | true
            -                  | -                | -              | UTF-8        | false
            """)
    void theLocaleOrTheConsoleSaysWhatATerminalReads(String told, String lang, String console, String charset,
            boolean unicode) {
        Map<String, String> environment = lang == null ? Map.of() : Map.of("LANG", lang);
        String locale = Surroundings.locale(told, console, environment);
        assertEquals(charset + " " + unicode, Surroundings.charset(locale, environment).name() + " "
                + Surroundings.unicode(locale, environment));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /named | /java | /named
            ''     | /java | /java
            -      | /java | /java
            /named | -     | /named
            -      | -     | -
            """)
    void theEnvironmentNamesTheHome(String named, String otherwise, Path expected) {
        assertEquals(expected, Surroundings.home(named == null ? Map.of() : Map.of("HOME", named), otherwise));
    }
}
