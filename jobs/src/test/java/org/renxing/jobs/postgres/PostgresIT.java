package org.renxing.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.TinyLake;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.PostgresTarget;
import org.renxing.model.Secret;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/** Releases in a PostgreSQL of its own: whole, all at once, and never at the cost of others. */
class PostgresIT extends ServedLake {
  @Test
  void viewsShowTheReleaseWithCommentsAndKeys() throws SQLException {
    String id = first();
    PostgresPublisher.Result result = publish();
    assertThat(result.line()).startsWith("PostgreSQL: release " + id + " published, 3 tables, ");
    assertThat(result.warnings()).isEmpty();
    assertThat(ask("SELECT * FROM gold.scores")).containsExactly("a|u1|2020|0.5|high|r1");
    String schema = target.schemaOf(id);
    assertThat(schema).matches("gold_r00001_[0-9a-f]{8}");
    for (String name : List.of("gold.scores", schema + ".scores")) {
      assertThat(ask("SELECT obj_description('" + name + "'::regclass)"))
          .containsExactly("One row a unit and year");
      assertThat(ask("SELECT col_description('" + name + "'::regclass, 3)"))
          .containsExactly("Year");
    }
    assertThat(
            ask(
                "SELECT pg_get_indexdef(indexrelid, 0, true) FROM pg_index WHERE indrelid = '"
                    + schema
                    + ".scores'::regclass ORDER BY 1"))
        .hasSize(3)
        .anyMatch(index -> index.endsWith("(scenario_id, unit_id, year)"))
        .anyMatch(index -> index.endsWith("(scenario_id, year)"))
        .anyMatch(index -> index.endsWith("(unit_id)"));
    assertThat(
            ask(
                "SELECT contype FROM pg_constraint WHERE conrelid = '"
                    + schema
                    + ".scores'::regclass"))
        .containsExactly("p");
    assertThat(publish().line()).isEqualTo("PostgreSQL: release " + id + " was published before");
  }

  @Test
  void valuesArriveAsTheyAre() throws SQLException {
    TableSpec all =
        TableSpec.of(TableName.gold("all_types"), "One row a value")
            .key("name", Type.STRING, "Name: it's \\ 'quoted'")
            .optional("large", Type.LONG, "", "Whole number")
            .optional("number", Type.DOUBLE, "10^4 persons", "Number")
            .optional("truth", Type.BOOLEAN, "", "Truth value")
            .optional("bytes", Type.BINARY, "", "Bytes")
            .optional("seen", Type.TIMESTAMP, "", "Time")
            .optional("texts", Type.STRINGS, "", "Texts")
            .optional("pairs", Type.STRING_MAP, "", "Pairs")
            .required("run_id", Type.STRING, "", "Run")
            .build();
    String hard = "tab\t line\n back\\slash \\N \"quoted\" {a,b} 合肥 😀";
    Timestamp time = Timestamp.valueOf("2020-02-29 12:30:00.123456");
    lake.with(
        all,
        new Object[] {
          hard,
          Long.MIN_VALUE,
          -1.0E-300,
          false,
          new byte[] {0, 92, -1},
          time,
          new String[] {hard, "", "NULL", null},
          Map.of("k\"", hard)
        },
        new Object[] {"", null, null, null, null, null, new String[0], null});
    lake.publish("r1");
    publish();
    try (Connection connection = new Database(target).connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM gold.all_types ORDER BY name DESC")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo(hard);
      assertThat(rows.getLong(2)).isEqualTo(Long.MIN_VALUE);
      assertThat(rows.getDouble(3)).isEqualTo(-1.0E-300);
      assertThat(rows.getBoolean(4)).isFalse();
      assertThat(rows.getBytes(5)).containsExactly(0, 92, -1);
      assertThat(rows.getTimestamp(6)).isEqualTo(time);
      assertThat((Object[]) rows.getArray(7).getArray()).containsExactly(hard, "", "NULL", null);
      assertThat(rows.getString(8)).contains("\\\"quoted\\\"", "合肥 😀");
      rows.next();
      assertThat(rows.getString(1)).isEmpty();
      assertThat((Object[]) rows.getArray(7).getArray()).isEmpty();
      for (int column : new int[] {2, 3, 4, 5, 6, 8}) {
        assertThat(rows.getObject(column)).isNull();
      }
    }
    assertThat(ask("SELECT col_description('gold.all_types'::regclass, 1)"))
        .containsExactly("Name: it's \\ 'quoted'");
    assertThat(ask("SELECT col_description('gold.all_types'::regclass, 3)"))
        .containsExactly("Number [10^4 persons]");
  }

  @Test
  void theCharacterNulIsRefusedWithItsCell() throws SQLException {
    first();
    publish();
    lake.with(TinyLake.SCORES, new Object[] {"a", "u1", 2020, 0.5, "hi\0gh"});
    lake.publish("r2");
    assertFails(
        this::publish,
        ErrorCode.STORAGE,
        "gold.scores, column level, row scenario_id = a, unit_id = u1, year = 2020",
        "NUL");
    assertThat(seen()).startsWith("r1", "r1", "r1");
  }

