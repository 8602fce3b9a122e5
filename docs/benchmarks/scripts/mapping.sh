#!/usr/bin/env bash
# The plain C baseline for every shape of the mapping page; needs gcc. The Java side is
#   java -Xmx2g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.mapping.MappingTable 5 1
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run() { # name q d p arguments…
  local name=$1 q=$2 d=$3
  shift 3
  local coefficients=("${@:2:d}") power=1 top=1 feedback=0 j
  for ((j = 0; j < d; j++)); do
    top=$power
    if [ "${coefficients[j]}" != 0 ]; then
      feedback="add[($feedback)*Q+mul[${coefficients[j]}*Q+s/${power}ull%Q]]"
    fi
    power=$((power * q))
  done
  gcc -O3 -march=native -DQ="$q" -DD="$d" -DTOP="${top}ull" -DFEEDBACK="$feedback" -o "$work/c" "$here/bitmap_mapper.c"
  printf '%-24s %s\n' "$name" "$("$work/c" "$@")"
}
bits() { # degree positions…: coefficients of a register over GF(2)
  local d=$1
  shift
  for ((i = 0; i < d; i++)); do
    case " $* " in *" $i "*) echo -n "1 " ;; *) echo -n "0 " ;; esac
  done
}
run "x^28+x^3+1" 2 28 2 $(bits 28 0 3)
run "x^28+1" 2 28 2 $(bits 28 0)
run "x^28+x^2+1" 2 28 2 $(bits 28 0 2)
run "taps 0x5555" 2 28 2 $(bits 28 0 2 4 6 8 10 12 14)
run "GF(256) d=3" 256 3 2 2 1 0 1 0 1 1 1 0 0 0 1
run "GF(8) d=9" 8 9 2 2 2 0 0 0 0 0 0 0 1 1 0 1
run "GF(16) d=7" 16 7 2 2 2 0 0 0 0 0 1 1 0 0 1
run "GF(4) d=14" 4 14 2 3 1 0 0 0 0 0 0 2 0 0 0 0 0 1 1 1
run "GF(5) d=12" 5 12 5 2 1 0 2 0 0 0 0 0 0 0 0
run "GF(7) d=10" 7 10 7 4 0 0 0 0 0 0 5 5 0
run "GF(9) d=9" 9 9 3 7 0 6 0 0 0 0 2 0 2 2 1
run "GF(3) d=18" 3 18 3 1 0 0 0 0 0 0 0 0 2 0 0 0 2 0 0 0 0
