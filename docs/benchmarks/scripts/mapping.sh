#!/usr/bin/env bash
# The plain C baseline for every shape of the mapping page; needs gcc. Arguments choose shapes by the beginning of their
# names; none for all, but those of 2^32 states (2^32) only when named. The Java side is
#   java -Xmx2g -cp lfsr-bench/target/benchmarks.jar org.lfsrtoolkit.bench.mapping.MappingTable 5 1
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wanted=("$@")
is_wanted() { # name
  local w
  [ ${#wanted[@]} -gt 0 ] || case "$1" in "2^32"*) return 1 ;; *) return 0 ;; esac
  for w in "${wanted[@]}"; do
    case "$1" in "$w"*) return 0 ;; esac
  done
  return 1
}
matrix() { # name q d: entries of mapping-matrices.txt
  is_wanted "$1" || return 0
  gcc -O3 -march=native -DQ="$2" -DD="$3" -o "$work/c" "$here/bitmap_matrix_mapper.c"
  printf '%-24s %s\n' "$1" "$(sed -n "/^# $1\$/,/^\$/p" "$here/mapping-matrices.txt" | grep -v '^#' | "$work/c")"
}
options=()
run() { # name q d p arguments…
  local name=$1 q=$2 d=$3
  is_wanted "$name" || return 0
  shift 3
  local coefficients=("${@:2:d}") power=1 top=1 feedback=0 j
  for ((j = 0; j < d; j++)); do
    top=$power
    if [ "${coefficients[j]}" != 0 ]; then
      feedback="add[($feedback)*Q+mul[${coefficients[j]}*Q+s/${power}ull%Q]]"
    fi
    power=$((power * q))
  done
  gcc -O3 -march=native "${options[@]}" -DQ="$q" -DD="$d" -DTOP="${top}ull" -DFEEDBACK="$feedback" -o "$work/c" "$here/bitmap_mapper.c"
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
options=(-DCONSTANT=1)
run "complemented x^28+x^3+1" 2 28 2 $(bits 28 0 3)
options=(-DSINGULAR)
run "singular x^28+x^6+x^3" 2 28 2 $(bits 28 3 6)
options=()
run "2^32 x^32+x^10+x^6+x+1" 2 32 2 $(bits 32 0 1 6 10)
run "2^32 x^32+x^22+x^2+x+1" 2 32 2 $(bits 32 0 1 2 22)
matrix "matrix of side 28, cyclic" 2 28
matrix "matrix of side 28, not cyclic" 2 28
matrix "GF(3) matrix of side 15, cyclic" 3 15
matrix "GF(3) matrix of side 16, not cyclic" 3 16
run "taps 0x5555" 2 28 2 $(bits 28 0 2 4 6 8 10 12 14)
run "GF(256) d=3" 256 3 2 2 1 0 1 0 1 1 1 0 0 0 1
run "GF(8) d=9" 8 9 2 2 2 0 0 0 0 0 0 0 1 1 0 1
run "GF(16) d=7" 16 7 2 2 2 0 0 0 0 0 1 1 0 0 1
run "GF(4) d=14" 4 14 2 3 1 0 0 0 0 0 0 2 0 0 0 0 0 1 1 1
run "GF(5) d=12" 5 12 5 2 1 0 2 0 0 0 0 0 0 0 0
run "GF(7) d=10" 7 10 7 4 0 0 0 0 0 0 5 5 0
run "GF(9) d=9" 9 9 3 7 0 6 0 0 0 0 2 0 2 2 1
run "GF(3) d=18" 3 18 3 1 0 0 0 0 0 0 0 0 2 0 0 0 2 0 0 0 0
