// Times NTL on the operations of docs/benchmarks/2026-11-21-polynomials.md: best of repeated runs, in microseconds.
// Build and run: g++ -O2 -o ntl_polynomials ntl_polynomials.cpp -lntl -lgmp -lpthread && ./ntl_polynomials
#include <NTL/GF2X.h>
#include <NTL/GF2XFactoring.h>
#include <NTL/ZZ_pX.h>
#include <NTL/lzz_pX.h>
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

template <class P> static P random_monic(long n, P (*make)(long)) {
  P f = make(n);
  SetCoeff(f, n);
  return f;
}

int main() {
  SetSeed(ZZ(5));
  for (long n : {128L, 2048L, 20000L}) {
    GF2X f = random_monic<GF2X>(n, random_GF2X), a = random_GF2X(n), b = random_GF2X(n), c;
    GF2XModulus m(f);
    double product = best([&] { mul(c, a, b); });
    double mulmod = best([&] { MulMod(c, a, b, m); });
    double sqrmod = best([&] { SqrMod(c, a, m); });
    double gcd = best([&] { GCD(c, a, b); });
    printf("GF(2) n=%ld mul %.3f mulmod %.3f sqrmod %.3f gcd %.2f\n", n, product, mulmod, sqrmod, gcd);
  }
  for (long p : {3L, 2147483647L}) {
    zz_p::init(p);
    for (long n : {128L, 2048L, 20000L}) {
      zz_pX f = random_monic<zz_pX>(n, random_zz_pX), a = random_zz_pX(n), b = random_zz_pX(n), c;
      zz_pXModulus m(f);
      double product = best([&] { mul(c, a, b); });
      double mulmod = best([&] { MulMod(c, a, b, m); });
      double gcd = best([&] { GCD(c, a, b); });
      printf("GF(%ld) n=%ld mul %.3f mulmod %.3f gcd %.2f\n", p, n, product, mulmod, gcd);
    }
  }
  ZZ_p::init((ZZ(1) << 61) - 1);
  for (long n : {128L, 2048L, 20000L}) {
    ZZ_pX f = random_monic<ZZ_pX>(n, random_ZZ_pX), a = random_ZZ_pX(n), b = random_ZZ_pX(n), c;
    ZZ_pXModulus m(f);
    double product = best([&] { mul(c, a, b); });
    double mulmod = best([&] { MulMod(c, a, b, m); });
    double gcd = best([&] { GCD(c, a, b); });
    printf("GF(2^61-1) n=%ld mul %.3f mulmod %.3f gcd %.2f\n", n, product, mulmod, gcd);
  }
}
