#!/usr/bin/env bash
# Numbers of 40 to 130 bits, one thread, this toolkit and PARI/GP. Run from the root of the checkout,
# after: mvn -q -pl lfsr-bench -am package -DskipTests    and, on Debian: apt-get install pari-gp
set -eu
main=org.lfsrtoolkit.bench.integer.FactoringBySize
classpath=lfsr-bench/target/benchmarks.jar
export NUMBERS="${TMPDIR:-/tmp}/factoring-sizes.txt"
java -cp "$classpath" "$main" --write "$NUMBERS"
echo "== toolkit, one thread"
java -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 -cp "$classpath" "$main"
echo "== PARI/GP"
gp -q -f docs/benchmarks/scripts/factoring-sizes.gp < /dev/null
