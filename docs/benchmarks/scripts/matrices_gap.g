# Times GAP on random matrices over finite fields.
# Run: gap -q -c 'tasks := [ [ q, "operations", [ sides ] ], ... ];' matrices_gap.g < /dev/null
# with the letters p(roduct) r(ank) i(nverse) c(harpoly) m(inpoly) o(rder). The first matrix is invertible. Prints milliseconds: the
# least time of runs for 0.3 s, at least five. Copies, of which GAP remembers nothing, are made outside the times.

Fresh := function(rows, q)
  local m;
  m := List(rows, ShallowCopy);
  ConvertToMatrixRep(m, q);
  return m;
end;

Best := function(name, task, rows, q)
  local best, stop, count, a, t;
  best := infinity;
  count := 0;
  stop := NanosecondsSinceEpoch() + 3 * 10^8;
  while count < 5 or NanosecondsSinceEpoch() < stop do
    a := Fresh(rows, q);
    t := NanosecondsSinceEpoch();
    task(a);
    t := NanosecondsSinceEpoch() - t;
    if t < best then best := t; fi;
    count := count + 1;
  od;
  Print(" ", name, " ", Float(best) / 10.0^6);
end;

for task in tasks do
  for n in task[3] do
    q := task[1];
    repeat rows := RandomMat(n, n, GF(q)); until RankMat(Fresh(rows, q)) = n;
    b := Fresh(RandomMat(n, n, GF(q)), q);
    Print("gap GF(", q, ") side ", n);
    for o in task[2] do
      if o = 'p' then Best("product", a -> a * b, rows, q); fi;
      if o = 'r' then Best("rank", a -> RankMat(a), rows, q); fi;
      if o = 'i' then Best("inverse", a -> Inverse(a), rows, q); fi;
      if o = 'c' then Best("charpoly", a -> CharacteristicPolynomial(a), rows, q); fi;
      if o = 'm' then Best("minpoly", a -> MinimalPolynomial(GF(q), a), rows, q); fi;
      if o = 'o' then Best("order", a -> Order(a), rows, q); fi;
    od;
    Print("\n");
  od;
od;
QUIT;
