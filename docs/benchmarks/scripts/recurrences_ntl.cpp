// Times NTL's MinPolySeq on random sequences: best of repeated runs, in milliseconds.
// Build and run: g++ -O2 -o recurrences_ntl recurrences_ntl.cpp -lntl -lgmp -lpthread && ./recurrences_ntl
#include <NTL/GF2X.h>
#include <NTL/lzz_pX.h>
#include <NTL/vec_GF2.h>
#include <chrono>
#include <cstdio>

using namespace NTL;

template <class F> static double best(F run) {
  using clock = std::chrono::steady_clock;
  double least = 1e99;
  auto end = clock::now() + std::chrono::milliseconds(500);
  do {
    auto start = clock::now();
    run();
    double ms = std::chrono::duration<double, std::milli>(clock::now() - start).count();
    if (ms < least) least = ms;
  } while (clock::now() < end);
  return least;
}

int main() {
  for (long n : {500L, 2000L, 20000L, 80000L, 640000L}) {
    vec_GF2 a;
    random(a, n);
    GF2X h;
    printf("%12d %8ld %12.3f\n", 2, n, best([&] { MinPolySeq(h, a, n / 2); }));
  }
  for (long p : {3L, 101L, 2147483647L}) {
    zz_p::init(p);
    for (long n : {500L, 2000L, 20000L}) {
      vec_zz_p a;
      random(a, n);
      zz_pX h;
      printf("%12ld %8ld %12.3f\n", p, n, best([&] { MinPolySeq(h, a, n / 2); }));
    }
  }
}
