#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif
#include "median.h"

/*
 * prompt ROUNDS PAUSE EMPTY ... ::: LLMQ ... ::: JSHELL ... : times of an empty program, and of two prompts, on a
 * terminal of their own, in rounds. PAUSE is how many milliseconds lie between two keys that are typed.
 */
enum { PATIENCE = 60000, LONGEST = 1 << 18 };
enum { EMPTY, SHOWN, KEY, TYPED, ANSWER, AGAIN, MENU, LEFT, PASTED, JSHELL, JSHELL_KEY, MEASURES };
static const char *names[MEASURES] = {
    "empty program", "prompt shown", "its first key on the screen", "slowest of the keys after it",
    "first answer", "the same once more", "first Tab", "left by Ctrl-D",
    "statement pasted at once, from the start", "JShell's prompt shown", "its first key on the screen"};
static double times[MEASURES][MOST];
static double resident[MOST], threads[MOST];
static long peak;

static const char *QUERY = "rank models where tokens < 3T by mmlu/flops top 5";
/* Stands in the answer only. */
static const char *ANSWERED = "OPT 125M";

/* What the terminal shows, as a text: escape sequences are left out. */
static char text[LONGEST];
static int length, state, terminal;
static pid_t child;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void fail(const char *what) {
    text[length] = 0;
    fprintf(stderr, "waited for %s in vain; this was on the screen:\n%s\n", what, text);
    kill(child, SIGKILL);
    exit(1);
}

static void take(const char *bytes, int count) {
    for (int i = 0; i < count; i++) {
        unsigned char c = bytes[i];
        switch (state) {
        case 0: /* text */
            if (c == 27) state = 1;
            else if (length < LONGEST - 1) text[length++] = c;
            break;
        case 1: /* after ESC */
            state = c == '[' ? 2 : c == ']' ? 3 : c == '(' || c == ')' ? 4 : 0;
            break;
        case 2: /* within a control sequence */
            if (c >= 64) state = 0;
            break;
        case 3: /* within a title */
            if (c == 7 || c == 27) state = c == 7 ? 0 : 4;
            break;
        default:
            state = 0;
        }
    }
}

/* Reads for so many milliseconds at the most; whether the other side is still there. */
static int hear(int milliseconds) {
    char bytes[1 << 16];
    struct pollfd from = {terminal, POLLIN, 0};
    if (poll(&from, 1, milliseconds) <= 0) return 1;
    int count = read(terminal, bytes, sizeof bytes);
    if (count <= 0) return 0;
    take(bytes, count);
    return 1;
}

/* Waits until what was shown since START has the word, and after it the second where there is one. */
static double see(int start, const char *word, const char *second) {
    double end = now() + PATIENCE;
    while (now() < end) {
        text[length] = 0;
        char *found = strstr(text + start, word);
        if (found && (!second || strstr(found, second))) return now();
        if (!hear(50)) break;
    }
    fail(second ? second : word);
    return 0;
}

static double type(const char *keys) {
    double at = now();
    if (write(terminal, keys, strlen(keys)) < 0) fail("a terminal that takes keys");
    return at;
}

/* Whether the terminal passes keys on one by one: until a prompt sets it so, it echoes them itself. */
static void rest(int milliseconds) {
    for (double end = now() + milliseconds; now() < end;) hear(end - now() + 1);
}

