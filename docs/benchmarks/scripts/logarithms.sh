#!/usr/bin/env bash
# Discrete logarithms side by side: this toolkit with all cores and with one, and PARI/GP. Run from the root of the checkout,
# after: mvn -q -pl lfsr-bench -am package -DskipTests    and, on Debian: apt-get install pari-gp
set -eu
run="-cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.cycle.LogarithmTimes"
echo "== toolkit"
java $run
echo "== toolkit, one thread"
java -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 $run
echo "== PARI/GP"
gp -q -f docs/benchmarks/scripts/logarithms.gp < /dev/null
