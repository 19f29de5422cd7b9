package org.renxing.efficiency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.records.Records;

/**
 * Data envelopment analysis of system scores (R eq. 9–12): all models, years and systems in one
 * stage, here or on Spark.
 *
 * <p>First the frontiers of parts of the units are taken, and of these those of their unions (Barr
 * and Durchholz 1997), which every processor gets. Then the units are scored, block by block. The
 * answer is the same however the units are parted, to the last bit, ties too: blocks depend on the
 * data alone.
 */
public final class DeaStage {
  /** Unit-years of which one frontier is taken at a time, about. */
  private static final int PART = 20_000;

  private DeaStage() {}

  /**
   * What every programme of the plan says of every unit and year of its scheme. A unit-year that
   * lacks a score never enters a reference set. The frontiers are taken at once; the answers when
   * they are read.
   *
   * @param panel is read three times: keep it
   * @throws org.renxing.model.RenxingException DATA_CHECK for a score that is infinite or below 0,
   *     and for a unit whose inputs are all 0, naming unit, year and system
   */
  public static Records<AnswerBlock> blocks(Plan plan, Records<UnitYear> panel) {
    long size = panel.reduce(UnitCount::new).n();
    int parts = (int) (1 + size / PART);
    List<Cell> cells =
        panel
            .sharedOut(
                Integer.MAX_VALUE,
                unit -> unit.year() + "\n" + Math.floorMod(unit.unitId().hashCode(), parts),
                (key, all) -> cells(plan, all).iterator())
            .list();
    Frontiers frontiers = Frontiers.of(plan, cells);
    return panel
        .flatMap(unit -> questions(plan, frontiers, unit).iterator())
        .sharedOut(
            frontiers.blocks(plan),
            Question::ofBlock,
            (block, all) -> answers(plan, frontiers, all));
  }

  /** The same, one by one. */
  public static Records<Answer> answers(Plan plan, Records<UnitYear> panel) {
    return blocks(plan, panel).flatMap(block -> block.answers().iterator());
  }

  /** The frontiers of some units of a year, by family and group. */
  private static List<Cell> cells(Plan plan, List<UnitYear> units) {
    List<Cell> out = new ArrayList<>();
    for (int f = 0; f < plan.families().size(); f++) {
      int family = f;
      Map<String, List<UnitYear>> groups = new TreeMap<>();
      for (UnitYear unit : units) {
        if (isMember(plan, plan.families().get(f), unit)) {
          groups.computeIfAbsent(group(plan, f, unit), g -> new ArrayList<>()).add(unit);
        }
      }
      groups.values().forEach(part -> out.add(Cell.of(plan, family, part)));
    }
    return out;
  }

  private static boolean isMember(Plan plan, SharedFrontier family, UnitYear unit) {
    return unit.scheme().equals(family.scheme())
        && plan.hasGroup(unit, family.groupColumn())
        && plan.hasAll(unit, family);
  }

  private static String group(Plan plan, int family, UnitYear unit) {
    return plan.group(unit, plan.families().get(family).groupColumn());
  }

  private static List<Question> questions(Plan plan, Frontiers frontiers, UnitYear unit) {
    List<Question> out = new ArrayList<>();
    for (DeaSpecification p : plan.programmes()) {
      if (p.model().scheme().equals(unit.scheme())) {
        String group = group(plan, p.family(), unit);
        int block = frontiers.block(p, unit.year(), group, unit.unitId());
        out.add(new Question(unit, p.place(), group, block));
      }
    }
    return out;
  }

  private static Iterator<AnswerBlock> answers(
      Plan plan, Frontiers frontiers, List<Question> block) {
    Desk desk = new Desk(plan, frontiers, block.get(0));
    List<Answer> all =
        block.stream()
            .map(Question::unit)
            .sorted(Comparator.comparing(UnitYear::unitId))
            .map(desk::answer)
            .toList();
    List<AnswerBlock> out = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AnswerBlock.MOST) {
      int to = Math.min(from + AnswerBlock.MOST, all.size());
      out.add(new AnswerBlock(all.subList(from, to)));
    }
    return out.iterator();
  }
}
