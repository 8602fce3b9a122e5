/* Times FLINT's nmod_berlekamp_massey (half-gcd) on random sequences: best of repeated runs, in milliseconds.
   Build and run: gcc -O2 -o recurrences_flint recurrences_flint.c -lflint -lgmp && ./recurrences_flint */
#include <flint/flint.h>
#include <flint/nmod_poly.h>
#include <stdio.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(void) {
  const ulong primes[] = {2, 3, 101, 2147483647};
  const long lengths[] = {500, 2000, 20000};
  flint_rand_t state;
  flint_randinit(state);
  for (int i = 0; i < 4; i++) {
    for (int j = 0; j < 3; j++) {
      double best = 1e99, end = now() + 500;
      do {
        nmod_berlekamp_massey_t b;
        nmod_berlekamp_massey_init(b, primes[i]);
        for (long k = 0; k < lengths[j]; k++) nmod_berlekamp_massey_add_point(b, n_randint(state, primes[i]));
        double start = now();
        nmod_berlekamp_massey_reduce(b);
        double ms = now() - start;
        if (ms < best) best = ms;
        nmod_berlekamp_massey_clear(b);
      } while (now() < end);
      printf("%12lu %8ld %12.3f\n", primes[i], lengths[j], best);
    }
  }
  flint_randclear(state);
}
