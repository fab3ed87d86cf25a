package llmq.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CandidateTest {

    /** The name of a column may come from anybody. */
    @Test
    void whatIsShownOfItDoesNothingToATerminal() {
        Candidate candidate = new Candidate("`c\u202e`", "c\u202e\u009b", Candidate.Kind.FIELD, "a\u001b[31mb", true);
        assertEquals("`c\u202e`", candidate.text());
        assertEquals("c\\u202e\\x9b", candidate.display());
        assertEquals("a\\x1b[31mb", candidate.description());
    }
}
