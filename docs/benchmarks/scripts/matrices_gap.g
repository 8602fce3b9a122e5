# Times GAP on random matrices over finite fields.    Run: gap -q < matrices_gap.g
# Prints: field, operation, side, seconds (best of three).
# Polynomials and orders are computed on fresh copies, since GAP remembers what it found out about a matrix.

Best := function(task, count)
  local best, r, i, t;
  best := infinity;
  for r in [1 .. 3] do
    t := NanosecondsSinceEpoch();
    for i in [1 .. count] do task(); od;
    t := Int((NanosecondsSinceEpoch() - t) / count);
    if t < best then best := t; fi;
  od;
  return Float(best) / 10.0^9;
end;

Show := function(q, name, n, seconds)
  Print(q, " ", name, " ", n, " ", seconds, "\n");
end;

Fresh := function(rows, q)
  local m;
  m := List(rows, ShallowCopy);
  ConvertToMatrixRep(m, q);
  return m;
end;

for task in [ [2, 256, 1], [2, 1000, 1], [3, 64, 10], [4, 64, 10], [256, 64, 10], [343, 64, 10],
             [3, 200, 1], [4, 200, 1], [256, 200, 1], [343, 200, 1], [3, 1000, 1], [4, 1000, 1] ] do
  q := task[1]; n := task[2]; many := task[3];
  repeat rows := RandomMat(n, n, GF(q)); a := Fresh(rows, q); until RankMat(a) = n;
  b := Fresh(RandomMat(n, n, GF(q)), q);
  Show(q, "product", n, Best(function() return a * b; end, many));
  Show(q, "rank", n, Best(function() return RankMat(Fresh(rows, q)); end, many));
  Show(q, "inverse", n, Best(function() return Inverse(Fresh(rows, q)); end, many));
  if q * n <= 2000 or n <= 200 then
    Show(q, "charpoly", n, Best(function() return CharacteristicPolynomial(Fresh(rows, q)); end, 1));
    Show(q, "minpoly", n, Best(function() return MinimalPolynomial(GF(q), Fresh(rows, q)); end, 1));
  fi;
  if q = 2 and n = 256 then
    Show(q, "order", n, Best(function() return Order(Fresh(rows, q)); end, 1));
  fi;
od;
QUIT;
