package org.renxing.shrinkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.numerics.Distribution;
import org.renxing.panel.UnitFigures;
import org.renxing.shrinkage.UnitSpan.Ends;

/**
 * Loss of residents and of labour in the parts of a unit, such as its townships (X: "over or near
 * 30 %"), over a span. Changes of the boundaries of parts are not known and not looked at.
 *
 * @param level all, or the level of the parts, such as mining_town and rural_town
 * @param parts how many there are
 * @param residents loss of residents
 * @param labour loss of those of working age
 */
public record PartLoss(
    String unitId, Span span, String level, long parts, Loss residents, Loss labour)
    implements Serializable {
  /** The parts of every level together. */
  public static final String ALL = "all";

  /** The statistics of parts that it looks at. */
  public static final List<Statistic> WANTED =
      List.of(Statistic.SUB_UNIT_POPULATION, Statistic.SUB_UNIT_LABOUR);

  /**
   * A loss in the parts of a unit.
   *
   * @param observed parts with a figure above 0 at both ends
   * @param heavy change at or below the policy's loss
   * @param near above that, at or below its near loss
   * @param largest the lowest change in %; NaN where none fell
   */
  public record Loss(long observed, long heavy, long near, double largest) implements Serializable {
    private static Loss of(
        Collection<Part> parts, ToDoubleFunction<Part> change, ShrinkagePolicy policy) {
      double[] changes = parts.stream().mapToDouble(change).toArray();
      long heavy = count(changes, policy.lossPct());
      double lowest = Double.NaN;
      for (double one : changes) {
        if (Change.isFall(one).isTrue() && !(lowest <= one)) {
          lowest = one;
        }
      }
      return new Loss(
          Distribution.of(changes).n(), heavy, count(changes, policy.nearPct()) - heavy, lowest);
    }

    private static long count(double[] changes, double limit) {
      long out = 0;
      for (double change : changes) {
        out += Change.isAtMost(change, limit).isTrue() ? 1 : 0;
      }
      return out;
    }

    /** Share of the heavy and near losses in those observed; NaN for none. */
    public double share() {
      return (double) (heavy + near) / observed;
    }
  }

  /**
   * A part of a unit over a span.
   *
   * @param parentId the unit
   * @param residents change in %
   * @param labour the same of those of working age
   */
  public record Part(String parentId, String level, Span span, double residents, double labour)
      implements Serializable {
    /** A part in each of some spans. */
    public static List<Part> of(UnitFigures part, String parentId, String level, List<Span> spans) {
      return spans.stream()
          .map(
              span ->
                  new Part(
                      parentId,
                      level,
                      span,
                      Ends.of(part, Statistic.SUB_UNIT_POPULATION, span).change(),
                      Ends.of(part, Statistic.SUB_UNIT_LABOUR, span).change()))
          .toList();
    }
  }

  /**
   * The losses in the parts of one unit over one span, of all and by level.
   *
   * @param parts one or more
   */
  public static List<PartLoss> of(List<Part> parts, ShrinkagePolicy policy) {
    Map<String, List<Part>> byLevel = new TreeMap<>();
    for (Part part : parts) {
      byLevel.computeIfAbsent(part.level(), level -> new ArrayList<>()).add(part);
    }
    byLevel.put(ALL, parts);
    List<PartLoss> out = new ArrayList<>();
    byLevel.forEach(
        (level, those) ->
            out.add(
                new PartLoss(
                    those.get(0).parentId(),
                    those.get(0).span(),
                    level,
                    those.size(),
                    Loss.of(those, Part::residents, policy),
                    Loss.of(those, Part::labour, policy))));
    return out;
  }
}
