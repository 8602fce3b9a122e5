#!/usr/bin/env bash
# Factoring side by side: this toolkit (one fresh process, then warm) and PARI/GP. Run from the root of the checkout,
# after: mvn -q -pl lfsr-bench -am package -DskipTests    and, on Debian: apt-get install pari-gp
set -eu
numbers=docs/benchmarks/scripts/factoring-numbers.txt
classpath=lfsr-bench/target/benchmarks.jar
echo "== toolkit"
java -cp "$classpath" org.lfsrtoolkit.bench.integer.FactoringSideBySide "$numbers"
echo "== toolkit, one thread"
java -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 -cp "$classpath" \
  org.lfsrtoolkit.bench.integer.FactoringSideBySide "$numbers"
echo "== toolkit, fresh process for 2^193 - 1"
head -4 "$numbers" | tail -1 > "${TMPDIR:-/tmp}/factoring-one.txt"
java -cp "$classpath" org.lfsrtoolkit.bench.integer.FactoringSideBySide "${TMPDIR:-/tmp}/factoring-one.txt" 1
if command -v gp > /dev/null; then
  echo "== $(gp --version-short 2> /dev/null || true) PARI/GP"
  gp -q -f docs/benchmarks/scripts/factoring.gp < /dev/null
fi
