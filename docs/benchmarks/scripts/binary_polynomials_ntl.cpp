// Times NTL on GF(2)[x] at many sizes, for docs/benchmarks/2026-11-21-polynomials.md: best of repeated runs, in microseconds.
// Build and run: g++ -O2 -o binary_polynomials_ntl binary_polynomials_ntl.cpp -lntl -lgmp -lpthread && ./binary_polynomials_ntl
#include <NTL/GF2X.h>
#include <NTL/GF2XFactoring.h>
#include <chrono>
#include <cstdio>

using namespace NTL;

template <class F> static double best(F run) {
  using clock = std::chrono::steady_clock;
  double least = 1e99;
  auto end = clock::now() + std::chrono::milliseconds(400);
  long count = 1;
  while (clock::now() < end || least == 1e99) {
    auto start = clock::now();
    for (long i = 0; i < count; i++) run();
    double each = std::chrono::duration<double, std::micro>(clock::now() - start).count();
    if (each / count < least) least = each / count;
    if (each < 2000) count *= 2;
  }
  return least;
}

int main() {
  SetSeed(ZZ(5));
  for (long n : {128L, 512L, 2048L, 8192L, 20000L, 40000L, 100000L, 1000000L, 10000000L}) {
    GF2X f = random_GF2X(n), a = random_GF2X(n), b = random_GF2X(n), c, d, e;
    SetCoeff(f, n);
    SetCoeff(a, n - 1);
    printf("n=%ld mul %.3f", n, best([&] { mul(c, a, b); }));
    if (n <= 100000) {
      GF2XModulus m(f);
      printf(" mulmod %.3f sqrmod %.3f", best([&] { MulMod(c, a, b, m); }), best([&] { SqrMod(c, a, m); }));
      printf(" gcd %.3f xgcd %.3f", best([&] { GCD(c, a, f); }), best([&] { XGCD(c, d, e, a, f); }));
      for (GCD(c, a, f); !IsOne(c); GCD(c, a, f)) random(a, n);
      printf(" inverse %.3f", best([&] { InvMod(c, a, f); }));
    }
    printf("\n");
  }
}
