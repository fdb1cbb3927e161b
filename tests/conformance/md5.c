/* md5.c - the checksum of attachments. Source: RFC 1321. */
#include "conform_private.h"

#include <math.h>
#include <string.h>

#define ROUNDS 64

static uint32_t rotate(uint32_t x, unsigned by)
{
	return x << by | x >> (32 - by);
}

/* Source: RFC 1321 3.4: the integer part of 2^32 times |sin i|. */
static uint32_t constant(int i)
{
	return (uint32_t)(int64_t)floor(fabs(sin((double)i + 1)) * 4294967296.0);
}

static uint32_t mix(int round, const uint32_t s[4])
{
	switch (round / 16) {
	case 0: return (s[1] & s[2]) | (~s[1] & s[3]);
	case 1: return (s[3] & s[1]) | (~s[3] & s[2]);
	case 2: return s[1] ^ s[2] ^ s[3];
	default: return s[2] ^ (s[1] | ~s[3]);
	}
}

static int word_of(int round)
{
	static const int step[] = { 1, 5, 3, 7 }, start[] = { 0, 1, 5, 0 };

	return (start[round / 16] + step[round / 16] * (round % 16)) % 16;
}

static void take_block(uint32_t state[4], const unsigned char block[64])
{
	static const unsigned turns[4][4] = {
		{ 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 }
	};
	uint32_t words[16], s[4];

	for (int i = 0; i < 16; i++)
		words[i] = (uint32_t)block[i * 4] | (uint32_t)block[i * 4 + 1] << 8 |
			   (uint32_t)block[i * 4 + 2] << 16 | (uint32_t)block[i * 4 + 3] << 24;
	memcpy(s, state, sizeof s);
	for (int i = 0; i < ROUNDS; i++) {
		uint32_t sum = s[0] + mix(i, s) + constant(i) + words[word_of(i)];

		s[0] = s[3];
		s[3] = s[2];
		s[2] = s[1];
		s[1] += rotate(sum, turns[i / 16][i % 4]);
	}
	for (int i = 0; i < 4; i++)
		state[i] += s[i];
}

/* The rest of the bytes, a one bit, zeros, the length in bits. */
static void take_tail(uint32_t state[4], struct bytes bytes, size_t done)
{
	unsigned char last[128] = { 0 };
	size_t rest = bytes.length - done, size = rest < 56 ? 64 : 128;
	uint64_t bits = (uint64_t)bytes.length * 8;

	memcpy(last, bytes.data + done, rest);
	last[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		last[size - 8 + i] = (unsigned char)(bits >> (8 * i));
	for (size_t at = 0; at < size; at += 64)
		take_block(state, last + at);
}

void md5_of(struct bytes bytes, unsigned char digest[16])
{
	uint32_t state[4] = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476 };
	size_t done = 0;

	for (; done + 64 <= bytes.length; done += 64)
		take_block(state, (const unsigned char *)bytes.data + done);
	take_tail(state, bytes, done);
	for (int i = 0; i < 16; i++)
		digest[i] = (unsigned char)(state[i / 4] >> (8 * (i % 4)));
}
