package org.renxing.panel;

import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.model.Adjustment;
import org.renxing.model.Adjustment.Boundaries;
import org.renxing.model.Adjustment.Prices;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Imputation;
import org.renxing.model.Imputation.Basis;
import org.renxing.model.Imputation.Ends;
import org.renxing.model.Imputation.Fallback;
import org.renxing.model.Imputation.Interior;
import org.renxing.model.IndexSystem;
import org.renxing.model.PriceBasis;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Systems;

/** Units with gaps, zeros and groups, and scenarios that use every step of the panel. */
public record SimulatedBase(
    Map<String, List<BaseCell>> cells, Map<String, String> groups, Scenario scenario) {
  /** Units whose names begin with u belong to these, by the last digit of the name. */
  public static final List<String> PROVINCES = List.of("P0", "P1");

  /** Two units pass over, the first to a unit that passes over later. */
  public static final List<Merge> MERGES =
      Merge.closure(
          List.of(
              new Merge("u1", "u2", 2004),
              new Merge("u2", "u3", 2006),
              new Merge("u4", "u5", 2009)));

  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("x1", "a / b"), leaf("x2", "ln(c - 0.2)"), leaf("x3", "coalesce(d, a)")),
          node("t", leaf("x4", "(a + c) / (d - 1)"), leaf("x5", "least(a, b, c)")));
  static final List<String> CODES = List.of("a", "b", "c", "d", "p");

  /** A simulation; another seed gives other values, gaps and options. */
  public static SimulatedBase of(long seed, int units) {
    Random random = new Random(seed);
    Map<String, List<BaseCell>> cells = new TreeMap<>();
    Map<String, String> groups = new TreeMap<>();
    List<String> ids = new ArrayList<>(PROVINCES);
    for (int i = 0; i < units; i++) {
      ids.add("u" + i);
    }
    for (String id : ids) {
      groups.put(id, random.nextInt(5) == 0 ? "" : "R" + random.nextInt(3));
      double gaps = random.nextDouble() * random.nextDouble();
      List<BaseCell> own = new ArrayList<>();
      for (String code : CODES) {
        for (int year = 1999; year <= 2010; year++) {
          if (random.nextDouble() > gaps) {
            own.add(cell(random, year, code));
          }
        }
      }
      cells.put(id, own);
    }
    return new SimulatedBase(cells, groups, scenario(random));
  }

  private static BaseCell cell(Random random, int year, String code) {
    int kind = random.nextInt(20);
    double value = kind == 0 ? Double.NaN : kind == 1 ? 0 : Math.exp(random.nextGaussian());
    Set<BaseMark> marks = random.nextInt(4) == 0 ? Set.of(BaseMark.DOUBTFUL) : Set.of();
    return new BaseCell(year, code, value, "s" + random.nextInt(3), "", marks);
  }

  private static Scenario scenario(Random random) {
    Imputation rules =
        new Imputation(
            pick(random, Interior.values()),
            pick(random, Ends.values()),
            pick(random, Fallback.values()),
            "region",
            pick(random, 0.5, 0.8, 1.0),
            Imputation.OverCap.DROP_UNIT,
            random.nextBoolean(),
            pick(random, Basis.values()));
    Adjustment adjustment =
        new Adjustment(
            pick(random, Boundaries.values()),
            pick(random, Optional.empty(), Optional.of(new Prices(2000, "p"))),
            Map.of(
                "a", base("a", Optional.of(PriceBasis.current()), true),
                "b", base("b", Optional.of(PriceBasis.constant(2005)), false),
                "d", base("d", Optional.empty(), true),
                "p", base("p", Optional.empty(), false)));
    return withStatistics(
        Systems.scenario(
            SYSTEM, "2001..2009", rules, pick(random, "", "a > 1 and b > 0.3"), adjustment));
  }

  private static Scenario withStatistics(Scenario given) {
    return new Scenario(
        given.id(),
        given.title(),
        given.titleZh(),
        given.indexSystem(),
        given.population(),
        given.years(),
        given.adjustment(),
        given.imputation(),
        given.normalisation(),
        given.schemes(),
        given.aggregation(),
        given.couplings(),
        given.deaModels(),
        given.groupings(),
        given.analyses(),
        given.rankings(),
        given.space(),
        Map.of(Statistic.GDP_REAL, "a / p", Statistic.GDP, "coalesce(a, b)"),
        given.variables(),
        given.typologies(),
        given.drivers(),
        given.carbon(),
        given.resource(),
        given.asOf());
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... options) {
    return options[random.nextInt(options.length)];
  }

  private static BaseIndicator base(String code, Optional<PriceBasis> price, boolean isAdditive) {
    return new BaseIndicator(
        code, code, code, "", price.isPresent(), price, Optional.empty(), isAdditive);
  }

  /** The province of each unit. */
  public Map<String, String> provinces() {
    Map<String, String> out = new TreeMap<>();
    for (String id : cells.keySet()) {
      if (id.startsWith("u")) {
        out.put(id, PROVINCES.get(Integer.parseInt(id.substring(1)) % PROVINCES.size()));
      }
    }
    return out;
  }

  /** The adjusted units and their panels, by the kernels alone. */
  public List<UnitPanel> panels() {
    PanelKernel kernel = PanelKernel.of(scenario);
    PanelGrid grid = new AdjustmentKernel(scenario, MERGES, provinces()).base(CODES);
    return kernel.reading(grid).build(adjusted(grid)).list();
  }

  /** The adjusted units, by the kernels alone. */
  public Records<UnitBase> adjusted(PanelGrid grid) {
    List<UnitBase> units = new ArrayList<>();
    cells.forEach((id, own) -> units.add(UnitBase.of(grid, id, groups.get(id), own)));
    return new AdjustmentKernel(scenario, MERGES, provinces()).build(grid, LocalRecords.of(units));
  }
}
