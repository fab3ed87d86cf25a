#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>
#include "median.h"

/* rounds ROUNDS NAME COMMAND ... ::: NAME COMMAND ... : the first is what the others are held against. */
enum { COMMANDS = 8 };
static double times[COMMANDS][MOST];
static long memory[COMMANDS];

static double once(char **command, long *peak) {
    struct timespec start, end;
    struct rusage usage;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        execvp(command[0], command);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "%s: failed\n", command[0]);
        exit(1);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (usage.ru_maxrss > *peak) *peak = usage.ru_maxrss;
    return (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6;
}

int main(int argc, char **argv) {
    char **names[COMMANDS];
    int count = 0, rounds = atoi(argv[1]);
    if (rounds < 1 || rounds > MOST) return 2;
    for (int i = 2; i < argc && count < COMMANDS; i++) {
        names[count++] = argv + i;
        while (i < argc && strcmp(argv[i], ":::") != 0) i++;
        argv[i] = NULL;
    }
    for (int c = 0; c < count; c++) once(names[c] + 1, &memory[c]);
    for (int r = 0; r < rounds; r++)
        for (int c = 0; c < count; c++) times[c][r] = once(names[c] + 1, &memory[c]);
    for (int c = 0; c < count; c++) {
        printf("%-22s %7.1f ms  %5.2fx %s  peak %5.1f MB\n", names[c][0], median(times[c], rounds),
               median_ratio(times[c], times[0], rounds), names[0][0],
#ifdef __APPLE__
               memory[c] / 1048576.0);
#else
               memory[c] / 1024.0);
#endif
    }
    return 0;
}
