package org.renxing.jobs.gold.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.SpaceOptions.Adjacency;
import org.renxing.run.Needs;
import org.renxing.testing.Systems;

/** Tables of neighbours as people give them. */
class NeighbourPairsTest {
  private static Map<String, Set<String>> pairs(String text) {
    return new NeighbourPairs(new Adjacency("pairs.csv", "a", "b"), text).read();
  }

  @Test
  void oneRowAPair() {
    assertThat(pairs("b,length,a\n2,10,1\n3,,1\n 3 ,5,1\n1,2,2\n"))
        .isEqualTo(Map.of("1", Set.of("2", "3"), "2", Set.of("1")));
    assertThat(pairs("a,b\n")).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> pairs("a,b\n1,2\n3,\n"))
        .hasMessage("pairs.csv:3: column b is empty; every row names two units")
        .matches(e -> ((RenxingException) e).code() == ErrorCode.CONFIGURATION);
    assertThatThrownBy(() -> pairs("a,c\n1,2\n"))
        .hasMessage("pairs.csv:2: column b is missing; there are [a, c]");
  }

  /** Nearest neighbours read no file, and a scenario's fingerprint says which rule holds. */
  @Test
  void configurationNamesTheRule() {
    var scenario =
        Systems.scenario(
            Systems.index(Systems.node("s", Systems.leaf("x", "x"))),
            "2020",
            Systems.DEFAULT_IMPUTATION,
            "");
    LocalMoran table = new LocalMoran(new LakeFiles(new Configuration(false)));
    assertThat(new Needs(table.spec().name(), table.needs()).configuration(scenario))
        .contains("\nspatial autocorrelation=[[knn:4, []], 999, 20250101]");
  }
}
