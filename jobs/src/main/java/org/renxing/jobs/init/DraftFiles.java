package org.renxing.jobs.init;

import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renxing.jobs.profile.FileProfile;
import org.renxing.jobs.profile.SourceDraft;
import org.renxing.model.UnitList;

/** The files of an environment for a panel, as texts; each loads without problems. */
final class DraftFiles {
  private static final Map<String, String> HEADS =
      Map.of(
          "aliases.csv", "alias,unit_id,valid_from,valid_to,kind,note",
          "regions.csv",
              "province_code2,province_zh,province_en,region7_zh,region7_en,region3,region4,coast",
          "lineage.csv", "year,kind,from_unit_id,to_unit_id,is_whole,note,source",
          "resource_cities.csv", "unit_id,name_zh,life_cycle,endowment,exhausted_since");

  private final PanelPlan plan;
  private final SourceDraft source;
  private final String name;
  private final String folder;

  private DraftFiles(PanelPlan plan, Path home) {
    this.plan = plan;
    this.source = new SourceDraft(plan.profile(), home);
    this.name = plan.options().name();
    this.folder = "conf/env/" + name + "/";
  }

  /** Texts by path below the home folder; the environment, which names the others, comes last. */
  static Map<String, String> of(PanelPlan plan, Path home) {
    return new DraftFiles(plan, home).texts();
  }

