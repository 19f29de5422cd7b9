package org.renxing.efficiency;

import static java.util.stream.Collectors.groupingBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.renxing.dea.Frontier;
import org.renxing.dea.Observations;
import org.renxing.dea.Returns;
import org.renxing.dea.Technology;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The technology of every reference set, by its frontier alone: what every processor gets. It is
 * the same however the units were parted.
 */
final class Frontiers implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Units that one evaluator scores, about: enough to learn the frontier but once. */
  private static final int BLOCK = 4096;

  private final Map<Reference, Technology> technologies;
  private final Map<Part, Integer> sizes;

  private Frontiers(Map<Reference, Technology> technologies, Map<Part, Integer> sizes) {
    this.technologies = technologies;
    this.sizes = sizes;
  }

  /** A reference set under some returns to scale. */
  private record Reference(int programme, Returns returns, int setYear, String group)
      implements Serializable {}

  /** Units of a family, year and group. */
  private record Part(int family, int year, String group) implements Serializable {}

  /**
   * The frontiers of the unions.
   *
   * @throws RenxingException DATA_CHECK where a unit was refused; the first by scheme, year and
   *     unit is named
   */
  static Frontiers of(Plan plan, List<Cell> cells) {
    requireAccepted(plan, cells);
    Map<Part, Integer> sizes = new HashMap<>();
    cells.forEach(
        c -> sizes.merge(new Part(c.family(), c.year(), c.group()), c.size(), Integer::sum));
    Set<Reference> wanted = new LinkedHashSet<>();
    for (DeaSpecification p : plan.programmes()) {
      for (Part part : sizes.keySet()) {
        if (part.family() == p.family()) {
          int setYear = p.model().reference().setYear(part.year());
          p.technologies()
              .forEach(r -> wanted.add(new Reference(p.place(), r, setYear, part.group())));
        }
      }
    }
    Map<Integer, List<Cell>> byFamily = cells.stream().collect(groupingBy(Cell::family));
    Map<Reference, Technology> out = new ConcurrentHashMap<>();
    wanted.parallelStream()
        .forEach(
            reference -> {
              DeaSpecification p = plan.programmes().get(reference.programme());
              out.put(reference, technology(p, reference, byFamily.get(p.family())));
            });
    return new Frontiers(new HashMap<>(out), sizes);
  }

  private static Technology technology(DeaSpecification p, Reference reference, List<Cell> cells) {
    List<Observations> parts = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.group().equals(reference.group())
          && p.model().reference().admits(reference.setYear(), cell.year())) {
        parts.addAll(cell.frontier());
      }
    }
    Observations union = parts.stream().reduce(Observations::and).orElseThrow();
    int layers = DeaSpecification.layers(p.model());
    return new Technology(Frontier.layers(union, reference.returns(), layers), reference.returns());
  }

  private static void requireAccepted(Plan plan, List<Cell> cells) {
    Optional<Cell> refused = cells.stream().filter(c -> !c.refusal().isEmpty()).min(Cell.ORDER);
    if (refused.isPresent()) {
      SharedFrontier family = plan.families().get(refused.get().family());
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          "scores of scheme " + family.scheme() + ": " + refused.get().refusal());
    }
  }

  /** The technology with which a unit-year that has all its scores is compared. */
  Technology technology(DeaSpecification programme, Returns returns, int year, String group) {
    int setYear = programme.model().reference().setYear(year);
    return Optional.ofNullable(
            technologies.get(new Reference(programme.place(), returns, setYear, group)))
        .orElseThrow();
  }

  /** In which block of its year and group a unit is scored; it depends on nothing but the data. */
  int block(DeaSpecification programme, int year, String group, String unitId) {
    int size = sizes.getOrDefault(new Part(programme.family(), year, group), 0);
    return Math.floorMod(unitId.hashCode(), 1 + size / BLOCK);
  }

  /** About how many blocks there are. */
  int blocks(Plan plan) {
    int out = 0;
    for (Map.Entry<Part, Integer> part : sizes.entrySet()) {
      long programmes =
          plan.programmes().stream().filter(p -> p.family() == part.getKey().family()).count();
      out += (int) programmes * (1 + part.getValue() / BLOCK);
    }
    return out;
  }
}