static double begin(char **command) {
    struct winsize size = {24, 80, 0, 0};
    length = state = 0;
    double start = now();
    child = forkpty(&terminal, NULL, NULL, &size);
    if (child == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    if (child < 0) fail("a terminal");
    return start;
}

static void end(int expected) {
    struct rusage usage;
    int status;
    while (hear(PATIENCE)) {
    }
    close(terminal);
    if (wait4(child, &status, 0, &usage) < 0 || (expected && status != 0)) fail("an end with status 0");
    if (usage.ru_maxrss > peak) peak = usage.ru_maxrss;
}

/* A line of what Linux tells of a process; 0 elsewhere. */
static double told(const char *name) {
    char path[64], line[256];
    double value = 0;
    snprintf(path, sizeof path, "/proc/%d/status", child);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (!strncmp(line, name, strlen(name))) value = atof(line + strlen(name) + 1);
    if (file) fclose(file);
    return value;
}

static double empty(char **command) {
    double start = begin(command);
    end(1);
    return now() - start;
}

/* One key, until it is on the screen. */
static double key(char c) {
    char keys[2] = {c, 0};
    int before = length;
    double at = type(keys);
    return see(before, keys, NULL) - at;
}

static void typed(char **command, int round, int pause) {
    double start = begin(command);
    times[SHOWN][round] = see(0, "llmq> ", NULL) - start;
    times[KEY][round] = key(QUERY[0]);
    double slowest = 0;
    for (const char *c = QUERY + 1; *c; c++) {
        rest(pause);
        /* Blanks need not be written where the screen is blank. */
        double took = *c == ' ' ? (type(" "), 0) : key(*c);
        if (took > slowest) slowest = took;
    }
    times[TYPED][round] = slowest;
    for (int again = 0; again < 2; again++) {
        rest(300);
        int before = length;
        double at = type("\r");
        times[again ? AGAIN : ANSWER][round] = see(before, ANSWERED, "llmq> ") - at;
        rest(300);
        if (!again)
            for (const char *c = QUERY; *c; c++) {
                char keys[2] = {*c, 0};
                type(keys);
                rest(10);
            }
    }
    type("rank models by mml");
    rest(300);
    int before = length;
    double at = type("\t");
    times[MENU][round] = see(before, "u", NULL) - at;
    rest(300);
    type("\003");
    rest(300);
    resident[round] = told("VmRSS:") / 1024;
    threads[round] = told("Threads:");
    at = type("\004");
    end(1);
    times[LEFT][round] = now() - at;
}

static void pasted(char **command, int round) {
    double start = begin(command);
    see(0, "llmq> ", NULL);
    int before = length;
    type(QUERY);
    type("\r");
    times[PASTED][round] = see(before, ANSWERED, "llmq> ") - start;
    type("\004");
    end(1);
}

static void jshell(char **command, int round) {
    double start = begin(command);
    times[JSHELL][round] = see(0, "jshell> ", NULL) - start;
    times[JSHELL_KEY][round] = key('r');
    type("\003");
    rest(300);
    type("\004");
    end(0);
}

static void print(int measure, int rounds, int ratio) {
    printf("%-42s %7.1f ms", names[measure], median(times[measure], rounds));
    if (ratio) printf("  %5.2fx empty", median_ratio(times[measure], times[EMPTY], rounds));
    printf("\n");
}

int main(int argc, char **argv) {
    char **commands[3] = {0};
    int count = 0, rounds = atoi(argv[1]), pause = atoi(argv[2]);
    if (rounds < 1 || rounds > MOST) return 2;
    for (int i = 3; i < argc && count < 3; i++) {
        commands[count++] = argv + i;
        while (i < argc && strcmp(argv[i], ":::") != 0) i++;
        argv[i] = NULL;
    }
    setenv("TERM", "xterm-256color", 1);
    unsetenv("NO_COLOR");
    if (count > 2) jshell(commands[2], 0);
    long most = 0;
    for (int round = -1; round < rounds; round++) {
        int at = round < 0 ? 0 : round;
        if (round < 0) setenv("LLMQ_ARCHIVE", "wait", 1);
        else unsetenv("LLMQ_ARCHIVE");
        times[EMPTY][at] = empty(commands[0]);
        peak = 0;
        typed(commands[1], at, pause);
        if (peak > most) most = peak;
        pasted(commands[1], at);
        if (count > 2 && round >= 0) jshell(commands[2], at);
    }
    for (int measure = EMPTY; measure <= (count > 2 ? JSHELL_KEY : PASTED); measure++)
        print(measure, rounds, measure == SHOWN || measure == PASTED || measure == JSHELL);
    if (count > 2)
        printf("%-42s %7.1fx\n", "sooner than JShell's", median_ratio(times[JSHELL], times[SHOWN], rounds));
#ifdef __APPLE__
    printf("%-42s %7.1f MB\n", "peak memory", most / 1048576.0);
#else
    printf("%-42s %7.1f MB, %.1f MB when idle, %.0f threads\n", "peak memory", most / 1024.0,
           median(resident, rounds), median(threads, rounds));
#endif
    return 0;
}
