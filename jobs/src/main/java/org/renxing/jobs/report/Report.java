package org.renxing.jobs.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.renxing.jobs.output.FolderFiles;
import org.renxing.jobs.output.OutputFolder;
import org.renxing.jobs.publish.ColumnTitles;
import org.renxing.jobs.sql.SqlEngine;
import org.renxing.lake.Releases;
import org.renxing.model.Settings;

/**
 * A release as a folder that a browser opens from the disk. Data lie in scripts, one a page and
 * scenario and one a unit, since browsers refuse to fetch files from the disk.
 */
public final class Report {
  /** What the folder of a report holds. */
  private static final String OWN = "index\\.html|data|page";

  /** Units whose rows are held at once. */
  private static final int UNITS_AT_ONCE = 250;

  /** Rows of a data set that lie in one file, which is then of some megabytes. */
  private static final int MOST_ROWS = 50_000;

  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Releases.Release release;
  private final Optional<Releases.Release> before;
  private final List<String> scenarios;
  private final ReleaseData data;
  private final SqlEngine engine;
  private final Map<String, Map<String, Label>> names;

  /**
   * A report.
   *
   * @param engine answers from the release
   * @param before the release before it
   * @param scenarios those that are shown, in this order
   */
  public Report(
      SqlEngine engine,
      Releases.Release release,
      Optional<Releases.Release> before,
      List<String> scenarios) {
    this(engine, release, before, scenarios, Map.of());
  }

  private Report(
      SqlEngine engine,
      Releases.Release release,
      Optional<Releases.Release> before,
      List<String> scenarios,
      Map<String, Map<String, Label>> names) {
    this.names = names;
    this.engine = engine;
    this.release = release;
    this.before = before;
    this.scenarios = List.copyOf(scenarios);
    this.data = new ReleaseData(engine, release, scenarios);
  }

  /** The same report, with the names that a configuration has for codes. */
  public Report named(Settings settings) {
    return new Report(engine, release, before, scenarios, Names.of(settings, scenarios));
  }

  /**
   * What was written.
   *
   * @param pages data files of pages
   * @param units data files of units
   */
  public record Written(int pages, int units) {}

  /** A file of outlines: how messages call it, and its text. */
  public record OutlineFile(String name, String text) {}

  /**
   * Writes the folder in place of an earlier report.
   *
   * @param outlines of units, as GeoJSON; without them maps show points
   */
  public Written write(OutputFolder folder, Optional<OutlineFile> outlines) {
    List<Written> out = new ArrayList<>();
    folder.write(OWN, "report", made -> out.add(fill(new FolderFiles(made), outlines)));
    return out.get(0);
  }

  private Written fill(FolderFiles files, Optional<OutlineFile> outlines) {
    for (String name : List.of("report.css", "report.js", "charts.js", "terms.js")) {
      files.copy("page/" + name, Report.class, name);
    }
    files.copy("index.html", Report.class, "index.html");
    files.copy("page/echarts.min.js", Report.class, ECHARTS + "dist/echarts.min.js");
    files.copy("page/LICENSE-echarts.txt", Report.class, ECHARTS + "LICENSE");
    files.copy("page/NOTICE-echarts.txt", Report.class, ECHARTS + "NOTICE");
    files.copy("page/LICENSE-d3.txt", Report.class, ECHARTS + "licenses/LICENSE-d3");
    Map<String, List<String>> units = data.units(Pages.UNITS);
    List<String> all = units.values().stream().flatMap(List::stream).toList();
    outlines
        .map(file -> Outlines.parse(file.name(), file.text(), all))
        .ifPresent(o -> script(files, "data/outlines.js", "outlines", o.features()));
    Map<String, Map<String, List<String>>> shown = new LinkedHashMap<>();
    scenarios.forEach(scenario -> shown.put(scenario, new LinkedHashMap<>()));
    page("shared", Pages.SHARED, set -> List.of(), files, shown);
    int pages = 0;
    int perUnit = 0;
    for (Page page : Pages.all()) {
      if (page.isByUnit()) {
        perUnit += unitPage(page, units, files, shown);
      } else {
        pages += page(page.id(), page.data(), page::choices, files, shown);
      }
    }
    tables(files, shown);
    script(files, "data/start.js", "start", start(shown, outlines.isPresent()));
    return new Written(pages, perUnit);
  }