  private Map<String, String> texts() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put(folder + "indicators.conf", indicators());
    out.put(folder + "source.conf", source());
    out.put(folder + "index-system.conf", new IndexSystemDraft(plan).text());
    out.put(folder + "scenario.conf", new ScenarioDraft(plan).text());
    new TreeMap<>(HEADS)
        .forEach((file, head) -> out.put(folder + "reference/" + file, head + "\n"));
    out.put(folder + "reference/units.csv", units());
    out.put("conf/env/" + name + ".conf", environment());
    return out;
  }

  private String environment() {
    List<String> out = new ArrayList<>();
    out.add("# Environment " + name + ", drafted by bin/renxing init. Change what is not right.");
    out.add("#   bin/renxing nightly --env " + name + "   takes the figures in and publishes");
    out.add("#   bin/renxing config --env " + name + "    checks these files after a change");
    out.add("# What the keys mean: docs/configuration.md.");
    out.add("");
    out.add("# A lake of its own, apart from that of the samples.");
    out.add("lake.path = ${home}\"/lake/" + name + "\"");
    out.add("");
    out.add(
        "# The units are those of the panel alone: the product's list of Chinese units is left");
    out.add("# out. aliases.csv in this folder takes further spellings of their names.");
    out.add("reference.path = ${home}\"/" + folder + "reference\"");
    out.add("reference.unit-files = []");
    if (isListed()) {
      out.add("# " + folder + "reference/units.csv lists them; add new ones there.");
      if (!plan.groups().isEmpty()) {
        out.add("reference.group-columns = " + list(plan.groups().keySet()));
      }
      out.add("reference.panel-units = []");
    } else {
      out.add("reference.panel-units = [{");
      out.add("  path = " + plainPath());
      out.add("  code-column = " + quoted(plan.keys().id()));
      out.add("  name-column = " + quoted(plan.keys().name()));
      out.add("  level = " + quoted(plan.options().level()));
      out.add("  # columns by which units can be grouped");
      out.add("  group-columns = " + list(plan.groups().keySet()));
      out.add("}]");
    }
    out.add("");
    out.add("# What a run takes in and publishes; nothing of the samples.");
    out.add("nightly.sources = [" + name + "]");
    out.add("nightly.scenarios = [" + name + "]");
    out.add("nightly.remote = []");
    out.add("");
    out.add("# What the figures are, and what is made of them.");
    List<String> measures = ownMeasures();
    if (!measures.isEmpty()) {
      out.add("units-of-measure {");
      measures.forEach(
          unit ->
              out.add("  " + quoted(unit) + " { dimension = " + quoted(unit) + ", factor = 1 }"));
      out.add("}");
    }
    out.add("indicators { include \"" + name + "/indicators.conf\" }");
    out.add("sources." + name + ".path = " + source.path());
    out.add("sources." + name + " { include \"" + name + "/source.conf\" }");
    out.add("index-systems." + name + " { include \"" + name + "/index-system.conf\" }");
    out.add("scenarios." + name + " { include \"" + name + "/scenario.conf\" }");
    return String.join("\n", out) + "\n";
  }

  /** Units of measure that the product does not know, each a kind of its own. */
  private List<String> ownMeasures() {
    Stream<String> own =
        plan.indicators().values().stream()
            .map(PlannedIndicator::unit)
            .filter(UnitGuess::isOwn)
            .map(UnitGuess::unit);
    Stream<String> ofDenominators =
        plan.denominators().isEmpty() ? Stream.of() : Stream.of(UnitGuess.UNSTATED);
    return List.copyOf(
        Stream.concat(own, ofDenominators).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Whether units are listed in a file, since the panel's own cannot be read as such a list. */
  private boolean isListed() {
    FileProfile file = plan.profile();
    boolean isPlain =
        file.format().equals("csv")
            && file.encoding().matches("UTF-8|US-ASCII")
            && file.headLine() <= 1
            && file.headRows() <= 1
            && !file.hasUnitsRow()
            && file.fillDown().isEmpty()
            && file.file().matches("[^*?\\[\\]{}\\\\]*\\.(?:csv|tsv|txt)");
    return !isPlain;
  }

  private String plainPath() {
    return source.path(); // without signs of patterns, as isListed asks
  }

  private String units() {
    StringBuilder out = new StringBuilder(String.join(",", UnitList.COLUMNS));
    plan.groups().keySet().forEach(group -> out.append(',').append(cell(group)));
    out.append('\n');
    if (isListed()) {
      for (PanelPlan.Unit unit : plan.units()) {
        List<String> cells = new ArrayList<>();
        String level = plan.options().level();
        cells.addAll(List.of(unit.code(), unit.code(), unit.name(), "", level, "", "1949"));
        cells.addAll(List.of("", "", "", "", ""));
        plan.groups().keySet().forEach(group -> cells.add(unit.groups().get(group)));
        out.append(String.join(",", cells.stream().map(DraftFiles::cell).toList())).append('\n');
      }
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private String indicators() {
    List<String> out = new ArrayList<>();
    out.add("# The figures of the panel. unit: a name of conf/units-of-measure.conf or of the");
    out.add("# environment; " + UnitGuess.UNSTATED + " where nothing told it.");
    for (PlannedIndicator i : plan.indicators().values()) {
      out.add(
          i.base()
              + " { name-en = "
              + quoted(i.name())
              + ", unit = "
              + quoted(i.unit().unit())
              + " }"
              + (i.unit().reason().startsWith("guessed") ? " # unit guessed by the name" : ""));
    }
    plan.denominators()
        .forEach(
            (label, base) ->
                out.add(
                    base
                        + " { name-en = "
                        + quoted(label)
                        + ", unit = "
                        + UnitGuess.UNSTATED
                        + " } # others are divided by it"));
    return String.join("\n", out) + "\n";
  }

  private String source() {
    List<SourceDraft.Column> columns = new ArrayList<>();
    List<String> mapped = new ArrayList<>();
    plan.indicators()
        .values()
        .forEach(
            i -> {
              columns.add(column(i.label(), i.base(), i.unit().unit()));
              mapped.add(i.label());
            });
    plan.denominators()
        .forEach(
            (label, base) -> {
              columns.add(column(label, base, UnitGuess.UNSTATED));
              mapped.add(label);
            });
    List<String> ignored = new ArrayList<>(plan.profile().otherColumns());
    if (plan.profile().layout().equals("wide")) {
      plan.profile().figures().stream()
          .map(FileProfile.Figure::label)
          .filter(label -> !mapped.contains(label))
          .forEach(ignored::add);
    }
    List<String> head = new ArrayList<>();
    head.add("# Which column of the panel is which indicator; the environment says where it is.");
    head.add("title = " + quoted("Panel " + name));
    return source.text(head, columns, List.of(), ignored, plan.keys().atYear());
  }

  private static SourceDraft.Column column(String label, String base, String unit) {
    return new SourceDraft.Column(label, base, Optional.of(unit), "");
  }

  static String list(Iterable<String> texts) {
    List<String> out = new ArrayList<>();
    texts.forEach(text -> out.add(quoted(text)));
    return "[" + String.join(", ", out) + "]";
  }

  static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }
}
