#!/bin/sh
# Tries scripts/llmq: launcher.sh LAUNCHER JAR CHANGED_JAR JAVA_HOME. Prints a line per case and fails where one does.
set -u
launcher=$1
jar=$2
changed=$3
java_home=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# same NAME EXPECTED ACTUAL
same() {
    if [ "$2" = "$3" ]; then
        echo "ok: $1"
    else
        printf 'FAILED: %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
        failed=1
    fi
}

root="$work/a place with spaces"
mkdir -p "$root/scripts" "$root/target" "$work/bin"
cp "$launcher" "$root/scripts/llmq"
cp "$jar" "$root/target/llmq.jar"
llmq=$root/scripts/llmq
export XDG_CACHE_HOME="$work/cache" LLMQ_JAVA="$java_home" LLMQ_ARCHIVE=no
unset LLMQ_JAVA_OPTIONS JAVA_TOOL_OPTIONS

same 'a value' '2' "$("$llmq" --format json -e '1 + 1' 2>&1)"
"$llmq" -e '1 +' 2>/dev/null
same 'status 2 passes through' 2 $?
"$llmq" -e 'assert 1 > 2' 2>/dev/null
same 'status 1 passes through' 1 $?
same 'arguments pass through' "unknown command 'two  words *'" \
    "$("$llmq" 'two  words *' 2>&1 | grep -o "unknown command '.*'")"
same 'standard input' '3' "$(echo '1 + 2' | "$llmq" --format json 2>&1)"
same 'beyond ASCII in any locale' '"é"' "$(LC_ALL=C "$llmq" --format json -e '"é"' 2>&1)"
for locale in POSIX tr_TR.UTF-8 no_SUCH.ISO-8859-1 ''; do
    same "beyond ASCII in the locale '$locale'" '"é"' "$(LC_ALL=$locale "$llmq" --format json -e '"é"' 2>&1)"
done
same 'relative path' '2' "$(cd "$root" && scripts/llmq --format json -e '1 + 1' 2>&1)"

ln -s "$llmq" "$work/first"
ln -s ../first "$work/bin/llmq"
same 'through links on the PATH' '2' "$(cd / && PATH="$work/bin:$PATH" llmq --format json -e '1 + 1' 2>&1)"
same 'a shell that runs it by its bare name' '2' "$(cd "$root/scripts" && sh llmq --format json -e '1 + 1' 2>&1)"
same 'a shell that runs it by name' '2' "$(cd "$root" && sh scripts/llmq --format json -e '1 + 1' 2>&1)"

printf '#!/usr/bin/env llmq\nparam n = 1\nn + 1\n' >"$work/script"
chmod +x "$work/script"
same 'a script that names llmq' '6' "$(PATH="$work/bin:$PATH" "$work/script" --format json n=5 2>/dev/null)"

"$llmq" <&- 2>"$work/err"
same 'a closed input is empty' 0 $?
"$llmq" -e '1 + 1' >&- 2>"$work/err"
same 'a closed output is an error' 1 $?
"$llmq" -e '1 +' 2>&-
same 'a closed error stream hides no status' 2 $?
"$llmq" -e '1 +' 2>/dev/full
same 'nor does a full one' 2 $?
(
    cd "$work" || exit
    env -u HOME XDG_CACHE_HOME=relative "$llmq" -e '1 + 1' >/dev/null
    HOME=$work/nobody XDG_CACHE_HOME='' "$llmq" -e '1 + 1' >/dev/null
)
same 'nothing is made where there is no home' 'no' "$([ -e "$work/relative" ] || [ -e "$work/nobody" ] || echo no)"

mkfifo "$work/never"
"$llmq" run "$work/never" 2>/dev/null &
sleep 1
kill -TERM $!
wait $!
same 'a signal arrives' 143 $?

