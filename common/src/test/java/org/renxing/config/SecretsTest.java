package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.Secret;

class SecretsTest {
  private static final String SECRET = "hunter2";
  private static final String KEY = "spark.hadoop.fs.s3a.secret.key";
  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home);
  }

  @Test
  void comeFromVariablesAndFilesAndNeverShow() {
    Configuration configuration =
        tree()
            .append(
                "conf/renxing.conf",
                """
                spark {
                  "spark.hadoop.fs.s3a.secret.key" { env = S3_SECRET }
                  spark.hadoop.fs.s3a.access.key { file = keys/access }
                  "spark.hadoop.fs.s3a.aws.credentials.provider" = org.example.Provider
                }
                """)
            .write("keys/access", SECRET + "file\n")
            .variable("S3_SECRET", SECRET)
            .load();
    assertThat(configuration.settings().sparkSecrets())
        .containsOnlyKeys(KEY, "spark.hadoop.fs.s3a.access.key");
    assertThat(configuration.settings().sparkSecrets().values())
        .extracting(Secret::reveal)
        .containsExactlyInAnyOrder(SECRET, SECRET + "file");
    assertThat(configuration.settings().spark())
        .containsOnlyKeys(
            "spark.sql.shuffle.partitions", "spark.hadoop.fs.s3a.aws.credentials.provider");
    assertThat(configuration.entries())
        .contains(new ConfigurationEntry(KEY, "***", "conf/renxing.conf:6"));
    assertThat(configuration.recorded())
        .as("what runs record")
        .containsEntry(KEY, "***")
        .containsEntry("lake.path", "\"${home}/lake\"");
    assertThat(configuration.toString()).doesNotContain(SECRET).contains("***");
  }

  @Test
  void doNotCountInTheHash() {
    String line = "spark { \"" + KEY + "\" { env = A } }\n";
    ConfTree tree = tree().append("conf/renxing.conf", line);
    String hash = tree.variable("A", "one").load().hash();
    assertThat(tree.variable("A", "two").load().hash()).isEqualTo(hash);
  }

  @Test
  void canBeGivenByOverrideAsReference() {
    Configuration configuration = tree().set(KEY, "{ env = A }").variable("A", SECRET).load();
    assertThat(configuration.settings().sparkSecrets()).containsOnlyKeys(KEY);
    assertThat(configuration.entries()).contains(new ConfigurationEntry(KEY, "***", "--set"));
    assertThat(configuration.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark { \"spark.x.password\" = hunter2 }",
        "spark { \"spark.x.apiToken\" = hunter2 }",
        "spark { \"spark.x.access-key\" = hunter2 }",
        "spark.x.Access.Key.id = hunter2",
        "spark.x.password = [hunter2]",
        "spark.x.password { env = A, value = hunter2 }",
        "spark.x.password = ${A}",
        "spark.x.credentials { user = hunter2 }",
        "lake.path = \"jdbc:postgresql://me:hunter2@host/db\"",
        "reference.path = \"jdbc:postgresql://host/db?password=hunter2\"",
        "nightly.password = hunter2",
        "spark.x.y = { password = hunter2 ] }",
      })
  void literalsAreProblemsThatDoNotPrintThem(String line) {
    List<String> problems =
        tree().append("conf/renxing.conf", line).variable("A", SECRET).problems();
    assertThat(problems).isNotEmpty().noneMatch(p -> p.contains(SECRET));
    assertThat(problems).anyMatch(p -> p.startsWith("conf/renxing.conf:5: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "[hunter2", "\"hunter2\"", "{ env = A, x = hunter2 }"})
  void literalsByOverrideAreProblemsToo(String value) {
    assertThat(tree().set(KEY, value).variable("A", SECRET).problems())
        .isNotEmpty()
        .allMatch(p -> p.startsWith("--set: " + KEY))
        .noneMatch(p -> p.contains(SECRET));
  }

  @Test
  void missingVariablesAndFilesAreNamed() {
    assertThat(
            tree()
                .append(
                    "conf/renxing.conf",
                    "spark.x.password { env = NOT_SET }\nspark.y.password { file = no/where }")
                .problems())
        .containsExactly(
            "conf/renxing.conf:5: spark.x.password: environment variable NOT_SET is not set",
            "conf/renxing.conf:6: spark.y.password: file no/where cannot be read");
  }

  @Test
  void codesAndColumnsAreDataNotKeys() {
    assertThat(
            tree()
                .append("conf/indicators.conf", "token { name-en = token, unit = CNY }")
                .append(
                    "conf/sources/yearbook.conf",
                    "columns { \"password column\" { indicator = pop, unit = person } }")
                .problems())
        .isEmpty();
  }

  @Test
  void variablesThatSpeakOfSecretsMayNotBeSubstituted() {
    assertThat(
            tree()
                .append("conf/renxing.conf", "lake.path = \"/x/\"${?DB_PASSWORD}")
                .variable("DB_PASSWORD", SECRET)
                .problems())
        .containsExactly("conf: ${DB_PASSWORD} would show a secret; write { env = DB_PASSWORD }");
  }
}
