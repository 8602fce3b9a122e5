// Times NTL on the polynomials written by org.lfsrtoolkit.bench.factor.FactorComparison.
// Build: g++ -O2 -o factor_ntl factor_ntl.cpp -lntl -lgmp -lpthread        Run: ./factor_ntl FILE [PREFIX]
// Prints for each name: mean over its polynomials of the least time of 5 rounds in ms, total number of distinct factors.
#include <NTL/GF2EXFactoring.h>
#include <NTL/GF2XFactoring.h>
#include <NTL/ZZ_pX.h>
#include <NTL/lzz_pEXFactoring.h>
#include <NTL/lzz_pXFactoring.h>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>
using namespace NTL;

static std::vector<long> numbers(const std::string &text) {
  std::vector<long> values;
  std::stringstream in(text);
  std::string item;
  while (std::getline(in, item, ',')) values.push_back(std::stol(item));
  return values;
}

template <class F> static double least(F run) {
  double best = 1e30;
  for (int round = 0; round < 5; round++) {
    auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

int main(int argc, char **argv) {
  std::ifstream in(argv[1]);
  std::string prefix = argc > 2 ? argv[2] : "", name, modulusText, text;
  long p;
  std::vector<std::string> order;
  std::map<std::string, std::vector<double>> times;
  std::map<std::string, long> counts;
  while (in >> name >> p >> modulusText >> text) {
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    std::vector<long> m = numbers(modulusText), c = numbers(text);
    long k = m.size() - 1, count = 0;
    double ms;
    if (p == 2 && k == 1) {
      GF2X f;
      for (size_t i = 0; i < c.size(); i++) SetCoeff(f, i, c[i]);
      ms = least([&] { vec_pair_GF2X_long r; CanZass(r, f); count = r.length(); });
    } else if (p == 2) {
      GF2X g;
      for (long i = 0; i <= k; i++) SetCoeff(g, i, m[i]);
      GF2E::init(g);
      GF2EX f;
      for (size_t i = 0; i < c.size(); i++) {
        GF2X e;
        for (long t = 0; t < k; t++) SetCoeff(e, t, c[i] >> t & 1);
        SetCoeff(f, i, to_GF2E(e));
      }
      ms = least([&] { vec_pair_GF2EX_long r; CanZass(r, f); count = r.length(); });
    } else if (k == 1) {
      zz_p::init(p);
      zz_pX f;
      for (size_t i = 0; i < c.size(); i++) SetCoeff(f, i, to_zz_p(c[i]));
      ms = least([&] { vec_pair_zz_pX_long r; CanZass(r, f); count = r.length(); });
    } else {
      zz_p::init(p);
      zz_pX g;
      for (long i = 0; i <= k; i++) SetCoeff(g, i, to_zz_p(m[i]));
      zz_pE::init(g);
      zz_pEX f;
      for (size_t i = 0; i < c.size(); i++) {
        zz_pX e;
        long rest = c[i];
        for (long t = 0; t < k; t++, rest /= p) SetCoeff(e, t, to_zz_p(rest % p));
        SetCoeff(f, i, to_zz_pE(e));
      }
      ms = least([&] { vec_pair_zz_pEX_long r; CanZass(r, f); count = r.length(); });
    }
    if (!times.count(name)) order.push_back(name);
    times[name].push_back(ms);
    counts[name] += count;
  }
  for (auto &n : order) {
    double sum = 0;
    for (double t : times[n]) sum += t;
    std::printf("%s %.3f %ld\n", n.c_str(), sum / times[n].size(), counts[n]);
  }
}
