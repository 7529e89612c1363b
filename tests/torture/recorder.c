/* Loaded before the C library: writes down, in the order in which they happened, what a process does to the files
 * below one folder (TORTURE_ROOT), and which other files it opens and which addresses it connects to.
 *
 * Each entry of TORTURE_LOG is: kind (1 byte), length of the path (u32), path, number (i64), length (u64), bytes.
 * Files that are only memory in disguise (-shm) are left out. One process, any number of threads.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#define FILES 4096

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static char *path_of[FILES];
static int log_file = -1;
static char root[PATH_MAX];
static int everything;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("TORTURE_LOG"), *below = getenv("TORTURE_ROOT");
    everything = getenv("TORTURE_EVERYTHING") != 0;
    if (!log) return;
    if (below) snprintf(root, sizeof root, "%s", below);
    int opened = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    log_file = (int)syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, opened);
}

static void put(const void *bytes, size_t length) {
    const char *from = bytes;
    while (length) {
        long done = syscall(SYS_write, log_file, from, length);
        if (done <= 0) return;
        from += done;
        length -= (size_t)done;
    }
}

static void note(char kind, const char *path, int64_t number, const void *bytes, uint64_t length) {
    char head[PATH_MAX + 64];
    uint32_t size = (uint32_t)strnlen(path, PATH_MAX);
    char *at = head;
    *at++ = kind;
    memcpy(at, &size, 4), at += 4;
    memcpy(at, path, size), at += size;
    memcpy(at, &number, 8), at += 8;
    memcpy(at, &length, 8), at += 8;
    put(head, (size_t)(at - head));
    if (length) put(bytes, length);
}

/* The whole path, with the folder's links resolved and the name itself left alone. */
static const char *whole(int folder, const char *name, char *into) {
    char joined[2 * PATH_MAX], start[PATH_MAX];
    if (name[0] == '/') snprintf(joined, sizeof joined, "%s", name);
    else if (folder == AT_FDCWD) snprintf(joined, sizeof joined, "%s/%s", getcwd(start, sizeof start) ? start : "", name);
    else snprintf(joined, sizeof joined, "%s/%s", folder >= 0 && folder < FILES && path_of[folder] ? path_of[folder] : "?", name);
    snprintf(into, PATH_MAX, "%s", joined);
    return into;
}

static int ours(const char *path) {
    size_t length = strlen(root), all = strlen(path);
    if (log_file < 0 || !length || strncmp(path, root, length) || (path[length] && path[length] != '/')) return 0;
    return !(all > 4 && !strcmp(path + all - 4, "-shm"));
}

