package org.renxing.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.PanelRules;
import org.renxing.model.QualityPolicy;
import org.renxing.quality.panel.Figure;
import org.renxing.records.LocalRecords;
import org.renxing.testing.Distributed;

/** Spread over a cluster, the search finds what it finds in one place. */
class SuspectsTest {
  @ParameterizedTest
  @CsvSource({"4, 1", "7, 3", "11, 8"})
  void equalsTheSearchInOnePlace(long seed, int partitions) {
    assertEqual(seed, partitions, RandomPanel.POLICY);
  }

  @Test
  void needsNoChecksOfWholePanels() {
    QualityPolicy all = RandomPanel.POLICY;
    assertEqual(
        4,
        2,
        new QualityPolicy(
            true,
            all.limit(),
            all.leastFactor(),
            all.peerLimit(),
            all.missingShare(),
            all.responses(),
            all.identities(),
            all.ranges(),
            PanelRules.NONE));
  }

  private static void assertEqual(long seed, int partitions, QualityPolicy policy) {
    List<Figure> figures = RandomPanel.of(seed);
    List<Suspect> expected = SuspectSearch.of(policy, List.of()).in(figures);
    assertThat(expected).isNotEmpty();
    Suspects search = new Suspects(policy, List.of());
    assertThat(search.of(LocalRecords.of(groups(figures, seed))).list())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(search.of(Distributed.of(groups(figures, seed), partitions)).list())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The figures of each unit and indicator. */
  private static List<FigureGroup> groups(List<Figure> figures, long seed) {
    Map<String, List<Figure>> parts = new TreeMap<>();
    figures.forEach(x -> parts.computeIfAbsent(x.unit() + x.code(), k -> new ArrayList<>()).add(x));
    List<FigureGroup> out = new ArrayList<>();
    parts.values().forEach(part -> out.add(new FigureGroup(part.get(0).code(), part)));
    Collections.shuffle(out, new Random(seed));
    return out;
  }
}
