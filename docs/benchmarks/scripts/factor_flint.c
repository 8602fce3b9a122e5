/* Times FLINT on the polynomials written by org.lfsrtoolkit.bench.factor.FactorComparison.
 * Build: gcc -O2 -o factor_flint factor_flint.c -lflint -lgmp        Run: ./factor_flint FILE [PREFIX]
 * Prints for each name: mean over its polynomials of the least time of 3 rounds in ms, total number of distinct factors. */
#include <flint/fq_nmod.h>
#include <flint/fq_nmod_poly.h>
#include <flint/fq_nmod_poly_factor.h>
#include <flint/nmod_poly.h>
#include <flint/nmod_poly_factor.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long numbers(char *text, unsigned long *values) {
  long n = 0;
  for (char *item = strtok(text, ","); item; item = strtok(NULL, ",")) values[n++] = strtoul(item, NULL, 10);
  return n;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static char name[256], last[256], modulusText[4096], text[1 << 20];
static unsigned long m[64], c[1 << 16];

int main(int argc, char **argv) {
  FILE *in = fopen(argv[1], "r");
  const char *prefix = argc > 2 ? argv[2] : "";
  unsigned long p;
  double sum = 0;
  long items = 0, factors = 0;
  int more;
  do {
    more = fscanf(in, "%255s %lu %4095s %1048575s", name, &p, modulusText, text) == 4;
    if ((!more || strcmp(name, last) != 0) && items > 0) {
      printf("%s %.3f %ld\n", last, sum / items, factors);
      fflush(stdout);
      sum = 0, items = 0, factors = 0;
    }
    if (!more || strncmp(name, prefix, strlen(prefix)) != 0) continue;
    strcpy(last, name);
    long k = numbers(modulusText, m) - 1, n = numbers(text, c);
    double best = 1e30;
    long count = 0;
    if (k == 1) {
      nmod_poly_t f;
      nmod_poly_init(f, p);
      for (long i = 0; i < n; i++) nmod_poly_set_coeff_ui(f, i, c[i]);
      for (int round = 0; round < 3; round++) {
        nmod_poly_factor_t r;
        nmod_poly_factor_init(r);
        double start = now();
        nmod_poly_factor(r, f);
        double t = now() - start;
        best = t < best ? t : best;
        count = r->num;
        nmod_poly_factor_clear(r);
      }
      nmod_poly_clear(f);
    } else {
      fq_nmod_ctx_t ctx;
      nmod_poly_t g;
      nmod_poly_init(g, p);
      for (long i = 0; i <= k; i++) nmod_poly_set_coeff_ui(g, i, m[i]);
      fq_nmod_ctx_init_modulus(ctx, g, "a");
      fq_nmod_poly_t f;
      fq_nmod_poly_init(f, ctx);
      fq_nmod_t e;
      fq_nmod_init(e, ctx);
      for (long i = 0; i < n; i++) {
        unsigned long rest = c[i];
        nmod_poly_zero(e);
        for (long t = 0; t < k; t++, rest /= p) nmod_poly_set_coeff_ui(e, t, rest % p);
        fq_nmod_poly_set_coeff(f, i, e, ctx);
      }
      for (int round = 0; round < 3; round++) {
        fq_nmod_poly_factor_t r;
        fq_nmod_poly_factor_init(r, ctx);
        fq_nmod_t lead;
        fq_nmod_init(lead, ctx);
        double start = now();
        fq_nmod_poly_factor(r, lead, f, ctx);
        double t = now() - start;
        best = t < best ? t : best;
        count = r->num;
        fq_nmod_clear(lead, ctx);
        fq_nmod_poly_factor_clear(r, ctx);
      }
      fq_nmod_poly_clear(f, ctx);
    }
    sum += best, items++, factors += count;
  } while (more);
  return 0;
}
