package org.renxing.inequality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Dagum's definitions over all pairs, in decimals of 50 digits. */
final class BruteForce {
  private static final MathContext DIGITS = new MathContext(50);

  final BigDecimal gini;
  BigDecimal within = BigDecimal.ZERO;
  BigDecimal between = BigDecimal.ZERO;
  BigDecimal transvariation = BigDecimal.ZERO;
  BigDecimal ofMeans = BigDecimal.ZERO;

  private final BigDecimal n;
  private final BigDecimal total;

  /** Of values of 0 or more, not all 0. */
  BruteForce(Map<String, List<Double>> groups) {
    List<BigDecimal> all =
        groups.values().stream().flatMap(List::stream).map(BruteForce::of).toList();
    this.n = of(all.size());
    this.total = sum(all);
    this.gini = ratio(sides(all, all, BigDecimal::abs), of(2).multiply(n).multiply(total));
    List<List<BigDecimal>> lists =
        groups.values().stream().map(g -> g.stream().map(BruteForce::of).toList()).toList();
    for (int j = 0; j < lists.size(); j++) {
      addWithin(lists.get(j));
      for (int h = 0; h < j; h++) {
        addPair(lists.get(j), lists.get(h));
      }
    }
  }

  private void addWithin(List<BigDecimal> y) {
    BigDecimal count = of(y.size());
    if (sum(y).signum() > 0) {
      BigDecimal own = ratio(sides(y, y, BigDecimal::abs), of(2).multiply(count).multiply(sum(y)));
      within = within.add(own.multiply(ratio(count, n)).multiply(ratio(sum(y), total)));
    }
  }

  /** G_jh (P_j S_h + P_h S_j), parted by D_jh, with j the group of the larger mean. */
  private void addPair(List<BigDecimal> a, List<BigDecimal> b) {
    BigDecimal meanA = ratio(sum(a), of(a.size()));
    BigDecimal meanB = ratio(sum(b), of(b.size()));
    BigDecimal pairs = of(a.size()).multiply(of(b.size()));
    BigDecimal d = ratio(sides(a, b, x -> x.max(BigDecimal.ZERO)), pairs);
    BigDecimal p = ratio(sides(b, a, x -> x.max(BigDecimal.ZERO)), pairs);
    if (d.add(p).signum() == 0) {
      return;
    }
    BigDecimal gross = ratio(d.add(p), meanA.add(meanB));
    BigDecimal shares =
        ratio(of(a.size()), n)
            .multiply(ratio(sum(b), total))
            .add(ratio(of(b.size()), n).multiply(ratio(sum(a), total)));
    BigDecimal affluence = ratio(d.subtract(p).abs(), d.add(p));
    BigDecimal part = gross.multiply(shares);
    between = between.add(part.multiply(affluence));
    transvariation = transvariation.add(part.multiply(BigDecimal.ONE.subtract(affluence)));
    BigDecimal populations = ratio(pairs, n.multiply(n));
    ofMeans =
        ofMeans.add(ratio(populations.multiply(meanA.subtract(meanB).abs()).multiply(n), total));
  }

  private static BigDecimal sides(
      List<BigDecimal> a, List<BigDecimal> b, Function<BigDecimal, BigDecimal> side) {
    BigDecimal out = BigDecimal.ZERO;
    for (BigDecimal x : a) {
      for (BigDecimal y : b) {
        out = out.add(side.apply(x.subtract(y)));
      }
    }
    return out;
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal ratio(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  private static BigDecimal of(double x) {
    return new BigDecimal(x);
  }
}
