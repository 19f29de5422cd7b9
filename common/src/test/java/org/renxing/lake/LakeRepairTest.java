package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

/** Damage to a lake is seen by those who read, and put right or refused by the next run. */
@ExtendWith(SparkExtension.class)
class LakeRepairTest {
  private static final TableName BRONZE = new TableName("bronze", "towns");
  private static final TableName OPS = new TableName("ops", "run");

  @TempDir private Path root;
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    lake = new Lake(spark, root.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gold", "silver", "bronze", "ops"})
  void aCommitThatIsNotWholeIsSeenAndUndone(String layer) throws IOException {
    TableName table = new TableName(layer, "towns");
    append(table, "Aba", "Bole");
    append(table, "Chuxiong");
    byte[] whole = Files.readAllBytes(commit(table, 1));
    for (int length : List.of(0, whole.length / 2, whole.length - 30)) {
      Files.write(commit(table, 1), java.util.Arrays.copyOf(whole, length));
      assertUnreadable(table, "00000000000000000001.json is not as it was written");
      Files.write(commit(table, 1), new byte[whole.length]); // blocks that never came to the disk
      assertUnreadable(table, "00000000000000000001.json is not as it was written");
    }
    LakeRepair.Result result = repair();
    assertThat(result.done()).containsOnlyKeys(table);
    if (layer.equals("bronze") || layer.equals("ops")) {
      assertThat(towns(table)).containsExactly("Aba", "Bole", "Chuxiong");
    } else {
      assertThat(towns(table)).containsExactly("Aba", "Bole");
      assertThat(lake.state(table)).isEmpty();
    }
    assertThat(repair().done()).isEmpty();
    append(table, "Dali");
    assertThat(towns(table)).contains("Dali");
  }

  /** A power cut between a commit and its record: nothing that was recorded is lost. */
  @Test
  void aCommitThatWasNeverRecordedIsUndoneWhereItIsNotWhole() throws IOException {
    append(BRONZE, "Aba");
    TableState before = lake.state(BRONZE).orElseThrow();
    Files.writeString(commit(BRONZE, 1), "{\"commitInfo\":{\"timestamp\":1}}\n{\"add\":{\"pa");
    assertUnreadable(BRONZE, "the commit 00000000000000000001.json is not whole");
    repair();
    assertThat(towns(BRONZE)).containsExactly("Aba");
    assertThat(lake.state(BRONZE)).contains(before);
  }

  /** The same power cut took the manifest; that the version was finished is still on record. */
  @Test
  void rowsOfALostManifestAreNotTakenForLessThanTheyWere() throws IOException {
    append(BRONZE, "Aba");
    append(BRONZE, "Bole");
    Files.write(commit(BRONZE, 1), new byte[0]);
    Path manifests = root.resolve("bronze/towns/_renxing_manifest");
    Files.write(manifests.resolve(TableLog.commitName(1)), new byte[0]);
    assertThatThrownBy(this::repair)
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("run bin/renxing repair bronze.towns");
    Files.delete(commit(BRONZE, 1));
    assertThatThrownBy(this::repair)
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("run bin/renxing repair bronze.towns");
  }

  @Test
  void onlyTheNewestManifestsAreKeptWhereNoReleaseNamesThem() throws IOException {
    TableName gold = TableName.gold("towns");
    for (int i = 0; i < 7; i++) {
      append(OPS, "Town " + i);
      append(gold, "Town " + i);
    }
    assertThat(lake.manifests().versions(lake.path(OPS))).containsExactly(6L, 5L, 4L, 3L, 2L);
    assertThat(lake.manifests().versions(lake.path(gold))).hasSize(7);
    assertThat(towns(OPS)).hasSize(7);
  }

  @Test
  void aCommitInTheMiddleIsSeen() throws IOException {
    append(BRONZE, "Aba");
    append(BRONZE, "Bole");
    append(BRONZE, "Chuxiong");
    Files.write(commit(BRONZE, 1), new byte[0]);
    assertUnreadable(
        BRONZE, "00000000000000000001.json is not as it was written (0 bytes in place");
    repair();
    assertThat(towns(BRONZE)).containsExactly("Aba", "Bole", "Chuxiong");
    assertThat(lake.state(BRONZE)).isPresent();
  }

  @Test
  void aLostLogIsMadeAgainFromItsRows() throws IOException {
    append(BRONZE, "Aba");
    append(BRONZE, "Bole");
    deleteAll(root.resolve("bronze/towns/_delta_log"));
    assertUnreadable(BRONZE, "the log of its commits is gone");
    repair();
    assertThat(towns(BRONZE)).containsExactly("Aba", "Bole");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowsThatAreLostOrFlippedAreSeen(boolean isLost) throws IOException {
    TableName gold = TableName.gold("towns");
    for (TableName table : List.of(gold, BRONZE, OPS)) {
      append(table, "Aba");
      append(table, "Bole");
      damage(rows(table).get(0), isLost);
      assertUnreadable(table, isLost ? " is gone" : " is not as it was written");
    }
    assertThatThrownBy(this::repair)
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContaining("run bin/renxing repair bronze.towns");
    assertThat(lake.state(gold)).isEmpty();
    assertThat(towns(OPS)).hasSize(1);
    new Salvage(lake, "by-hand").setAside(BRONZE);
    assertThat(lake.isThere(BRONZE)).isFalse();
    assertThat(repair().done()).containsOnlyKeys(gold);
  }

  @Test
  void rowsOfOthersAreNotReadAndTakenOutAgain() {
    for (String layer : List.of("bronze", "gold")) {
      TableName table = new TableName(layer, "towns");
      append(table, "Aba");
      TableState state = lake.state(table).orElseThrow();
      spark
          .table("delta.`" + lake.path(table) + "`")
          .write()
          .format("delta")
          .mode("append")
          .save(lake.path(table));
      assertThat(towns(table)).containsExactly("Aba");
      assertThatThrownBy(() -> append(table, "Bole"))
          .isInstanceOfSatisfying(
              RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
      assertThat(repair().done().get(table).get(0))
          .contains("version 1 was written by another writer: WRITE by", "set back to version 0");
      assertThat(towns(table)).containsExactly("Aba");
      assertThat(lake.state(table).orElseThrow().parts()).isEqualTo(state.parts());
      append(table, "Bole");
      assertThat(towns(table)).containsExactly("Aba", "Bole");
    }
  }

  /** Rows that are laid out otherwise are the same rows. */
  @Test
  void optimizeIsNoDamage() {
    append(BRONZE, "Aba");
    append(BRONZE, "Bole");
    TableState before = lake.state(BRONZE).orElseThrow();
    spark.sql("OPTIMIZE delta.`" + lake.path(BRONZE) + "`").collect();
    assertThat(repair().done()).isEmpty();
    TableState after = lake.state(BRONZE).orElseThrow();
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(after.notes()).isEqualTo(before.notes());
    assertThat(towns(BRONZE)).containsExactly("Aba", "Bole");
    append(BRONZE, "Chuxiong");
    assertThat(towns(BRONZE)).hasSize(3);
  }

  @Test
  void checkpointsAreLookedAtAndChecksumsAreNotNeeded() throws IOException {
    lake = new Lake(lake.spark(), lake.root(), -1); // Kernel writes no checksums
    for (int i = 0; i < 12; i++) {
      append(BRONZE, "Town " + i);
    }
    Path log = root.resolve("bronze/towns/_delta_log");
    Path checkpoint = log.resolve("00000000000000000010.checkpoint.parquet");
    Files.writeString(log.resolve("00000000000000000011.crc"), "{}");
    Files.writeString(log.resolve("_last_checkpoint"), "{");
    assertUnreadable(BRONZE, "00000000000000000011.crc");
    assertThat(repair().done()).containsOnlyKeys(BRONZE);
    assertThat(towns(BRONZE)).hasSize(12);
    damage(checkpoint, false);
    assertUnreadable(BRONZE, "00000000000000000010.checkpoint.parquet is not as it was written");
    repair();
    assertThat(towns(BRONZE)).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "{", "{\"version\":0,\"parts\":{\"all\":null},\"notes\":{}}"})
  void aRecordThatIsDamagedCountsAsLost(String text) throws IOException {
    append(BRONZE, "Aba");
    Path state = root.resolve("bronze/towns/_renxing_state.json");
    Files.writeString(state, text);
    assertThat(lake.state(BRONZE)).isEmpty();
    assertThat(repair().done().get(BRONZE)).singleElement().asString().contains("is made again");
    assertThat(repair().done()).isEmpty();
    append(BRONZE, "Bole");
    Files.writeString(state, Files.readString(state).replace("Aba", "x").replace("f1", "f2"));
    assertThat(lake.state(BRONZE)).isEmpty();
    // one that Hadoop wrote for another content
    append(BRONZE, "Chuxiong");
    Files.write(state.resolveSibling("._renxing_state.json.crc"), new byte[] {1, 2, 3});
    assertThat(lake.state(BRONZE)).isPresent();
  }

  /** A lake of a former version has no manifests. */
  @Test
  void whatWasNeverRecordedIsAdopted() throws IOException {
    append(BRONZE, "Aba");
    append(BRONZE, "Bole");
    deleteAll(root.resolve("bronze/towns/_renxing_manifest"));
    assertThat(towns(BRONZE)).hasSize(2);
    assertThat(repair().done()).isEmpty();
    Files.write(commit(BRONZE, 1), new byte[0]);
    assertUnreadable(BRONZE, "is not as it was written");
  }

  /** Names a release by what it is, so that no other version passes for it. */
  @Test
  void aReleaseIsComparedWithItsFiles() throws IOException {
    TableName gold = TableName.gold("towns");
    append(gold, "Aba");
    String manifest = lake.manifest(gold, 0);
    lake.check().requireReleased(gold, 0, manifest);
    lake.check().requireReleased(gold, 0, "");
    assertThatThrownBy(() -> lake.check().requireReleased(gold, 0, "other"))
        .hasMessageContaining("it is not the version that was released");
    damage(rows(gold).get(0), false);
    Lake later = new Lake(spark, root.toString());
    assertThatThrownBy(() -> later.check().requireReleased(gold, 0, manifest))
        .hasMessageContaining("is not as it was written");
  }

  private LakeRepair.Result repair() {
    return new LakeRepair(new Lake(spark, root.toString()), "r1").run();
  }

  private void assertUnreadable(TableName table, String what) {
    Lake reader = new Lake(spark, root.toString());
    assertThatThrownBy(() -> reader.read(table))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContaining(table.toString())
        .hasMessageContaining(what)
        .hasMessageContaining("run bin/renxing nightly");
  }

  private void append(TableName table, String... towns) {
    TableSpec spec = TableSpec.of(table, "One row a town").key("town", Type.STRING, "Town").build();
    Dataset<Row> rows =
        spark
            .createDataset(List.of(towns), org.apache.spark.sql.Encoders.STRING())
            .toDF("town")
            .coalesce(1);
    lake.append(spec, new Lake.Part(rows, "f1"), "r1", new TreeMap<>(Map.of("note", towns[0])));
  }

  private List<String> towns(TableName table) {
    return new Lake(spark, root.toString())
        .read(table).sort("town").collectAsList().stream().map(r -> r.getString(0)).toList();
  }

  private Path commit(TableName table, int version) {
    return root.resolve(table.layer() + "/" + table.name())
        .resolve("_delta_log/" + TableLog.commitName(version));
  }

  private List<Path> rows(TableName table) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(table.layer() + "/" + table.name()))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private static void damage(Path file, boolean isLost) throws IOException {
    if (isLost) {
      Files.delete(file);
    } else {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
