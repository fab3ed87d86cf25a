/*
 * The grammar of llmq. One token of lookahead decides everywhere, so that the parser never starts ANTLR's adaptive
 * prediction; keep it so (a test counts the decisions). To that end the lexer knows words only as NAME, and two
 * passes between lexer and parser, Quantities and Words, decide what one token alone cannot: whether a word is a
 * keyword or a name where it stands, whether '-' is a sign, where a number and its unit make one quantity.
 *
 * Clauses stand in any order, and the grammar lets each come any number of times: that one was given twice (E007) is
 * said by those who make the tree, Clauses, FitBuilder and PlotBuilder, as a parser could only say that it did not
 * expect the second. What a statement cannot do without comes at least once, before or after the rest.
 */
grammar Llmq;

// In full, since the package has a Parser of its own.
options { superClass = org.antlr.v4.runtime.Parser; }

// The words of the language: each is written as the name of its token, in any case. Their order means something: the
// class Keywords tells verbs, queries and reserved words by the first and the last of a group.
tokens {
    // Verbs, which start a statement and are names elsewhere; queries, which may stand in parentheses, come first.
    LIST, RANK, SUMMARIZE, COMPARE, FRONTIER, FIT, PREDICT,
    WHATIF, PLOT, TRACE, DESCRIBE, EXPLAIN, LET, PARAM, LOAD, SAVE, ASSUME, ASSERT, REQUIRE,
    // Reserved everywhere.
    WHERE, BY, PER, TOP, SHOW, SORT, ASC, DESC, AS, WITH, AND, OR, NOT, IN, BETWEEN, LIKE, IS, OF, TRUE, FALSE,
    // Words in their own place only.
    FOR, AGAINST, TO, ON, USING, AT, KNOWN, UNKNOWN, INTERVALS, SEED, DOMINATED, PLAIN, ERRORS, BOOTSTRAP, LEAVE, OUT,
    ONE, CONSTANT, LOG, LINEAR, X, Y, COLOR, SIZE, LABEL, BAND, INTERVAL, BINS, TITLED, CATALOG,
    // What Quantities and Words make of other tokens.
    FUNCTION,  // a NAME with an opening parenthesis after it on its line
    QUANTITY,  // a NUMBER and its unit
    CONVERT,   // the 'in' before a unit
    UNIT,      // what follows it
    CURVE,     // the 'fit' after 'plot'
    STEPS,     // the 'frontier' that a picture is drawn with
    NEGATE,    // a '-' where an operand stands
    DEFINE,    // the '=' of a let
    WHY,       // the text that ends an assert
    VERSION    // after 'require catalog'
}

// A bare expression needs a ';' before it, which Words puts in where one starts a line; a verb needs none.
script : bare? (command | SEMI bare?)* EOF ;

single : expression EOF ;

bare : expression (PIPE command)? ;

command
    : let
    | explain
    | simple (PIPE command)?
    ;

simple
    : query | whatif | plotting | trace | describe | param | load | save | assume | assertion | require
    ;

query : listing | ranking | summary | comparing | frontier | fitting | predicting ;

listing : LIST source? (where | sort | top | show)* ;

ranking : RANK source? rankClause* by (rankClause | by)* ;
rankClause : where | perKeys | top | show | intervals ;

summary : SUMMARIZE source? summaryClause* show (summaryClause | show)* ;
summaryClause : where | perItems | sort | top ;

comparing : COMPARE (model (COMMA model)*)? show* ;

frontier : FRONTIER expression AGAINST expression (forSource | where | dominated | show)* ;

fitting
    : FIT expression ON expression (COMMA expression)* (forSource | where | method | perKeys | fitOptions | naming)*
    ;
method : USING methodName (BETWEEN conversion AND conversion)? ;
methodName : NAME ;
fitOptions : WITH fitOption (COMMA fitOption)* ;
fitOption : PLAIN ERRORS | BOOTSTRAP NUMBER (SEED NUMBER)? | LEAVE (ONE OUT | OUT expression) | CONSTANT ;
naming : AS NAME ;

predicting : PREDICT fitName (AT binding (COMMA binding)* | (forSource | where)*) ;
fitName : NAME ;
binding : NAME EQUAL expression ;

whatif
    : WHATIF model (changes+ usingFit | usingFit+ changes) (changes | usingFit)*
    ;
changes : WITH binding (COMMA binding)* ;
usingFit : USING fitName ;

plotting
    : PLOT (CURVE fitName | expression (AGAINST expression)?)
      (forSource | where | perKeys | top | scales | bins | colorBy | sizeBy | labels | overlays | titled
        | toFile)*
    ;
scales : (LOG | LINEAR) axis (COMMA axis)* ;
axis : X | Y ;
bins : BINS (NUMBER | NAME) ;
colorBy : COLOR BY expression ;
sizeBy : SIZE BY expression ;
labels : LABEL (BY expression | top) ;
overlays : WITH overlay (COMMA overlay)* ;
overlay : STEPS | BAND | INTERVAL | fitName ;
titled : TITLED STRING ;
toFile : TO file ;

