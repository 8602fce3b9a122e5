/*
 * Plain C baseline for matrices: v -> v.A over GF(q), q prime, nonsingular, by walking every cycle from its least state, one
 * bit a state to remember which states were seen. Over GF(2) the image is the sum of the rows at the bits set; over other
 * primes digit by digit. Build: gcc -O3 -march=native -DQ=2 -DD=28 -o bitmap_matrix_mapper bitmap_matrix_mapper.c
 *
 * Usage: bitmap_matrix_mapper < entries     (D*D numbers, row by row)
 * Prints: cycles, sum of squared lengths modulo 2^64 (a checksum), seconds, ns a state.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int a[D][D];
static uint64_t row[D];

#if Q == 2
static inline uint64_t next(uint64_t s) {
  uint64_t r = 0;
  for (; s; s &= s - 1) r ^= row[__builtin_ctzll(s)];
  return r;
}
#else
static inline uint64_t next(uint64_t s) {
  int sum[D] = {0};
  for (int i = 0; i < D; i++, s /= Q) {
    int digit = s % Q;
    if (digit)
      for (int j = 0; j < D; j++) sum[j] += digit * a[i][j];
  }
  uint64_t r = 0;
  for (int j = D - 1; j >= 0; j--) r = r * Q + sum[j] % Q;
  return r;
}
#endif

int main(void) {
  uint64_t states = 1;
  for (int i = 0; i < D; i++) {
    states *= Q;
    for (int j = 0; j < D; j++) {
      if (scanf("%d", &a[i][j]) != 1) return 1;
      row[i] |= (uint64_t)a[i][j] << j;
    }
  }
  uint64_t cycles = 0, sum = 0;
  uint64_t *seen = calloc(states / 64 + 1, 8);
  memset(seen, 0, (states / 64 + 1) * 8);
  struct timespec t0, t1;
  clock_gettime(CLOCK_MONOTONIC, &t0);
  for (uint64_t i = 0; i < states; i++) {
    if (seen[i >> 6] >> (i & 63) & 1) continue;
    uint64_t s = i, length = 0;
    do {
      seen[s >> 6] |= 1ull << (s & 63);
      s = next(s);
      length++;
    } while (s != i);
    cycles++;
    sum += length * length;
  }
  clock_gettime(CLOCK_MONOTONIC, &t1);
  double t = (t1.tv_sec - t0.tv_sec) + 1e-9 * (t1.tv_nsec - t0.tv_nsec);
  printf("%lu %lu %.3f %.3f\n", cycles, sum, t, t * 1e9 / states);
  return 0;
}
