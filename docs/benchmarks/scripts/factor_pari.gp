\\ Times PARI on the polynomials written by org.lfsrtoolkit.bench.factor.FactorComparison.
\\ Run: gp -q -s 512M factor_pari.gp, with the file named inputs.txt in the current directory.
\\ Prints for each name: mean over its polynomials of the time in ms (many rounds when short), total number of distinct factors.
numbers(s) = [eval(t) | t <- strsplit(s, ",")];
element(c, p, k, a) = { my(s = 0, r = c); for (t = 0, k - 1, s += (r % p) * a^t; r = r \ p); s };
timed(f) = { my(rounds = 1, t, r); while (1, t = getwalltime(); for (i = 1, rounds, r = factor(f)); t = getwalltime() - t; if (t >= 40, return([t / rounds, #r~])); rounds *= 4) };
{
  my(last = "", sum = 0., items = 0, factors = 0, line, w, p, m, c, f, k, a, t);
  my(lines = readstr("inputs.txt"));
  for (i = 1, #lines,
    w = strsplit(lines[i], " ");
    if (#w < 4, next);
    if (w[1] != last && items, printf("%s %.3f %d\n", last, sum / items, factors); sum = 0.; items = 0; factors = 0);
    last = w[1];
    p = eval(w[2]); m = numbers(w[3]); c = numbers(w[4]); k = #m - 1;
    if (k == 1,
      f = Polrev(c) * Mod(1, p),
      a = ffgen(Polrev(m, 'y) * Mod(1, p), 'a);
      f = Polrev([element(e, p, k, a) | e <- c]) * a^0);
    t = timed(f);
    sum += t[1]; items++; factors += t[2]);
  if (items, printf("%s %.3f %d\n", last, sum / items, factors));
}
quit;