  @Test
  void whatOthersMadeOfTheViewsSurvives() throws SQLException {
    first();
    publish();
    execute(
        "CREATE ROLE guest_of_" + target.role().orElseThrow(),
        "GRANT SELECT ON gold.scores TO guest_of_" + target.role().orElseThrow(),
        "CREATE SCHEMA analyst",
        "CREATE VIEW analyst.mine AS SELECT s.year, s.score, p.households FROM gold.scores s"
            + " JOIN gold.places p USING (unit_id)",
        "CREATE VIEW gold.mine_too AS SELECT count(*) AS n FROM gold.scores");
    String grants = "SELECT relacl FROM pg_class WHERE oid = 'gold.scores'::regclass";
    List<String> before = ask(grants);
    for (String run : List.of("r2", "r3")) {
      lake.with(TinyLake.SCORES, AREA, new Object[] {"a", "u1", 2021, 0.75, run});
      lake.publish(run);
      publish();
      assertThat(ask("SELECT year, score, households FROM analyst.mine ORDER BY 1"))
          .containsExactly("2020|0.5|12", "2021|0.75|12");
      assertThat(ask("SELECT level FROM gold.scores WHERE year = 2021")).containsExactly(run);
      assertThat(ask("SELECT n FROM gold.mine_too")).containsExactly("2");
      assertThat(ask(grants)).isEqualTo(before);
    }
  }

  @Test
  void theRoleOfReadersReadsAndDoesNoMore() throws SQLException {
    String id = first();
    publish();
    String role = target.role().orElseThrow();
    execute("CREATE USER u_" + role + " PASSWORD 'p' IN ROLE " + role);
    PostgresTarget reader =
        new PostgresTarget(
            target.url(),
            Optional.of("u_" + role),
            Optional.of(new Secret("p")),
            "gold",
            Optional.empty(),
            2,
            2);
    try (Connection connection = new Database(reader).connect()) {
      for (String name : List.of("gold.scores", target.schemaOf(id) + ".scores")) {
        assertThat(Database.texts(connection, "SELECT unit_id FROM " + name)).hasSize(1);
        connection.commit();
        for (String forbidden :
            List.of(
                "DELETE FROM " + name,
                "UPDATE " + name + " SET level = 'x'",
                "DROP VIEW gold.scores")) {
          assertThatThrownBy(() -> Database.execute(connection, forbidden))
              .isInstanceOf(SQLException.class);
          connection.rollback();
        }
      }
      assertThat(Database.texts(connection, "SELECT release_id FROM renxing.release"))
          .containsExactly(id);
    }
  }

  @Test
  void newColumnsGoToTheEnd() throws SQLException {
    first();
    publish();
    execute("CREATE SCHEMA analyst", "CREATE VIEW analyst.mine AS SELECT * FROM gold.places");
    lake.with(places(Type.LONG, true), new Object[] {"u1", "hill", 14L});
    lake.publish("r2");
    // households, is_coastal and seen_at: two of them went
    assertFails(this::publish, ErrorCode.STORAGE, "view analyst.mine depends on view gold.places");
    assertThat(ask("SELECT run_id FROM gold.scores")).containsExactly("r1");
    assertThat(ask("SELECT households FROM analyst.mine")).containsExactly("12");
    execute("DROP VIEW analyst.mine", "GRANT SELECT ON gold.places TO PUBLIC");
    publish();
    assertThat(columns("places")).containsExactly("unit_id", "terrain", "households", "run_id");
    assertThat(ask("SELECT has_table_privilege('public', 'gold.places', 'SELECT')"))
        .as("grants of others stay")
        .containsExactly("t");
    lake.with(TinyLake.PLACES, new Object[] {"u1", 15L, true, null});
    execute("CREATE VIEW analyst.mine AS SELECT households FROM gold.places");
    lake.with(
        TableSpec.of(TableName.gold("places"), "One row a place")
            .key("unit_id", Type.STRING, "Unit")
            .optional("added", Type.STRING, "", "New")
            .optional("terrain", Type.STRING, "", "Terrain")
            .optional("households", Type.LONG, "", "Households")
            .required("run_id", Type.STRING, "", "Run")
            .build(),
        new Object[] {"u1", "new", "hill", 16L});
    lake.publish("r3");
    publish();
    assertThat(columns("places"))
        .containsExactly("unit_id", "terrain", "households", "run_id", "added");
    assertThat(ask("SELECT households FROM analyst.mine")).containsExactly("16");
  }

  @Test
  void typesThatChangeNameWhatDependsOnThem() throws SQLException {
    lake.with(places(Type.LONG, false), new Object[] {"u1", 14L});
    lake.publish("r1");
    publish();
    execute("CREATE SCHEMA analyst", "CREATE VIEW analyst.mine AS SELECT * FROM gold.places");
    lake.with(places(Type.DOUBLE, false), new Object[] {"u1", 14.5});
    lake.publish("r2");
    assertFails(this::publish, ErrorCode.STORAGE, "view analyst.mine depends on view gold.places");
    assertThat(ask("SELECT households, run_id FROM analyst.mine")).containsExactly("14|r1");
    execute("DROP VIEW analyst.mine");
    publish();
    assertThat(ask("SELECT households, run_id FROM gold.places")).containsExactly("14.5|r2");
  }

  private static TableSpec places(Type households, boolean hasTerrain) {
    return TableSpec.of(TableName.gold("places"), "One row a place")
        .key("unit_id", Type.STRING, "Unit")
        .with(b -> hasTerrain ? b.optional("terrain", Type.STRING, "", "Terrain") : b)
        .optional("households", households, "", "Households")
        .required("run_id", Type.STRING, "", "Run")
        .build();
  }

  private List<String> columns(String view) throws SQLException {
    return ask(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'gold'"
            + " AND table_name = '"
            + view
            + "' ORDER BY ordinal_position");
  }
}
