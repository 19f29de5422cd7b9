package org.renxing.jobs.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.renxing.lake.LakeCatalogue;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * What a statement of DuckDB's asks, judged by its tree as DuckDB parsed it, never by its words: it
 * is one SELECT, and reads tables of the lake and nothing else.
 *
 * @param tables that it names
 * @param asksAll whether it looks at the list of tables, which must then be there
 */
record Question(SortedSet<TableName> tables, boolean asksAll) {
  /** Functions that make rows of what they are given. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "range",
          "generate_series",
          "unnest",
          "repeat",
          "repeat_row",
          "json_each",
          "json_tree",
          "duckdb_functions",
          "duckdb_keywords",
          "duckdb_types");

  /** Functions that tell of this machine, or leave something behind. */
  private static final Set<String> REFUSED_FUNCTIONS =
      Set.of("current_setting", "getenv", "getvariable", "nextval", "currval", "write_log");

  private static final Set<String> CATALOGUES = Set.of("information_schema", "pg_catalog");

  Question {
    tables = new TreeSet<>(tables);
  }

  /**
   * Judges a statement.
   *
   * @param tree of the statement, as {@code json_serialize_sql} gives it
   * @throws RenxingException USAGE, naming what is refused
   */
  static Question judged(String sql, JsonNode tree, LakeCatalogue catalogue) {
    if (tree.path("error").asBoolean()) {
      throw tree.path("error_type").asText().equals("not implemented")
          ? refused(kind(sql))
          : new RenxingException(
              ErrorCode.USAGE, "sql: " + tree.path("error_message").asText() + dialect(sql));
    }
    if (tree.path("statements").size() != 1) {
      throw new RenxingException(
          ErrorCode.USAGE, "sql: " + tree.path("statements").size() + " statements; give one");
    }
    Walk walk = new Walk();
    walk.into(tree);
    return walk.question(catalogue);
  }

  /** What a statement that is no SELECT is. */
  private static String kind(String sql) {
    String words = sql.replaceAll("(?s)--[^\\n]*\\n|/\\*.*?\\*/", " ").strip();
    String first = words.replaceFirst("(?s)\\W.*", "").toUpperCase(Locale.ROOT);
    return words.matches("(?is).*\\bPIVOT\\b.*")
        ? "PIVOT without its values; write PIVOT … ON column IN (value, …)"
        : first.equals("WITH") ? "what follows WITH" : first;
  }

  /** What may be the matter with a statement that is written for the other engine. */
  static String dialect(String sql) {
    return sql.contains("`")
        ? "; names are quoted by \" and not by `, or ask with --engine spark"
        : "";
  }

  private static RenxingException refused(String what) {
    return new RenxingException(
        ErrorCode.USAGE,
        "sql: releases are for reading; allowed are SELECT, SHOW, DESCRIBE, SUMMARIZE and EXPLAIN"
            + " over tables of the lake; refused: "
            + what);
  }

  /** What is met on the way through a tree. */
  private static final class Walk {
    private final Set<String> own = new HashSet<>();
    private final List<JsonNode> named = new ArrayList<>();
    private boolean asksAll;

    void into(JsonNode node) {
      if (node.isObject()) {
        look(node);
      }
      node.forEach(this::into);
    }

    private void look(JsonNode node) {
      node.path("cte_map").path("map").forEach(cte -> own.add(lower(cte.path("key"))));
      switch (node.path("type").asText()) {
        case "BASE_TABLE" -> named.add(node);
        case "TABLE_FUNCTION" -> {
          String function = lower(node.path("function").path("function_name"));
          if (!TABLE_FUNCTIONS.contains(function)) {
            throw refused("rows of " + function);
          }
        }
        case "SHOW_REF" -> asksAll |= !node.path("query").isObject();
        case "FUNCTION" -> {
          String function = lower(node.path("function_name"));
          if (REFUSED_FUNCTIONS.contains(function)) {
            throw refused("the function " + function);
          }
        }
        default -> {
          // nothing that comes from anywhere else
        }
      }
    }

    private static String lower(JsonNode text) {
      return text.asText().toLowerCase(Locale.ROOT);
    }

    Question question(LakeCatalogue catalogue) {
      SortedSet<TableName> tables = new TreeSet<>();
      for (JsonNode node : named) {
        String schema = lower(node.path("schema_name"));
        String name = lower(node.path("table_name"));
        if (!node.path("catalog_name").asText().isEmpty()) {
          throw refused(
              "the name "
                  + node.path("catalog_name").asText()
                  + "."
                  + schema
                  + "."
                  + name
                  + "; write layer.name");
        } else if (LakeCatalogue.isLayer(schema)) {
          tables.add(new TableName(schema, name));
        } else if (CATALOGUES.contains(schema)) {
          asksAll = true;
        } else if (!schema.isEmpty() || !own.contains(name)) {
          throw catalogue.missing((schema.isEmpty() ? "" : schema + ".") + name);
        }
      }
      return new Question(tables, asksAll);
    }
  }
}
