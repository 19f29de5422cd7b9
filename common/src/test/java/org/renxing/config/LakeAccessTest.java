package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.LakeAccess;
import org.renxing.model.RenxingException;

/** How the lake is reached, read by itself, is as the whole configuration says. */
class LakeAccessTest {
  @TempDir private Path home;

  private LakeAccess read(String env, Map<String, String> overrides) {
    return ConfigurationLoader.lake(
        home,
        env,
        overrides,
        name -> Optional.of(name).filter("KEY"::equals).map(n -> "hush"),
        Vocabulary::standard);
  }

  @Test
  void isThatOfTheWhole() {
    ConfTree tree = new ConfTree(home);
    tree.write(
        "conf/env/prod.conf",
        """
        lake { path = ${home}"/other", held-rows = 7 }
        spark { "spark.a" = ${?HOME_OF_NONE}x, "spark.hadoop.fs.s3a.secret.key" = { env = KEY } }
        """);
    LakeAccess fast = read("prod", Map.of("lake.held-rows", "8"));
    LakeAccess whole =
        tree.env("prod")
            .set("lake.held-rows", "8")
            .variable("KEY", "hush")
            .load(Reach.lake())
            .settings()
            .lakeAccess();
    assertThat(fast).usingRecursiveComparison().ignoringFields("sparkSecrets").isEqualTo(whole);
    assertThat(fast.sparkSecrets()).hasSameSizeAs(whole.sparkSecrets());
    assertThat(fast.path()).isEqualTo(home.resolve("other").toString());
    assertThat(fast.heldRows()).isEqualTo(8);
    assertThat(fast.spark())
        .containsEntry("spark.a", "x")
        .containsKey("spark.sql.shuffle.partitions");
    assertThat(fast.sparkSecrets()).containsOnlyKeys("spark.hadoop.fs.s3a.secret.key");
    fast.sparkSecrets().forEach((key, secret) -> assertThat(secret.reveal()).isEqualTo("hush"));
  }

  @Test
  void otherFilesAreNotLookedAt() {
    new ConfTree(home).write("conf/scenarios/small.conf", "title = [\n");
    assertThat(read("default", Map.of()).path()).isEqualTo(home.resolve("lake").toString());
  }

  @Test
  void whatStandsInAnotherFileIsFound() {
    new ConfTree(home)
        .append("conf/renxing.conf", "lake.held-rows = ${sources.yearbook.max}\n")
        .append("conf/sources/yearbook.conf", "max = 5\n");
    assertThat(read("default", Map.of()).heldRows()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lake.path = \"a*b\" | may not have",
        "lake.pth = x | lake.pth: unknown key",
        "lak.path = x | lak: unknown key",
        "lake { | syntax",
        "lake.held-rows = some | lake.held-rows",
        "lake.maintain.keep = 0 | lake.maintain.keep",
      })
  void problemsAreToldAsByTheWhole(String line, String problem) {
    new ConfTree(home).append("conf/renxing.conf", line);
    assertThatThrownBy(() -> read("default", Map.of()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void whatWasTypedHasToBeRight() {
    new ConfTree(home);
    assertThatThrownBy(() -> read("default", Map.of("scenarios.smal.title", "x")))
        .hasMessageContaining("there is no 'smal' in scenarios");
    assertThatThrownBy(() -> read("nowhere", Map.of()))
        .hasMessageContaining("there is no environment 'nowhere'");
  }
}
