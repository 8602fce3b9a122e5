/* Times M4RI on random matrices over GF(2).
 * Build: cc -O3 -march=native matrices_m4ri.c -o matrices_m4ri -lm4ri     Run: ./matrices_m4ri
 * Prints: operation, side, seconds (best of the repetitions). */
#include <m4ri/m4ri.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
  int sides[] = {64, 256, 512, 1000, 4000};
  for (int s = 0; s < 5; s++) {
    int n = sides[s];
    int repetitions = n <= 1000 ? 50 : 5;
    double product = 1e9, rank = 1e9, inverse = 1e9;
    srandom(17);
    mzd_t *a = mzd_init(n, n), *b = mzd_init(n, n);
    do {
      mzd_randomize(a);
      mzd_t *copy = mzd_copy(NULL, a);
      int r = mzd_echelonize(copy, 0);
      mzd_free(copy);
      if (r == n) break;
    } while (1);
    mzd_randomize(b);
    for (int i = 0; i < repetitions; i++) {
      double t = now();
      mzd_t *c = mzd_mul(NULL, a, b, 0);
      t = now() - t;
      if (t < product) product = t;
      mzd_free(c);
      t = now();
      mzd_t *e = mzd_copy(NULL, a);
      if (mzd_echelonize(e, 0) != n) return 1;
      t = now() - t;
      if (t < rank) rank = t;
      mzd_free(e);
      t = now();
      mzd_t *inv = mzd_inv_m4ri(NULL, a, 0);
      t = now() - t;
      if (t < inverse) inverse = t;
      mzd_free(inv);
    }
    printf("product %d %.6f\nrank %d %.6f\ninverse %d %.6f\n", n, product, n, rank, n, inverse);
    mzd_free(a);
    mzd_free(b);
  }
  return 0;
}
