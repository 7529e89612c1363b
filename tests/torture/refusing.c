/* Loaded before the C library: while the file TORTURE_REFUSE is there, the disk gives an error for whatever is to be
 * made sure on it, as one that is failing does. What was written before that may be on it or not.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static int refuses(void) {
    const char *sign = getenv("TORTURE_REFUSE");
    int before = errno, there = sign && access(sign, F_OK) == 0;
    errno = before;
    return there;
}

static int answer(long number, int file) {
    if (refuses()) {
        errno = EIO;
        return -1;
    }
    return (int)syscall(number, file);
}

int fsync(int file) { return answer(SYS_fsync, file); }

int fdatasync(int file) { return answer(SYS_fdatasync, file); }
