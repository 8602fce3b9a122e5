\\ Cycle structures with PARI/GP: factor the characteristic polynomial over GF(2), the order of x modulo each factor, and
\\ the order of the whole; milliseconds, mean over enough rounds for PARI's clock. Only what the structure needs at least:
\\ no counting of cycles. Run: gp -q -s 1G cycle_structure.gp
order(g) = { my(d = poldegree(g), n = 2^d - 1, x1 = Mod(x * Mod(1, 2), g), f = factor(n)[, 1]);
  for (i = 1, #f, while (n % f[i] == 0 && x1^(n / f[i]) == 1, n /= f[i])); n };
whole(f) = { my(F = factormod(f, 2), L = 1);
  for (i = 1, #F~, if (F[i, 1] != Mod(1, 2) * x, L = lcm(L, order(F[i, 1]) * 2^ceil(log(F[i, 2]) / log(2) - 1e-9)))); L };
timed(name, f, rounds) = { my(t = getabstime()); for (i = 1, rounds, whole(f)); print(name, ": ", (getabstime() - t) / (rounds * 1.), " ms") };
timed("x^20 + x^3 + 1", x^20 + x^3 + 1, 5000);
timed("x^64 + x^4 + x^3 + x + 1", x^64 + x^4 + x^3 + x + 1, 500);
timed("x^89 + x^38 + 1", x^89 + x^38 + 1, 2000);
timed("x^128 + x + 1", x^128 + x + 1, 2000);
timed("x^521 + x^32 + 1", x^521 + x^32 + 1, 20);
