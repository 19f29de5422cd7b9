package org.renxing.config;

import java.nio.file.Path;
import java.util.Optional;
import org.renxing.model.SpaceOptions;
import org.renxing.model.SpaceOptions.Adjacency;
import org.renxing.model.SpaceOptions.Weights;

/** Reads which units of a scenario are neighbours. */
final class SpaceReader {
  private static final SpaceOptions STANDARD = SpaceOptions.standard();
  private static final int MOST_NEIGHBOURS = 1000;

  private final Path home;

  SpaceReader(Path home) {
    this.home = home;
  }

  Optional<SpaceOptions> read(Section s) {
    Weights weights = s.choice("weights", Weights.class, STANDARD.weights());
    int k = s.wholeNumber("k", 1, MOST_NEIGHBOURS).orElse(STANDARD.k());
    double bandKm = s.number("band-km", STANDARD.bandKm(), v -> v > 0, "above 0");
    Adjacency adjacency = adjacency(s.section("adjacency"));
    int permutations =
        s.wholeNumber("permutations", 19, SpaceOptions.MOST_PERMUTATIONS)
            .orElse(STANDARD.permutations());
    int seed = s.wholeNumber("seed", 0, Integer.MAX_VALUE).orElse((int) STANDARD.seed());
    return s.build(() -> new SpaceOptions(weights, k, bandKm, adjacency, permutations, seed));
  }

  private Adjacency adjacency(Section s) {
    Adjacency none = Adjacency.none();
    String file = s.text("file", none.file());
    String unit = s.text("unit-column", none.unitColumn());
    String neighbour = s.text("neighbour-column", none.neighbourColumn());
    s.finish();
    return new Adjacency(HomePath.of(home, file), unit, neighbour);
  }
}
