package org.renxing.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaReference;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;

/** Reads the models of data envelopment analysis of a scenario. */
final class DeaReader {
  private static final String CONTEMPORANEOUS = "contemporaneous";

  private final List<String> known;
  private final Set<String> schemes;

  /**
   * A reader.
   *
   * @param schemes ids of the scenario's weight schemes
   */
  DeaReader(Optional<IndexSystem> system, Set<String> schemes) {
    this.known =
        system.map(s -> s.systems().stream().map(IndexNode::code).toList()).orElse(List.of());
    this.schemes = new TreeSet<>(schemes);
  }

  List<DeaModel> models(Section scenario) {
    List<DeaModel> out = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (Section section : scenario.sections("dea")) {
      model(section, ids).ifPresent(out::add);
    }
    return out;
  }

  private Optional<DeaModel> model(Section s, Set<String> ids) {
    String id = s.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      s.problem("id", "'" + id + "' is used twice");
    }
    String only = schemes.size() == 1 ? schemes.iterator().next() : "";
    String scheme = only.isEmpty() ? s.text("scheme") : s.text("scheme", only);
    if (!scheme.isEmpty() && !schemes.contains(scheme)) {
      s.unknown("scheme", "there is no weight scheme '" + scheme + "'", scheme, schemes);
    }
    List<String> systems = s.texts("systems", known);
    for (String code : systems) {
      if (!known.isEmpty() && !known.contains(code)) {
        s.unknown("systems", "the index system has no system '" + code + "'", code, known);
      }
    }
    var reading = s.choice("reading", DeaModel.Reading.class, DeaModel.Reading.TEXT);
    var kind = s.choice("model", DeaModel.Kind.class, DeaModel.Kind.RADIAL);
    var returns = s.choice("returns", DeaModel.Returns.class, DeaModel.Returns.CRS);
    var orientation =
        s.choice("orientation", DeaModel.Orientation.class, DeaModel.Orientation.INPUT);
    String set = s.text("reference", CONTEMPORANEOUS);
    var reference = s.attempt("reference", () -> DeaReference.parse(set));
    double epsilon =
        s.number("epsilon", 1e-6, e -> e > 0 && e <= 0.001, "above 0 and at most 0.001");
    boolean isScaled = s.flag("scale", true);
    if (known.isEmpty() && systems.isEmpty()) {
      s.finish(); // the index system is missing, which is told elsewhere
      return Optional.empty();
    }
    return s.build(
        () ->
            new DeaModel(
                id,
                scheme,
                systems,
                reading,
                kind,
                returns,
                orientation,
                reference.orElseThrow(),
                epsilon,
                isScaled));
  }
}
