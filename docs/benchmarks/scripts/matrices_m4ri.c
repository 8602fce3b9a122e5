/* Times M4RI on random matrices over GF(2).
 * Build: cc -O3 -march=native matrices_m4ri.c -o matrices_m4ri -lm4ri     Run: ./matrices_m4ri OPERATIONS SIDE...
 * with the letters p(roduct) r(ank) i(nverse). The first matrix is invertible. Prints milliseconds: the least time of runs for
 * 0.3 s, at least five. */
#include <m4ri/m4ri.h>
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

static int rank(mzd_t *a) {
  mzd_t *copy = mzd_copy(NULL, a);
  int r = mzd_echelonize(copy, 0);
  mzd_free(copy);
  return r;
}

int main(int count, char **arguments) {
  if (count < 3) return 2;
  srandom(17);
  for (int i = 2; i < count; i++) {
    int n = atoi(arguments[i]);
    mzd_t *a = mzd_init(n, n), *b = mzd_init(n, n);
    do {
      mzd_randomize(a);
    } while (rank(a) != n);
    mzd_randomize(b);
    printf("m4ri GF(2) side %d", n);
    for (const char *o = arguments[1]; *o; o++) {
      if (*o == 'p') BEST("product", mzd_free(mzd_mul(NULL, a, b, 0)));
      if (*o == 'r') BEST("rank", rank(a));
      if (*o == 'i') BEST("inverse", mzd_free(mzd_inv_m4ri(NULL, a, 0)));
    }
    printf("\n");
    mzd_free(a);
    mzd_free(b);
  }
  return 0;
}
