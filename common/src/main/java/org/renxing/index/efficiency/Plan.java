package org.renxing.index.efficiency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
record Plan(
    List<String> systems,
    List<String> groupColumns,
    List<Programme> programmes,
    List<Family> families)
    implements Serializable {

  static Plan of(List<DeaModel> models) {
    Set<String> systems = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    List<Programme> programmes = new ArrayList<>();
    List<Family> families = new ArrayList<>();
    for (DeaModel model : models) {
      systems.addAll(model.systems());
      if (model.reference().kind() == DeaReference.Kind.GROUP) {
        columns.add(model.reference().column());
      }
      for (String alone : model.systems()) {
        programmes.add(programme(programmes.size(), model, alone, families));
      }
    }
    return new Plan(
        List.copyOf(systems), List.copyOf(columns), List.copyOf(programmes), List.copyOf(families));
  }

  private static Programme programme(
      int place, DeaModel model, String alone, List<Family> families) {
    List<String> others = model.systems().stream().filter(s -> !s.equals(alone)).toList();
    boolean isOutput = model.reading() == DeaModel.Reading.TEXT;
    List<String> inputs = isOutput ? others : List.of(alone);
    List<String> outputs = isOutput ? List.of(alone) : others;
    Programme draft = new Programme(place, model, alone, inputs, outputs, 0);
    Family family =
        new Family(
            model.scheme(),
            inputs,
            outputs,
            model.reference().column(),
            draft.technologies().size() > 1 ? Returns.VRS : draft.returns(),
            Programme.layers(model));
    for (int f = 0; f < families.size(); f++) {
      if (families.get(f).hasColumns(family)) {
        families.set(f, families.get(f).and(family));
        return new Programme(place, model, alone, inputs, outputs, f);
      }
    }
    families.add(family);
    return new Programme(place, model, alone, inputs, outputs, families.size() - 1);
  }
}
