\\ Mean processor times of PARI's factorint on the numbers that FactoringBySize wrote to the file NUMBERS, in microseconds: the median
\\ of seven rounds. Run by factoring-sizes.sh.
rounds = 7;
mean(list) = {
  my (reps = max(1, 200 \ #list));
  my (times = vector(rounds, r, gettime();
    for (k = 1, reps, for (i = 1, #list, factorint(list[i]))); gettime() * 1000. / (#list * reps)));
  vecsort(times)[(rounds + 1) / 2];
}
rows = readvec(getenv("NUMBERS"));
for (i = 1, #rows, printf("%4d bits  two primes %10.1f us  random %10.1f us\n", rows[i][1], mean(rows[i][2]), mean(rows[i][3])));