# fills COLUMNS: whether tables fill a window of that width, with room for one more word at the most.
fills() {
    script -qc "stty rows 30 cols $1; LC_ALL=C NO_COLOR=1 '$llmq' -e 'list models top 1'" /dev/null </dev/null |
        tr -d '\r' | awk -v width="$1" '
            length > longest { longest = length }
            END { print (longest <= width && longest > width - 20 ? "filled" : "longest line " longest) }'
}
if script -qc true /dev/null </dev/null >/dev/null 2>&1; then
    for columns in 40 80 200; do
        same "a window of $columns columns" filled "$(fills $columns)"
    done
fi

same 'a reader that leaves' 'llmq asks questions of a catalog of open language models' \
    "$("$llmq" --help 2>&1 | head -1)"
same 'no Java' 'llmq: Java 17 or later is needed, and /nowhere is none' "$(LLMQ_JAVA=/nowhere "$llmq" --help 2>&1)"
LLMQ_JAVA=/nowhere "$llmq" --help 2>/dev/null
same 'no Java, status' 69 $?

export LLMQ_ARCHIVE=yes
same 'a cache that cannot be written' '2' \
    "$(XDG_CACHE_HOME=/dev/null/none "$llmq" --format json -e '1 + 1' 2>&1)"

# Java 17 makes archives of jars in such places and then does not take classes from them.
mv "$root" "$work/root"
root=$work/root
llmq=$root/scripts/llmq
export LLMQ_ARCHIVE=wait
for run in 1 2 3; do
    "$llmq" --format json -e '1 + 1' >"$work/out.$run" 2>&1 &
