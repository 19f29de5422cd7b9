package org.renxing.efficiency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.renxing.dea.Observations;
import org.renxing.dea.Returns;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaReference;

/**
 * All that is asked of the units, and the order of the columns in which their scores come.
 *
 * @param systems systems whose scores are read
 * @param groupColumns attributes of units by which reference sets are parted
 * @param programmes every model with every system standing alone once
 * @param families frontiers that the programmes share
 */
public record Plan(
    List<String> systems,
    List<String> groupColumns,
    List<DeaSpecification> programmes,
    List<SharedFrontier> families)
    implements Serializable {

  public Plan {
    systems = List.copyOf(systems);
    groupColumns = List.copyOf(groupColumns);
    programmes = List.copyOf(programmes);
    families = List.copyOf(families);
  }

  /** The plan of one model or more. */
  public static Plan of(List<DeaModel> models) {
    Set<String> systems = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    List<DeaSpecification> programmes = new ArrayList<>();
    List<SharedFrontier> families = new ArrayList<>();
    for (DeaModel model : models) {
      systems.addAll(model.systems());
      if (model.reference().kind() == DeaReference.Kind.GROUP) {
        columns.add(model.reference().column());
      }
      for (String alone : model.systems()) {
        programmes.add(programme(programmes.size(), model, alone, families));
      }
    }
    return new Plan(new ArrayList<>(systems), new ArrayList<>(columns), programmes, families);
  }

  /** The programme that an answer is of. */
  public DeaSpecification of(Answer answer) {
    return programmes.get(answer.programme());
  }

  private static DeaSpecification programme(
      int place, DeaModel model, String alone, List<SharedFrontier> families) {
    List<String> others = model.systems().stream().filter(s -> !s.equals(alone)).toList();
    boolean isOutput = model.reading() == DeaModel.Reading.TEXT;
    List<String> inputs = isOutput ? others : List.of(alone);
    List<String> outputs = isOutput ? List.of(alone) : others;
    DeaSpecification draft = new DeaSpecification(place, model, alone, inputs, outputs, 0);
    SharedFrontier family =
        new SharedFrontier(
            model.scheme(),
            inputs,
            outputs,
            model.reference().column(),
            draft.technologies().size() > 1 ? Returns.VRS : draft.returns(),
            DeaSpecification.layers(model));
    for (int f = 0; f < families.size(); f++) {
      if (families.get(f).hasColumns(family)) {
        families.set(f, families.get(f).and(family));
        return new DeaSpecification(place, model, alone, inputs, outputs, f);
      }
    }
    families.add(family);
    return new DeaSpecification(place, model, alone, inputs, outputs, families.size() - 1);
  }

  /** Whether a unit has a score of every system of a family. */
  boolean hasAll(UnitYear unit, SharedFrontier family) {
    return Stream.concat(family.inputs().stream(), family.outputs().stream())
        .noneMatch(system -> Double.isNaN(score(unit, system)));
  }

  /** Whether a unit has a value in the column, if there is one. */
  boolean hasGroup(UnitYear unit, String column) {
    return column.isEmpty() || !group(unit, column).isEmpty();
  }

  /** A unit's value in the column; empty where it has none, or there is no column. */
  String group(UnitYear unit, String column) {
    return column.isEmpty() ? "" : unit.groups().get(groupColumns.indexOf(column));
  }

  /** Some units with the columns of a family, as the engine takes them. */
  Observations observations(List<UnitYear> units, SharedFrontier family) {
    return Observations.of(
        family.inputs(),
        family.outputs(),
        units.stream().map(UnitYear::key).toList(),
        values(units, family.inputs()),
        values(units, family.outputs()));
  }

  private double[][] values(List<UnitYear> units, List<String> some) {
    return units.stream()
        .map(unit -> some.stream().mapToDouble(system -> score(unit, system)).toArray())
        .toArray(double[][]::new);
  }

  /** The score of a unit's system; NaN where missing. */
  public double score(UnitYear unit, String system) {
    return unit.scores().get(systems.indexOf(system));
  }
}
