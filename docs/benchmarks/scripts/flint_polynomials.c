/* Times FLINT on the operations of docs/benchmarks/2026-11-21-polynomials.md: best of repeated runs, in microseconds.
   Build and run: gcc -O2 -o flint_polynomials flint_polynomials.c -lflint -lgmp && ./flint_polynomials */
#include <flint/flint.h>
#include <flint/nmod_poly.h>
#include <stdio.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

#define BEST(result, statement)                                    \
  do {                                                             \
    double least = 1e99, end = now() + 4e5;                        \
    long count = 1;                                                \
    while (now() < end || least == 1e99) {                         \
      double start = now();                                        \
      for (long i = 0; i < count; i++) { statement; }              \
      double each = now() - start;                                 \
      if (each / count < least) least = each / count;              \
      if (each < 2000) count *= 2;                                 \
    }                                                              \
    result = least;                                                \
  } while (0)

int main(void) {
  mp_limb_t primes[] = {2, 3, 2147483647, 2305843009213693951};
  long degrees[] = {128, 2048, 20000};
  flint_rand_t state;
  flint_randinit(state);
  for (int i = 0; i < 4; i++) {
    for (int j = 0; j < 3; j++) {
      long n = degrees[j];
      nmod_poly_t a, b, c, f, inverse;
      nmod_poly_init(a, primes[i]);
      nmod_poly_init(b, primes[i]);
      nmod_poly_init(c, primes[i]);
      nmod_poly_init(f, primes[i]);
      nmod_poly_init(inverse, primes[i]);
      nmod_poly_randtest_monic(f, state, n + 1);
      for (long e = 0; e < n; e++) {
        nmod_poly_set_coeff_ui(f, e, n_randint(state, primes[i]));
        nmod_poly_set_coeff_ui(a, e, n_randint(state, primes[i]));
        nmod_poly_set_coeff_ui(b, e, n_randint(state, primes[i]));
      }
      nmod_poly_reverse(inverse, f, n + 1);
      nmod_poly_inv_series(inverse, inverse, n + 1);
      double product, mulmod, gcd;
      BEST(product, nmod_poly_mul(c, a, b));
      BEST(mulmod, nmod_poly_mulmod_preinv(c, a, b, f, inverse));
      BEST(gcd, nmod_poly_gcd(c, a, b));
      printf("GF(%lu) n=%ld mul %.3f mulmod %.3f gcd %.2f\n", (unsigned long)primes[i], n, product, mulmod, gcd);
    }
  }
  return 0;
}
