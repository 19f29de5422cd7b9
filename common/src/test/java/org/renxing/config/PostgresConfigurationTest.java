package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.PostgresTarget;

/** Where releases are published besides the lake. */
class PostgresConfigurationTest {
  private static final String ROOT = "conf/renxing.conf";
  @TempDir private Path home;

  private ConfTree tree(String text) {
    return new ConfTree(home).append(ROOT, text);
  }

  @Test
  void nowhereUnlessSaid() {
    assertThat(new ConfTree(home).load().settings().postgres()).isEmpty();
    assertThat(tree("publish {}\n").load().settings().postgres()).isEmpty();
  }

  @Test
  void readsTheWholeAndTheUsual() {
    String all =
        """
        publish.postgres { url = "jdbc:postgresql://h/d", user = u, password = { env = PW }
          schema = reports, role = readers, keep = 3, connections = 4 }
        """;
    PostgresTarget target =
        tree(all).variable("PW", "hush").load(Reach.publish()).settings().postgres().orElseThrow();
    assertThat(target.url()).isEqualTo("jdbc:postgresql://h/d");
    assertThat(target.user()).contains("u");
    assertThat(target.password().orElseThrow().reveal()).isEqualTo("hush");
    assertThat(target.role()).contains("readers");
    assertThat(target.keep()).isEqualTo(3);
    assertThat(target.connections()).isEqualTo(4);
    assertThat(target.schemaOf("r00012-ab12cd34")).isEqualTo("reports_r00012_ab12cd34");
    assertThat(target.toString()).doesNotContain("hush");
    PostgresTarget usual =
        new ConfTree(home)
            .append(ROOT, "publish.postgres.url = \"jdbc:postgresql:d\"\n")
            .load()
            .settings()
            .postgres()
            .orElseThrow();
    assertThat(usual.schema()).isEqualTo("gold");
    assertThat(usual.keep()).isEqualTo(2);
    assertThat(usual.connections()).isEqualTo(2);
    assertThat(usual.user()).isEmpty();
    assertThat(usual.password()).isEmpty();
    assertThat(usual.role()).isEmpty();
  }

  @Test
  void problemsNameTheKey() {
    assertThat(tree("publish.postgres { user = u }\n").problems())
        .singleElement()
        .asString()
        .contains("publish.postgres.url: ");
    assertThat(tree("publish.postgres { url = \"jdbc:mysql://h/d\" }\n").problems())
        .singleElement()
        .asString()
        .contains("publish.postgres: url: begins with jdbc:postgresql:");
    assertThat(
            tree("publish.postgres { url = \"jdbc:postgresql:d\", schema = renxing }\n").problems())
        .singleElement()
        .asString()
        .contains("schema 'renxing'");
    assertThat(tree("publish.postgres { url = \"jdbc:postgresql:d\", kep = 1 }\n").problems())
        .singleElement()
        .asString()
        .contains("kep: unknown key; did you mean 'keep'?");
    assertThat(tree("publish.mysql { url = x }\n").problems())
        .singleElement()
        .asString()
        .contains("publish.mysql: unknown key");
  }

  @Test
  void passwordsAreNeverWrittenDown() {
    for (String text :
        new String[] {
          "publish.postgres { url = \"jdbc:postgresql:d\", password = hunter2 }\n",
          "publish.postgres { url = \"jdbc:postgresql://h/d?password=hunter2\" }\n",
          "publish.postgres { url = \"jdbc:postgresql://u:hunter2@h/d\" }\n"
        }) {
      assertThat(tree(text).problems())
          .singleElement()
          .asString()
          .contains("a secret may not be written here")
          .doesNotContain("hunter2");
    }
    assertThat(
            tree("publish.postgres { url = \"jdbc:postgresql:d\", password = { env = NONE } }\n")
                .problems())
        .singleElement()
        .asString()
        .contains("environment variable NONE is not set");
  }
}
