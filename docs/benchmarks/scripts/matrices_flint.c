/* Times FLINT on random matrices over GF(p) (nmod_mat) and GF(p^k) (fq_zech_mat, Conway modulus).
 * Build: cc -O3 -march=native matrices_flint.c -o matrices_flint -lflint -lgmp
 * Run:   ./matrices_flint OPERATIONS p k SIDE...   with the letters p(roduct) r(ank) i(nverse) c(harpoly) m(inpoly)
 * The first matrix is invertible. Prints milliseconds: the least time of runs for 0.3 s, at least five. */
#include <flint/flint.h>
#include <flint/fq_zech_mat.h>
#include <flint/fq_zech_poly.h>
#include <flint/nmod_mat.h>
#include <flint/nmod_poly.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

#define BEST(name, statement)                                    \
  do {                                                           \
    double best = 1e9, end = now() + 0.3;                        \
    for (int rep = 0; rep < 5 || now() < end; rep++) {           \
      double elapsed = now();                                    \
      statement;                                                 \
      elapsed = now() - elapsed;                                 \
      if (elapsed < best) best = elapsed;                        \
    }                                                            \
    printf(" %s %.4g", name, 1e3 * best);                        \
    fflush(stdout);                                              \
  } while (0)

static void prime(const char *operations, ulong p, slong n, flint_rand_t state) {
  nmod_mat_t a, b, c;
  nmod_poly_t f;
  nmod_mat_init(a, n, n, p);
  nmod_mat_init(b, n, n, p);
  nmod_mat_init(c, n, n, p);
  nmod_poly_init(f, p);
  do {
    nmod_mat_randfull(a, state);
  } while (nmod_mat_rank(a) != n);
  nmod_mat_randfull(b, state);
  printf("flint GF(%lu) side %ld", p, n);
  for (const char *o = operations; *o; o++) {
    if (*o == 'p') BEST("product", nmod_mat_mul(c, a, b));
    if (*o == 'r') BEST("rank", nmod_mat_rank(a));
    if (*o == 'i') BEST("inverse", nmod_mat_inv(c, a));
    if (*o == 'c') BEST("charpoly", nmod_mat_charpoly(f, a));
    if (*o == 'm') BEST("minpoly", nmod_mat_minpoly(f, a));
  }
  printf("\n");
  nmod_mat_clear(a);
  nmod_mat_clear(b);
  nmod_mat_clear(c);
  nmod_poly_clear(f);
}

static void extension(const char *operations, ulong p, slong k, slong n, flint_rand_t state) {
  fmpz_t prime;
  fq_zech_ctx_t context;
  fq_zech_mat_t a, b, c;
  fq_zech_poly_t f;
  fmpz_init_set_ui(prime, p);
  fq_zech_ctx_init(context, prime, k, "a");
  fq_zech_mat_init(a, n, n, context);
  fq_zech_mat_init(b, n, n, context);
  fq_zech_mat_init(c, n, n, context);
  fq_zech_poly_init(f, context);
  do {
    fq_zech_mat_randtest(a, state, context);
  } while (fq_zech_mat_rank(a, context) != n);
  fq_zech_mat_randtest(b, state, context);
  printf("flint GF(%lu^%ld) side %ld", p, k, n);
  for (const char *o = operations; *o; o++) {
    if (*o == 'p') BEST("product", fq_zech_mat_mul(c, a, b, context));
    if (*o == 'r') BEST("rank", fq_zech_mat_rank(a, context));
    if (*o == 'i') BEST("inverse", fq_zech_mat_inv(c, a, context));
    if (*o == 'c') BEST("charpoly", fq_zech_mat_set(c, a, context); fq_zech_mat_charpoly(f, c, context));
    if (*o == 'm') BEST("minpoly", fq_zech_mat_minpoly(f, a, context));
  }
  printf("\n");
}

int main(int count, char **arguments) {
  flint_rand_t state;
  if (count < 5) return 2;
  flint_randinit(state);
  ulong p = strtoul(arguments[2], NULL, 10);
  slong k = atol(arguments[3]);
  for (int i = 4; i < count; i++) {
    slong n = atol(arguments[i]);
    if (k == 1) {
      prime(arguments[1], p, n, state);
    } else {
      extension(arguments[1], p, k, n, state);
    }
  }
  return 0;
}
