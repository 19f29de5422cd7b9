package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.IndexSystem;

/** An index system in a file of its own, outside any home folder. */
public final class IndexSystemFile {
  private IndexSystemFile() {}

  /** Loads with the {@linkplain Vocabulary#standard() standard vocabulary}. */
  public static IndexSystem load(Path file) {
    return load(file, Vocabulary.standard());
  }

  /**
   * Loads and checks it, save that its expressions may name anything. Its id is the file's name
   * without {@code .conf}.
   *
   * @throws org.renxing.model.RenxingException of code CONFIGURATION, with every problem on a line
   *     of its own
   */
  public static IndexSystem load(Path file, Vocabulary vocabulary) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    Report report = new Report();
    Reading reading = new Reading(report, new Places(folder.toString()));
    String name = absolute.getFileName().toString();
    String id = name.replaceFirst("\\.conf$", "");
    Config open = new Layers(folder, reading).mounted(name, "index-systems", id);
    ConfigObject tree =
        new Substitutions(variable -> Optional.empty(), reading).resolve(open, folder.toString());
    Section section =
        new Section(tree, "", new Place(name, 0), reading).section("index-systems").section(id);
    Optional<IndexSystem> system =
        section.isBroken()
            ? Optional.empty()
            : IndexSystemReader.read(
                id,
                section,
                new Binder(folder, vocabulary, Map.of()),
                new ExpressionCheck(vocabulary, Catalog.unknown()));
    report.throwIfAny();
    return system.orElseThrow();
  }
}
