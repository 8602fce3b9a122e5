/* Times FLINT on random matrices over GF(p) (nmod_mat) and GF(p^k) (fq_nmod_mat, Conway modulus).
 * Build: cc -O3 -march=native matrices_flint.c -o matrices_flint -lflint -lgmp     Run: ./matrices_flint
 * Matrices are random invertible ones. Prints: field, operation, side, seconds (best of three). */
#include <flint/flint.h>
#include <flint/fq_nmod_mat.h>
#include <flint/fq_nmod_poly.h>
#include <flint/fq_zech_mat.h>
#include <flint/fq_zech_poly.h>
#include <flint/nmod_mat.h>
#include <flint/nmod_poly.h>
#include <stdio.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

#define BEST(best, statement)                 \
  do {                                        \
    best = 1e9;                               \
    for (int rep = 0; rep < 3; rep++) {       \
      double elapsed = now();                 \
      statement;                              \
      elapsed = now() - elapsed;              \
      if (elapsed < best) best = elapsed;     \
    }                                         \
  } while (0)

static void prime(ulong p, slong n, flint_rand_t state) {
  nmod_mat_t a, b, c;
  nmod_poly_t f;
  double t;
  nmod_mat_init(a, n, n, p);
  nmod_mat_init(b, n, n, p);
  nmod_mat_init(c, n, n, p);
  nmod_poly_init(f, p);
  do {
    nmod_mat_randfull(a, state);
  } while (nmod_mat_rank(a) != n);
  nmod_mat_randfull(b, state);
  BEST(t, nmod_mat_mul(c, a, b));
  printf("%lu product %ld %.6f\n", p, n, t);
  BEST(t, nmod_mat_rank(a));
  printf("%lu rank %ld %.6f\n", p, n, t);
  BEST(t, nmod_mat_inv(c, a));
  printf("%lu inverse %ld %.6f\n", p, n, t);
  if (n > 500) goto done;
  BEST(t, nmod_mat_charpoly(f, a));
  printf("%lu charpoly %ld %.6f\n", p, n, t);
  BEST(t, nmod_mat_minpoly(f, a));
  printf("%lu minpoly %ld %.6f\n", p, n, t);
done:
  fflush(stdout);
  nmod_mat_clear(a);
  nmod_mat_clear(b);
  nmod_mat_clear(c);
  nmod_poly_clear(f);
}

static void extension(ulong p, slong k, slong n, flint_rand_t state) {
  fmpz_t prime;
  fq_zech_ctx_t context;
  fq_zech_mat_t a, b, c;
  fq_zech_poly_t f;
  double t;
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
  BEST(t, fq_zech_mat_mul(c, a, b, context));
  printf("%lu^%ld product %ld %.6f\n", p, k, n, t);
  BEST(t, fq_zech_mat_rank(a, context));
  printf("%lu^%ld rank %ld %.6f\n", p, k, n, t);
  BEST(t, fq_zech_mat_inv(c, a, context));
  printf("%lu^%ld inverse %ld %.6f\n", p, k, n, t);
  if (n > 200) return;
  BEST(t, fq_zech_mat_set(c, a, context); fq_zech_mat_charpoly(f, c, context));
  printf("%lu^%ld charpoly %ld %.6f\n", p, k, n, t);
  BEST(t, fq_zech_mat_minpoly(f, a, context));
  printf("%lu^%ld minpoly %ld %.6f\n", p, k, n, t);
  fflush(stdout);
}

int main(void) {
  flint_rand_t state;
  flint_randinit(state);
  /* Fields over GF(2) at the sides of the page, others at three sides. */
  static const slong sides[] = {64, 200, 1000};
  prime(2, 256, state);
  prime(2, 1000, state);
  for (int i = 0; i < 3; i++) {
    prime(3, sides[i], state);
    prime(101, sides[i], state);
    prime(65537, sides[i], state);
    prime(2147483629UL, sides[i], state);
    prime(2305843009213693951UL, sides[i] < 1000 ? sides[i] : 500, state);
  }
  for (int i = 0; i < 3; i++) {
    slong n = i < 2 ? sides[i] : 500;
    extension(2, 2, n, state);
    extension(2, 8, n, state);
    extension(7, 3, n, state);
  }
  return 0;
}