trace : TRACE expression ;
describe : DESCRIBE (NAME | STRING | RESULT)? ;
explain : EXPLAIN (command | bare) ;

let : LET (NAME | FUNCTION OPEN (NAME (COMMA NAME)*)? CLOSE) DEFINE body ;
param : PARAM NAME EQUAL expression ;
load : LOAD file AS NAME (WITH OPEN mapping (COMMA mapping)* CLOSE)? ;
mapping : NAME EQUAL column=(STRING | NAME) columnUnit? ;
columnUnit : unitName ((TIMES | DIVIDE) unitName)* ;
unitName : NAME NAME? | PERCENT ;
save : SAVE source? TO file ;
assume : ASSUME NAME OF model EQUAL expression ;
assertion : ASSERT expression WHY? ;
require : REQUIRE CATALOG VERSION ;

// A value, or a source in parentheses or after '='; which of the two is for the tree to say.
body
    : query (PIPE command)?
    | expression where?
    ;

source : sourcePart (PLUS sourcePart)* ;
sourcePart : NAME | RESULT | OPEN sourceBody CLOSE ;
sourceBody
    : query (PIPE command)?
    | source where?
    ;

where : WHERE expression ;
by : BY sortKey (COMMA sortKey)* ;
sort : SORT BY sortKey (COMMA sortKey)* ;
sortKey : expression (ASC | DESC)? ;
perKeys : PER expression (COMMA expression)* ;
perItems : PER item (COMMA item)* ;
top : TOP (NUMBER | NAME) ;
show : SHOW item (COMMA item)* ;
item : expression (AS title)? ;
title : NAME | STRING ;
intervals : WITH INTERVALS (SEED NUMBER)? ;
dominated : WITH DOMINATED ;
forSource : FOR source ;
model : NAME | STRING ;
file : STRING ;

// Loosest first.
expression : conjunction (OR conjunction)* ;
conjunction : negation (AND negation)* ;
negation : NOT negation | comparison ;
comparison : conversion comparisonTail? ;
comparisonTail
    : sign=(EQUAL | UNEQUAL | LESS | AT_MOST | GREATER | AT_LEAST) conversion
    | IS NOT? (KNOWN | UNKNOWN)
    | NOT? (IN OPEN expression (COMMA expression)* CLOSE | BETWEEN conversion AND conversion | LIKE conversion)
    ;
conversion : sum (CONVERT UNIT)? ;
sum : term ((PLUS | MINUS) term)* ;
term : unary ((TIMES | DIVIDE) unary)* ;
unary : NEGATE unary | power ;
power : postfix (POWER exponent)? ;
exponent : NEGATE exponent | power ;
postfix : primary (OF owner)? ;
owner : model | RESULT | OPEN sourceBody CLOSE ;
primary
    : NUMBER | QUANTITY | DATE | STRING | TRUE | FALSE | NAME | RESULT
    | FUNCTION OPEN (argument (COMMA argument)*)? CLOSE
    | OPEN body CLOSE
    ;
argument : expression where? ;

// Tokens. Every text is one sequence of them: what has no meaning is a token too, and the parser meets it. Signs come
// first, and those that Tab may offer from SEMI to POWER.
SEMI : ';' ;
PIPE : '|' ;
OPEN : '(' ;
CLOSE : ')' ;
COMMA : ',' ;
EQUAL : '=' | '==' ;
UNEQUAL : '!=' | '<>' ;
AT_MOST : '<=' ;
AT_LEAST : '>=' ;
LESS : '<' ;
GREATER : '>' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
POWER : '^' ;
PERCENT : '%' ;

RESULT : '$' [0-9]* ;

NUMBER : DECIMAL ([eE] [+-]? DIGITS | [kKMBT])? ;
DATE : YEAR '-' [0-9] [0-9] ('-' [0-9] [0-9])? ;
BAD_DATE : YEAR '-' [0-9] [0-9] ('-' [0-9]+)? [0-9A-Za-z_]* ;
BAD_NUMBER : '.'? [0-9] [0-9A-Za-z_.]* | DECIMAL [eE] [+-] [0-9A-Za-z_.]+ ;
fragment DECIMAL : DIGITS ('.' DIGITS)? | '.' DIGITS ;
fragment DIGITS : [0-9]+ ('_' [0-9]+)* ;
fragment YEAR : ('19' | '20' | '21') [0-9] [0-9] ;

STRING : '\'' (~['\r\n] | '\'\'')* '\'' | '"' (~["\r\n] | '""')* '"' ;
QUOTED_NAME : '`' (~[`\r\n] | '``')+ '`' ;
UNCLOSED : '\'' (~['\r\n] | '\'\'')* | '"' (~["\r\n] | '""')* | '`' (~[`\r\n] | '``')* ;

// Wide ranges of letters rather than Unicode's own sets, which would make every start slower.
NAME : LETTER (LETTER | [0-9])* ;
fragment LETTER : [A-Za-z_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFDFF] ;

COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
SPACE : [ \t\r\n\f\u00A0\u2028\u2029\uFEFF]+ -> skip ;
UNRECOGNIZED : . ;
