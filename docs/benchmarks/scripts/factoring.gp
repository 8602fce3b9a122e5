\\ Times PARI's factorint on the numbers of factoring-numbers.txt: median of five runs each, in milliseconds.
\\ Run by factoring.sh, or: gp -q -f docs/benchmarks/scripts/factoring.gp < /dev/null
numbers = readvec("docs/benchmarks/scripts/factoring-numbers.txt");
for (i = 1, #numbers, {
  times = vector(5, k, my (start = getwalltime()); factorint(numbers[i]); getwalltime() - start);
  times = vecsort(times);
  print(#Str(numbers[i]), " digits ", numbers[i], " median ", times[3], " ms, least ", times[1], " ms")
});