/* What the one who is watched says of itself: called through ctypes. */
void torture_mark(const char *words) {
    if (log_file < 0) return;
    pthread_mutex_lock(&order);
    note('M', "", 0, words, strlen(words));
    pthread_mutex_unlock(&order);
}

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    if (log_file < 0) return (int)syscall(SYS_openat, folder, name, flags, mode);
    whole(folder, name, path);
    pthread_mutex_lock(&order);
    int mine = ours(path);
    int new = mine && (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    int file = (int)syscall(SYS_openat, folder, name, flags, mode);
    int why = errno;
    if (everything) note('O', path, file, 0, 0);
    if (file >= 0 && file < FILES) {
        free(path_of[file]);
        path_of[file] = mine ? strdup(path) : 0;
    }
    if (file >= 0 && mine) {
        if (new) note('C', path, 0, 0, 0);
        else if (flags & O_TRUNC) note('T', path, 0, 0, 0);
    }
    pthread_mutex_unlock(&order);
    errno = why;
    return file;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *name, int flags, ...) { MODE return opened(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return opened(AT_FDCWD, name, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *name, int flags, ...) { MODE return opened(folder, name, flags, mode); }
int openat64(int folder, const char *name, int flags, ...) { MODE return opened(folder, name, flags | O_LARGEFILE, mode); }
int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static char *known(int file) { return file >= 0 && file < FILES ? path_of[file] : 0; }

int close(int file) {
    pthread_mutex_lock(&order);
    if (file == log_file && file >= 0) { pthread_mutex_unlock(&order); return 0; }
    if (known(file)) { free(path_of[file]); path_of[file] = 0; }
    int done = (int)syscall(SYS_close, file);
    int why = errno;
    pthread_mutex_unlock(&order);
    errno = why;
    return done;
}

static ssize_t written(int file, const void *bytes, size_t length, off64_t at, int placed) {
    if (!known(file)) return placed ? syscall(SYS_pwrite64, file, bytes, length, at) : syscall(SYS_write, file, bytes, length);
    pthread_mutex_lock(&order);
    struct stat found;
    int64_t where = at;
    if (!placed) {
        where = lseek64(file, 0, SEEK_CUR);
        int flags = fcntl(file, F_GETFL);
        if (flags >= 0 && (flags & O_APPEND) && !fstat(file, &found)) where = found.st_size;
    }
    ssize_t done = placed ? syscall(SYS_pwrite64, file, bytes, length, at) : syscall(SYS_write, file, bytes, length);
    int why = errno;
    if (done > 0 && known(file)) note('W', known(file), where, bytes, (uint64_t)done);
    pthread_mutex_unlock(&order);
    errno = why;
    return done;
}

ssize_t write(int file, const void *bytes, size_t length) { return written(file, bytes, length, 0, 0); }
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return written(file, bytes, length, at, 1); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) { return written(file, bytes, length, at, 1); }
ssize_t writev(int file, const struct iovec *parts, int count) {
    if (!known(file)) return syscall(SYS_writev, file, parts, count);
    ssize_t all = 0;
    for (int each = 0; each < count; each++) {
        ssize_t done = write(file, parts[each].iov_base, parts[each].iov_len);
        if (done < 0) return all ? all : done;
        all += done;
    }
    return all;
}

static int with_note(int done, char kind, int file, int64_t number) {
    int why = errno;
    if (!done && known(file)) note(kind, known(file), number, 0, 0);
    pthread_mutex_unlock(&order);
    errno = why;
    return done;
}

int ftruncate(int file, off_t length) {
    pthread_mutex_lock(&order);
    return with_note((int)syscall(SYS_ftruncate, file, length), 'T', file, length);
}
int ftruncate64(int file, off64_t length) {
    pthread_mutex_lock(&order);
    return with_note((int)syscall(SYS_ftruncate, file, length), 'T', file, length);
}
int fsync(int file) {
    pthread_mutex_lock(&order);
    return with_note((int)syscall(SYS_fsync, file), 'S', file, 0);
}
int fdatasync(int file) {
    pthread_mutex_lock(&order);
    return with_note((int)syscall(SYS_fdatasync, file), 'S', file, 0);
}

static int renamed(char kind, int from_folder, const char *from, int to_folder, const char *to, int flags) {
    char one[PATH_MAX], two[PATH_MAX];
    whole(from_folder, from, one), whole(to_folder, to, two);
    pthread_mutex_lock(&order);
    int done = kind == 'R' ? (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags)
                           : (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
    int why = errno;
    if (!done && (ours(one) || ours(two))) {
        note(kind, one, 0, two, strlen(two));
        for (int file = 0; kind == 'R' && file < FILES; file++)
            if (path_of[file] && !strcmp(path_of[file], one)) { free(path_of[file]); path_of[file] = strdup(two); }
    }
    pthread_mutex_unlock(&order);
    errno = why;
    return done;
}
int rename(const char *from, const char *to) { return renamed('R', AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return renamed('R', a, from, b, to, 0); }
int link(const char *from, const char *to) { return renamed('L', AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int a, const char *from, int b, const char *to, int flags) { return renamed('L', a, from, b, to, flags); }

static int gone(char kind, int folder, const char *name, int flags) {
    char path[PATH_MAX];
    whole(folder, name, path);
    pthread_mutex_lock(&order);
    int done = (int)syscall(SYS_unlinkat, folder, name, flags);
    int why = errno;
    if (!done && ours(path)) note(kind, path, 0, 0, 0);
    pthread_mutex_unlock(&order);
    errno = why;
    return done;
}
int unlink(const char *name) { return gone('U', AT_FDCWD, name, 0); }
int unlinkat(int folder, const char *name, int flags) { return gone('U', folder, name, flags); }
int rmdir(const char *name) { return gone('U', AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char *name) { return unlink(name) ? rmdir(name) : 0; }

static int made(int folder, const char *name, mode_t mode) {
    char path[PATH_MAX];
    whole(folder, name, path);
    pthread_mutex_lock(&order);
    int done = (int)syscall(SYS_mkdirat, folder, name, mode);
    int why = errno;
    if (!done && ours(path)) note('D', path, 0, 0, 0);
    pthread_mutex_unlock(&order);
    errno = why;
    return done;
}
int mkdir(const char *name, mode_t mode) { return made(AT_FDCWD, name, mode); }
int mkdirat(int folder, const char *name, mode_t mode) { return made(folder, name, mode); }

int connect(int file, const struct sockaddr *to, socklen_t length) {
    if (log_file >= 0 && everything) {
        char words[256] = "?";
        if (to->sa_family == AF_UNIX) {
            const struct sockaddr_un *local = (const void *)to;
            snprintf(words, sizeof words, "unix:%s", local->sun_path[0] ? local->sun_path : local->sun_path + 1);
        } else if (to->sa_family == AF_INET) {
            inet_ntop(AF_INET, &((const struct sockaddr_in *)to)->sin_addr, words, sizeof words);
        } else if (to->sa_family == AF_INET6) {
            inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)to)->sin6_addr, words, sizeof words);
        }
        pthread_mutex_lock(&order);
        note('N', words, to->sa_family, 0, 0);
        pthread_mutex_unlock(&order);
    }
    return (int)syscall(SYS_connect, file, to, length);
}

int execve(const char *name, char *const arguments[], char *const environment[]) {
    if (log_file >= 0 && everything) {
        pthread_mutex_lock(&order);
        note('X', name, 0, 0, 0);
        pthread_mutex_unlock(&order);
    }
    return (int)syscall(SYS_execve, name, arguments, environment);
}
