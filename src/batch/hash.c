/* hash.c - SHA-256. Source: FIPS 180-4, by nettle. */
#include "batch_private.h"

#include <nettle/sha2.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define READ_SIZE ((size_t)64 * 1024)

struct hash {
	struct sha256_ctx context;
};

struct hash *hash_begin(struct arena *arena)
{
	struct hash *hash = arena_new(arena, struct hash);

	sha256_init(&hash->context);
	return hash;
}

void hash_add(struct hash *hash, const void *data, size_t length)
{
	sha256_update(&hash->context, length, data);
}

void hash_add_string(struct hash *hash, const char *string)
{
	hash_add(hash, string ? string : "", string ? strlen(string) + 1 : 1);
}

const char *hash_end(struct hash *hash, struct arena *arena)
{
	unsigned char digest[SHA256_DIGEST_SIZE];
	char *hex = arena_alloc(arena, HASH_LENGTH + 1);

	sha256_digest(&hash->context, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
	}
	return hex;
}

const char *hash_bytes(struct arena *arena, const void *data, size_t length)
{
	struct hash *hash = hash_begin(arena);

	hash_add(hash, data, length);
	return hash_end(hash, arena);
}

/* 0 or an errno. */
static int add_descriptor(struct hash *hash, int fd, unsigned long long *size)
{
	unsigned char buffer[READ_SIZE];

	for (;;) {
		ssize_t count = read(fd, buffer, sizeof buffer);

		if (count == 0)
			return 0;
		if (count < 0 && errno != EINTR)
			return errno;
		if (count > 0) {
			hash_add(hash, buffer, (size_t)count);
			*size += (unsigned long long)count;
		}
	}
}

bool hash_file(const char **hex, unsigned long long *size, struct arena *arena, const char *path)
{
	struct hash *hash = hash_begin(arena);
	int fd = open(path, O_RDONLY | O_CLOEXEC), error = errno;

	*size = 0;
	if (fd >= 0) {
		error = add_descriptor(hash, fd, size);
		close(fd);
	}
	*hex = hash_end(hash, arena);
	errno = error;
	return fd >= 0 && error == 0;
}
