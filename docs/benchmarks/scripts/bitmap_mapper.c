/*
 * Plain C baseline: maps a register over GF(q) by walking every cycle from its least state, one bit a state to remember
 * which states were seen. Build: gcc -O3 -march=native -DQ=2 -DD=28 -o bitmap_mapper bitmap_mapper.c
 * With -DSINGULAR a walk that runs into an older one is a tail; a second bitmap tells these from new cycles. -DCONSTANT=1
 * adds 1 to every new symbol over GF(2).
 * Q, D, TOP = Q^(D-1) and FEEDBACK are compile-time constants, so that divisions by powers of q become multiplications
 * or shifts; mapping.sh makes them.
 *
 * Usage: bitmap_mapper P c_0 ... c_(D-1) m_0 ... m_k     (q = P^k; the modulus, low to high, only if k > 1)
 * Prints: cycles, sum of squared lengths modulo 2^64 (a checksum), seconds, ns a state.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint8_t add[Q * Q], mul[Q * Q];

static void tables(int p, int k, const int *modulus) {
  for (int a = 0; a < Q; a++)
    for (int b = 0; b < Q; b++) {
      int x[16] = {0}, y[16] = {0}, z[32] = {0}, sum = 0, product = 0;
      for (int i = 0, r = a; i < k; i++, r /= p) x[i] = r % p;
      for (int i = 0, r = b; i < k; i++, r /= p) y[i] = r % p;
      for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++) z[i + j] = (z[i + j] + x[i] * y[j]) % p;
      for (int i = 2 * k - 2; i >= k; i--)
        for (int j = 0, c = z[i]; j <= k; j++) z[i - k + j] = (z[i - k + j] + (p - c) * modulus[j]) % p;
      for (int i = k - 1; i >= 0; i--) {
        sum = sum * p + (x[i] + y[i]) % p;
        product = product * p + z[i];
      }
      add[a * Q + b] = sum;
      mul[a * Q + b] = product;
    }
}

#ifndef CONSTANT
#define CONSTANT 0
#endif
#if Q == 2
static uint64_t mask;
static inline uint64_t next(uint64_t s) {
  return (s >> 1) | ((uint64_t)((__builtin_popcountll(s & mask) & 1) ^ CONSTANT) << (D - 1));
}
#else
/* FEEDBACK is an expression in s made of the tables and constant powers of Q: see mapping.sh. */
static inline uint64_t next(uint64_t s) {
  return s / Q + (uint64_t)(FEEDBACK) * TOP;
}
#endif

int main(int argc, char **argv) {
  int p = atoi(argv[1]), k = 0;
  for (int n = Q; n > 1; n /= p) k++;
  int modulus[17] = {0, 1};
  for (int i = 0; k > 1 && i <= k; i++) modulus[i] = atoi(argv[2 + D + i]);
  tables(p, k, modulus);
  uint64_t states = 1;
  for (int i = 0; i < D; i++) {
    states *= Q;
#if Q == 2
    mask |= (uint64_t)atoi(argv[2 + i]) << i;
#endif
  }
  uint64_t cycles = 0, sum = 0;
  uint64_t *seen = calloc(states / 64 + 1, 8);
  memset(seen, 0, (states / 64 + 1) * 8);
#ifdef SINGULAR
  uint64_t *walk = calloc(states / 64 + 1, 8);
  memset(walk, 0, (states / 64 + 1) * 8);
#endif
  struct timespec a, b;
  clock_gettime(CLOCK_MONOTONIC, &a);
  for (uint64_t i = 0; i < states; i++) {
    if (seen[i >> 6] >> (i & 63) & 1) continue;
    uint64_t s = i, length = 0;
#ifdef SINGULAR
    for (; !(seen[s >> 6] >> (s & 63) & 1); s = next(s)) {
      seen[s >> 6] |= 1ull << (s & 63);
      walk[s >> 6] |= 1ull << (s & 63);
    }
    if (walk[s >> 6] >> (s & 63) & 1) {
      uint64_t first = s;
      do {
        s = next(s);
        length++;
      } while (s != first);
      cycles++;
      sum += length * length;
    }
    for (s = i; walk[s >> 6] >> (s & 63) & 1; s = next(s)) walk[s >> 6] &= ~(1ull << (s & 63));
#else
    do {
      seen[s >> 6] |= 1ull << (s & 63);
      s = next(s);
      length++;
    } while (s != i);
    cycles++;
    sum += length * length;
#endif
  }
  clock_gettime(CLOCK_MONOTONIC, &b);
  double t = (b.tv_sec - a.tv_sec) + 1e-9 * (b.tv_nsec - a.tv_nsec);
  printf("%lu %lu %.3f %.3f\n", cycles, sum, t, t * 1e9 / states);
  return 0;
}
