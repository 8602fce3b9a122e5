\\ Times of PARI's fflog in groups of prime order (mean of nine), and in whole groups GF(2^n)*. Run by logarithms.sh.
default(parisizemax, "1G");
setrand(1);
inPrimeOrder(p, n, bits) = {
  my(g = ffgen(p^n, 'x), o = factor(p^n - 1), r = 1, G = g^0, k, h, start);
  for (i = 1, #o~, if (#binary(o[i,1]) <= bits, r = o[i,1]));
  while (G == 1, G = random(g)^((p^n - 1) / r));
  start = getwalltime();
  for (i = 1, 9, k = random(r); h = G^k; if (fflog(h, G, [r, Mat([r, 1])]) != k, error("wrong")));
  printf("GF(%d^%d) prime of %d bits: mean %d ms\n", p, n, #binary(r), (getwalltime() - start) / 9);
}
inWholeGroup(n) = {
  my(g = ffgen(2^n, 'x), o = factor(2^n - 1), G = ffprimroot(g), k = random(2^n - 1), h = G^k, start = getwalltime());
  if (fflog(h, G, [2^n - 1, o]) != k, error("wrong"));
  printf("GF(2^%d) whole group, largest prime of %d bits: %d ms\n", n, #binary(o[#o~,1]), getwalltime() - start);
}
inPrimeOrder(2, 41, 40); inPrimeOrder(2, 37, 40); inPrimeOrder(2, 67, 40); inPrimeOrder(2, 59, 44); inPrimeOrder(2, 73, 44);
inPrimeOrder(2, 113, 50); inPrimeOrder(3, 37, 38); inPrimeOrder(65537, 3, 40);
foreach ([61, 89, 127], n, inWholeGroup(n));