done
wait
same 'three first starts at once' '2 2 2' "$(cat "$work"/out.* | tr '\n' ' ' | sed 's/ $//')"
archives() {
    for file in "$work"/cache/llmq/*; do
        case $file in
        *.archive) echo archive ;;
        */java) ;;
        *) echo "${file##*/}" ;;
        esac
    done
}
same 'one archive, nothing else left' 'archive' "$(archives)"
first=$(ls "$work"/cache/llmq/*.archive)
loaded=$(LLMQ_JAVA_OPTIONS="-Xlog:class+load:file=$work/loaded" "$llmq" --format json -e '1 + 1' 2>&1)
same 'with the archive' '2' "$loaded"
same 'Main comes from the archive' 1 "$(grep -c 'llmq.Main source: shared object' "$work/loaded")"
same 'no class of JLine for -e' 0 "$(grep -c 'org.jline' "$work/loaded")"

# Types at a prompt of the launcher, on a terminal that nobody sees.
record() {
    LLMQ_JAVA_OPTIONS="-Xlog:class+load:file=$work/loaded" "$java_home/bin/java" -Dllmq.archive=prompt \
        -cp "$root/target/llmq.jar" llmq.Main "$llmq" >"$work/recorded" 2>&1
}
before=$(ls "${TMPDIR:-/tmp}" | grep -c '^llmq-\|^jlinenative')
record
same 'the prompt comes from an archive of its own' 4 \
    "$(grep -c -e 'llmq.repl.StatementEditor source: shared object' -e 'llmq.complete.Completer source: shared object' \
        -e 'org.jline.terminal.impl.PosixSysTerminal source: shared object' \
        -e 'llmq.session.Preview source: shared object' "$work/loaded")"
same 'it runs no other program' 0 "$(grep -c 'java.lang.ProcessBuilder ' "$work/loaded")"
same 'nor looks for terminals of all kinds' 0 "$(grep -c 'org.jline.terminal.TerminalBuilder ' "$work/loaded")"
same 'the library for its terminal is kept' 1 "$(ls "$work"/cache/llmq/*.native/* | grep -c jlinenative)"
same 'nothing is left among temporary files' "$before" "$(ls "${TMPDIR:-/tmp}" | grep -c '^llmq-\|^jlinenative')"
mkdir -p "$work/cache/llmq/llmq-hidden-prompt1/llmq"
touch -t 202001010000 "$work/cache/llmq/llmq-hidden-prompt1"
rm -rf "$work"/cache/llmq/*.prompt.archive "$work"/cache/llmq/*.native
record
same 'nor anything of hidden prompts, even killed ones' '' "$(ls "$work/cache/llmq" | grep hidden-prompt)"
rm -rf "$work"/cache/llmq/*.prompt.archive "$work"/cache/llmq/*.native

sleep 1
touch "$root/target/llmq.jar"
"$llmq" --format json -e '1 + 1' >/dev/null 2>&1
LLMQ_JAVA_OPTIONS="-Xlog:class+load:file=$work/loaded" "$llmq" --format json -e '1 + 1' >/dev/null 2>&1
same 'an archive of a touched jar is made again' 1 "$(grep -c 'llmq.Main source: shared object' "$work/loaded")"

sleep 1
cp "$changed" "$root/target/llmq.jar"
same 'with another jar' '2' "$("$llmq" --format json -e '1 + 1' 2>&1)"
same 'its archive takes the place of the old' 'archive' "$(archives)"
same 'the old one is gone' 'gone' "$([ -f "$first" ] && echo there || echo gone)"

# A Maven that leaves the jar where the real one would, at first without what it needs, and tells that it ran.
export LLMQ_ARCHIVE=no
cat >"$work/bin/mvn" <<M
#!/bin/sh
echo built >>"$work/builds"
name=llmq
for argument; do
    case \$argument in -Djar.name=*) name=\${argument#*=} ;; esac
done
echo half >"$root/target/\$name.jar"
sleep 2
cp "$jar" "$root/target/\$name.jar"
M
chmod +x "$work/bin/mvn"
rm "$root/target/llmq.jar"
mkdir -p "$root/src/main" "$root/grammar"
echo >"$root/pom.xml"
for run in 1 2; do
    PATH="$work/bin:$PATH" "$llmq" --format json -e '1 + 1' >"$work/out.$run" 2>/dev/null &
    sleep 1
done
wait
same 'two starts build once' 'built' "$(cat "$work/builds")"
same 'and both answer' '2 2' "$(cat "$work/out.1" "$work/out.2" | tr '\n' ' ' | sed 's/ $//')"
same 'what is built is not built again' 'built' \
    "$(PATH="$work/bin:$PATH" "$llmq" --version >/dev/null 2>&1 && cat "$work/builds")"
sleep 1
echo >"$root/src/main/New.java"
same 'what is stale is' 'built built' \
    "$(PATH="$work/bin:$PATH" "$llmq" --version >/dev/null 2>&1 && tr '\n' ' ' <"$work/builds" | sed 's/ $//')"
sleep 1
mkdir -p "$root/src/main/catalog"
touch "$root/target/llmq.jar"
sleep 1
echo >"$root/src/main/catalog/models.yaml"
for arguments in 'check --version' 'fmt --version'; do
    same "$arguments goes without a newer catalog" 'built built' \
        "$(PATH="$work/bin:$PATH" "$llmq" $arguments >/dev/null 2>&1 && tr '\n' ' ' <"$work/builds" | sed 's/ $//')"
done
same 'a query does not' 'built built built' \
    "$(PATH="$work/bin:$PATH" "$llmq" --version >/dev/null 2>&1 && tr '\n' ' ' <"$work/builds" | sed 's/ $//')"
sleep 1
echo >"$root/src/main/New.java"
same 'check takes newer code' 'built built built built' \
    "$(PATH="$work/bin:$PATH" "$llmq" check --version >/dev/null 2>&1 && tr '\n' ' ' <"$work/builds" | sed 's/ $//')"
printf '#!/bin/sh\nexit 1\n' >"$work/bin/mvn"
echo >"$root/src/main/Newer.java"
touch -d '1 minute' "$root/src/main/Newer.java" 2>/dev/null || sleep 1
PATH="$work/bin:$PATH" "$llmq" --version >/dev/null 2>&1
same 'a failed build, status' 69 $?
exit $failed