  /** Writes the list of tables, and the rows of those that no page names. */
  private void tables(FolderFiles files, Map<String, Map<String, List<String>>> shown) {
    List<TableList.Table> tables = new TableList(engine, release).tables();
    Map<String, Page> pages = OtherTables.pages(tables, data.literals());
    pages.values().forEach(page -> page(page.id(), page.data(), page::choices, files, shown));
    script(files, "data/tables.js", "tables", Map.of("tables", tables, "pages", pages));
  }

  private Map<String, Object> start(
      Map<String, Map<String, List<String>>> shown, boolean hasOutlines) {
    List<Map<String, Object>> list = new ArrayList<>();
    scenarios.forEach(id -> list.add(Map.of("id", id, "pages", shown.get(id))));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("release", release.id());
    out.put("publishedAt", release.publishedAt().toString());
    out.put("before", before.map(Releases.Release::id).orElse(""));
    out.put("changed", before.map(b -> Changed.between(b, release, scenarios)).orElse(List.of()));
    out.put("hasOutlines", hasOutlines);
    out.put("scenarios", list);
    out.put("pages", Pages.all());
    out.put("names", names);
    out.put("titles", new ColumnTitles().all());
    return out;
  }

  /** Writes the data of a page for each scenario that has any; returns for how many. */
  private int page(
      String id,
      List<DataSet> sets,
      Function<String, List<String>> choices,
      FolderFiles files,
      Map<String, Map<String, List<String>>> shown) {
    Map<String, Map<String, ColumnData>> out = new LinkedHashMap<>();
    for (DataSet set : sets) {
      data.byScenario(set)
          .forEach(
              (scenario, rows) -> {
                out.computeIfAbsent(scenario, s -> new LinkedHashMap<>()).put(set.id(), rows);
                note(shown, scenario, id, set.id());
              });
    }
    out.forEach((scenario, byId) -> data(files, scenario, id, byId, choices));
    return out.size();
  }

  /** Writes the data of each unit; returns of how many. */
  private int unitPage(
      Page page,
      Map<String, List<String>> units,
      FolderFiles files,
      Map<String, Map<String, List<String>>> shown) {
    List<String> all = units.values().stream().flatMap(List::stream).distinct().sorted().toList();
    int written = 0;
    for (int i = 0; i < all.size(); i += UNITS_AT_ONCE) {
      List<String> some = all.subList(i, Math.min(all.size(), i + UNITS_AT_ONCE));
      Map<String, Map<String, ColumnData>> sets = new LinkedHashMap<>();
      for (DataSet set : page.data()) {
        sets.put(set.id(), data.byUnit(set, some.get(0), some.get(some.size() - 1)));
      }
      for (String scenario : scenarios) {
        List<String> own = units.getOrDefault(scenario, List.of());
        Map<Integer, Map<String, ColumnData>> found = new LinkedHashMap<>();
        for (String unit : some) {
          Map<String, ColumnData> byId = new LinkedHashMap<>();
          sets.forEach(
              (id, rows) ->
                  Optional.ofNullable(rows.get(ReleaseData.key(scenario, unit)))
                      .ifPresent(set -> byId.put(id, set)));
          if (own.contains(unit) && !byId.isEmpty()) {
            byId.keySet().forEach(id -> note(shown, scenario, page.id(), id));
            found.put(own.indexOf(unit), byId);
          }
        }
        found.entrySet().parallelStream()
            .forEach(
                each ->
                    data(
                        files,
                        scenario,
                        page.id() + "/" + each.getKey(),
                        each.getValue(),
                        page::choices));
        written += found.size();
      }
    }
    return written;
  }

  /** Notes that a scenario shows a data set of a page. */
  private static void note(
      Map<String, Map<String, List<String>>> shown, String scenario, String page, String set) {
    List<String> sets = shown.get(scenario).computeIfAbsent(page, p -> new ArrayList<>());
    if (!sets.contains(set)) {
      sets.add(set);
    }
  }

  private void data(
      FolderFiles files,
      String scenario,
      String page,
      Map<String, ColumnData> byId,
      Function<String, List<String>> choices) {
    new DataFiles(files, MOST_ROWS).write(scenarios.indexOf(scenario) + "/" + page, byId, choices);
  }

  private static void script(FolderFiles files, String name, String function, Object value) {
    try {
      files.write(name, "renxing." + function + "(" + JSON.writeValueAsString(value) + ");\n");
    } catch (IOException e) {
      throw new IllegalStateException("declarations have a form in JSON", e);
    }
  }
}
