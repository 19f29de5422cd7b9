package org.renxing.jobs.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.renxing.lake.LakeCatalogue;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** What a word may become: a table, a column of a table that the statement names, or a keyword. */
final class SqlNames implements Completer {
  private static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "LIMIT",
          "JOIN",
          "LEFT JOIN",
          "USING",
          "ON",
          "AND",
          "OR",
          "NOT",
          "NULL",
          "IS",
          "IN",
          "LIKE",
          "BETWEEN",
          "AS",
          "WITH",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "HAVING",
          "UNION ALL",
          "DISTINCT",
          "DESC",
          "OVER",
          "PARTITION BY",
          "FILTER",
          "PIVOT",
          "SUMMARIZE",
          "DESCRIBE",
          "SHOW TABLES",
          "EXPLAIN",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "round",
          "rank");

  private static final Pattern TABLE = Pattern.compile("(?i)(bronze|silver|gold|ops)\\.(\\w+)");

  private final LakeCatalogue catalogue;
  private final Map<TableName, List<String>> columns = new HashMap<>();
  private final List<String> tables;

  SqlNames(LakeCatalogue catalogue) {
    this.catalogue = catalogue;
    this.tables = catalogue.tables().stream().map(TableName::toString).toList();
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    completions(line.line(), line.word().substring(0, line.wordCursor()))
        .forEach(text -> candidates.add(new Candidate(text)));
  }

  /**
   * What a word that has been begun may become.
   *
   * @param statement that it stands in
   */
  List<String> completions(String statement, String begun) {
    List<String> all = new ArrayList<>(tables);
    Matcher named = TABLE.matcher(statement);
    while (named.find()) {
      String name = named.group().toLowerCase(Locale.ROOT);
      if (tables.contains(name)) {
        all.addAll(columns.computeIfAbsent(TableName.parse(name), this::columns));
      }
    }
    all.addAll(KEYWORDS);
    String wanted = begun.toLowerCase(Locale.ROOT);
    int dot = wanted.lastIndexOf('.');
    boolean isOfAlias = dot > 0 && !LakeCatalogue.isLayer(wanted.substring(0, dot));
    String before = isOfAlias ? begun.substring(0, dot + 1) : "";
    String rest = wanted.substring(before.length());
    return all.stream()
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(rest))
        .map(text -> before + text)
        .distinct()
        .toList();
  }

  private List<String> columns(TableName table) {
    try {
      return List.of(catalogue.open(table).schema().fieldNames());
    } catch (RenxingException damaged) {
      return List.of(); // the statement will say so
    }
  }
}
