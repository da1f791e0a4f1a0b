/* SPDX-FileCopyrightText: The Longju authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loaded before a program that drives the image of a stick: after LONGJU_PULL_AFTER bytes that it
 * wrote to it, the stick is gone. The last write is cut there, as when a stick loses its power, and
 * the driver stops. With LONGJU_COUNT_BYTES the bytes so far stand in that file.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long long written = 0;

static int is_image(int descriptor) {
    const char* image = getenv("LONGJU_STICK_IMAGE");
    struct stat wanted;
    struct stat got;
    return image != NULL && stat(image, &wanted) == 0 && fstat(descriptor, &got) == 0 &&
           wanted.st_ino == got.st_ino && wanted.st_dev == got.st_dev;
}

/* How many of `count` bytes still reach the stick. */
static size_t before_the_pull(size_t count) {
    const char* limit = getenv("LONGJU_PULL_AFTER");
    const long long most = limit == NULL ? -1 : atoll(limit);
    const char* told = getenv("LONGJU_COUNT_BYTES");
    if (most >= 0 && written + (long long)count > most) {
        return most > written ? (size_t)(most - written) : 0;
    }
    written += (long long)count;
    if (told != NULL) {
        FILE* file = fopen(told, "w");
        if (file != NULL) {
            fprintf(file, "%lld\n", written);
            fclose(file);
        }
    }
    return count;
}

/* exfat-fuse mounts block devices, and an image is none: a mount of the other kind does as well. */
int mount(const char* source, const char* target, const char* kind, unsigned long flags,
          const void* options) {
    typedef int (*mount_function)(const char*, const char*, const char*, unsigned long,
                                  const void*);
    mount_function real = (mount_function)dlsym(RTLD_NEXT, "mount");
    if (strcmp(kind, "fuseblk") != 0) return real(source, target, kind, flags, options);
    char* plain = strdup(options);
    char* block_size = strstr(plain, "blksize=");
    char* rest = block_size == NULL ? NULL : strchr(block_size, ',');
    if (rest != NULL) memmove(block_size, rest + 1, strlen(rest + 1) + 1);
    const int result = real(source, target, "fuse", flags, plain);
    free(plain);
    return result;
}

typedef ssize_t (*at_function)(int, const void*, size_t, off_t);
typedef ssize_t (*plain_function)(int, const void*, size_t);

static ssize_t write_at(const char* name, int descriptor, const void* bytes, size_t count,
                        off_t at) {
    at_function real = (at_function)dlsym(RTLD_NEXT, name);
    if (!is_image(descriptor)) return real(descriptor, bytes, count, at);
    const size_t reached = before_the_pull(count);
    if (reached == count) return real(descriptor, bytes, count, at);
    if (reached > 0) real(descriptor, bytes, reached, at);
    _exit(1);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t at) {
    return write_at("pwrite", descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at) {
    return write_at("pwrite64", descriptor, bytes, count, at);
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
    plain_function real = (plain_function)dlsym(RTLD_NEXT, "write");
    if (!is_image(descriptor)) return real(descriptor, bytes, count);
    const size_t reached = before_the_pull(count);
    if (reached == count) return real(descriptor, bytes, count);
    if (reached > 0) real(descriptor, bytes, reached);
    _exit(1);
}
