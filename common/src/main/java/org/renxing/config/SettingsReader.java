package org.renxing.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.renxing.model.BaseIndicator;
import org.renxing.model.IndexSystem;
import org.renxing.model.IntakeLimits;
import org.renxing.model.Key;
import org.renxing.model.LakeAccess;
import org.renxing.model.Maintenance;
import org.renxing.model.OnEnd;
import org.renxing.model.PanelUnits;
import org.renxing.model.PostgresTarget;
import org.renxing.model.QualityPolicy;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteSource;
import org.renxing.model.Secret;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.UnitOfMeasure;
import org.renxing.model.UnitRules;

/** Reads the whole tree: what stands alone first, then what refers to it. */
final class SettingsReader {
  /** What Spark, Hadoop or SQL read as something other than part of a name. */
  private static final Pattern SIGNS = Pattern.compile("[`*?\\[\\]{}\\\\\\p{Cntrl}]");

  /** What Delta takes for a version or a time. */
  private static final Pattern VERSION = Pattern.compile("@(?:v\\d+|\\d{17})(?:/|$)");

  private final Path home;
  private final Vocabulary vocabulary;
  private final Map<String, Secret> secrets;
  private final Binder binder;

  SettingsReader(Path home, Vocabulary vocabulary, Map<String, Secret> secrets) {
    this.home = home;
    this.vocabulary = vocabulary;
    this.secrets = secrets;
    this.binder = new Binder(home, vocabulary, Map.of());
  }

  /** The settings, to be asked for once it is known that what is needed has no problem. */
  Supplier<Settings> read(Section root, String env) {
    MeasureReader measures = new MeasureReader(binder);
    Catalog<UnitOfMeasure> units = measures.units(root.section("units-of-measure"));
    Catalog<BaseIndicator> indicators = measures.indicators(root.section("indicators"), units);
    Binder knowing = binder.knowing(Key.BASE_INDICATOR, indicators);
    ExpressionCheck expressions = new ExpressionCheck(vocabulary, indicators);
    var sources =
        catalog(root.section("sources"), new SourceReader(binder, indicators, units)::read);
    var remote = catalog(root.section("remote"), new RemoteReader(binder, units)::read);
    Catalog<IndexSystem> systems = systems(root.section("index-systems"), expressions);
    var factors =
        catalog(root.section("emission-factors"), (id, s) -> CarbonReader.factors(binder, id, s));
    var events = catalog(root.section("events"), (id, s) -> ScenarioReader.event(binder, id, s));
    Section nightlySection = root.section("nightly");
    Nightly nightly = nightly(nightlySection);
    ConstantOutput output = new ConstantOutput(expressions, delivered(nightly, sources));
    CarbonReader carbon = new CarbonReader(factors, expressions);
    var reader = new ScenarioReader(knowing, systems, expressions, output, carbon, events);
    var scenarios = catalog(root.section("scenarios"), reader::read);
    var quality = new QualityReader(knowing, indicators, units).read(root.section("quality"));
    var rules = new RulesReader(binder).read(root.section("rules"));
    scenarios.require(nightlySection, "scenarios", "there is no scenario", nightly.scenarios());
    requireSources(root, nightly, sources, remote);
    Lake lake = lake(root);
    Reference reference = reference(root);
    Corrections corrections = corrections(root);
    IntakeLimits intake = intake(root);
    Optional<PostgresTarget> postgres = postgres(root);
    Map<String, String> spark = spark(root.section("spark"));
    root.finish();
    return () ->
        new Settings(
            env,
            lake.path(),
            lake.heldRows(),
            lake.maintain(),
            reference.path(),
            reference.unitFiles(),
            reference.groupColumns(),
            reference.panelUnits(),
            corrections.files(),
            nightly.scenarios(),
            nightly.sources(),
            nightly.remote(),
            nightly.failsOnMissing(),
            nightly.onEnd(),
            postgres,
            intake,
            spark,
            secrets(spark),
            canonical(units),
            indicators.values(),
            sources.values(),
            remote.values(),
            systems.values(),
            scenarios.values(),
            quality.orElseGet(QualityPolicy::standard),
            rules.orElseGet(this::standardRules));
  }

  private Catalog<IndexSystem> systems(Section mount, ExpressionCheck expressions) {
    return catalog(mount, (id, s) -> IndexSystemReader.read(id, s, binder, expressions));
  }

  /** How the lake is reached, and nothing else. */
  LakeAccess readLake(Section root) {
    Lake lake = lake(root);
    Map<String, String> spark = spark(root.section("spark"));
    root.finish();
    return new LakeAccess(lake.path(), lake.heldRows(), spark, secrets(spark));
  }

  private Lake lake(Section root) {
    Section section = root.section("lake");
    Map<String, Object> given = new TreeMap<>(place(root, section));
    given.put("maintain", usual(section.section("maintain"), Maintenance.DEFAULT));
    Lake lake = finished(binder.read(section, Lake.class, given));
    checkLakePath(section, lake.path());
    return lake;
  }

  private Reference reference(Section root) {
    root.optionalText("data-root"); // for ${data-root} in the paths of sources and of units
    Section section = root.section("reference");
    return finished(binder.read(section, Reference.class, place(root, section)));
  }

  private Corrections corrections(Section root) {
    return finished(binder.read(root.section("corrections"), Corrections.class, Map.of()));
  }

  /** Where releases are published besides the lake; empty where it is not said. */
  private Optional<PostgresTarget> postgres(Section root) {
    Section publish = root.section("publish");
    Section section = publish.section("postgres");
    publish.finish();
    if (!publish.has("postgres")) {
      return Optional.empty();
    }
    if (section.is(ConfigValueType.OBJECT, "password")) {
      section.section("password"); // so that the key is a known one, read by Secrets
    } else {
      section.optionalText("password");
    }
    Optional<Secret> password = Optional.ofNullable(secrets.get("publish.postgres.password"));
    return binder.bind(section, PostgresTarget.class, Map.of("password", password));
  }

  private IntakeLimits intake(Section root) {
    return usual(root.section("intake"), IntakeLimits.DEFAULT);
  }

  private Nightly nightly(Section section) {
    OnEnd onEnd = usual(section.section("on-end"), OnEnd.NOTHING);
    return finished(binder.read(section, Nightly.class, Map.of("onEnd", onEnd)));
  }

  /** The record of a section; the usual one, besides the problem, where something is wrong. */
  private <T extends Record> T usual(Section section, T usual) {
    return binder.bind(section, usual, Map.of()).orElse(usual);
  }

  /** The rules of a tree that states none. */
  private UnitRules standardRules() {
    Reading none = new Reading(new Report(), new Places(home.toString()));
    ConfigObject empty = ConfigFactory.empty().root();
    return new RulesReader(binder)
        .read(new Section(empty, "rules", new Place("conf/rules", 0), none))
        .orElseThrow();
  }

  /** What nightly takes in and publishes. */
  private record Nightly(
      List<String> scenarios,
      List<String> sources,
      List<String> remote,
      @Key("fail-on-missing") boolean failsOnMissing,
      OnEnd onEnd) {}

  private record Lake(
      @Key(isPath = true) String path,
      @Key(or = Settings.HELD_ROWS, is = "0 or more") int heldRows,
      Maintenance maintain) {}

  private record Reference(
      @Key(isPath = true) String path,
      @Key(isPath = true) List<String> unitFiles,
      List<String> groupColumns,
      List<PanelUnits> panelUnits) {}

  private record Corrections(@Key(isPath = true) List<String> files) {}

  /** A record, with stand-ins where something is wrong, which a command may not need. */
  private static <T extends Record> T finished(Bound<T> read) {
    read.section().finish();
    return read.get();
  }

  /** Nothing is asked of a root file that could not be read. */
  private static Map<String, String> place(Section root, Section section) {
    return root.isBroken() && section.text("path", "").isEmpty() ? Map.of("path", "") : Map.of();
  }

  /** Reports a path that cannot be that of a lake. */
  private static void checkLakePath(Section lake, String path) {
    if (SIGNS.matcher(path).find()) {
      lake.problem("path", "may not have ` * ? [ ] { } \\ or control characters");
    } else if (VERSION.matcher(path).find()) {
      lake.problem("path", "no folder of it may end in @v1 or the like, which names a version");
    }
  }

  /** Codes of the base indicators that the sources of nightly deliver. */
  private static Set<String> delivered(Nightly nightly, Catalog<SourceSpec> sources) {
    Set<String> out = new TreeSet<>();
    nightly.sources().stream()
        .flatMap(id -> sources.find(id).stream())
        .flatMap(source -> source.mappings().values().stream())
        .forEach(mapping -> out.add(mapping.indicator()));
    return out;
  }

  /** Sources are known; what has no code is placed by outlines, a layer has one source. */
  private static void requireSources(
      Section root, Nightly nightly, Catalog<SourceSpec> sources, Catalog<RemoteSource> remote) {
    requireDistinctTables(root.section("sources"), root.section("remote"));
    Section section = root.section("nightly");
    sources.require(section, "sources", "there is no source", nightly.sources());
    remote.require(section, "remote", "there is no source of conf/remote", nightly.remote());
    List<RemoteSource> all =
        nightly.remote().stream().map(remote::find).flatMap(Optional::stream).toList();
    Set<String> layers = new TreeSet<>();
    all.stream()
        .flatMap(s -> s.layer().stream())
        .filter(layer -> !layers.add(layer.name()))
        .forEach(
            layer ->
                section.problem(
                    "remote",
                    "two sources have the layer '"
                        + layer.name()
                        + "', whose pixels would be added up; name them apart"));
    boolean hasOutlines = all.stream().anyMatch(s -> s.family() == RemoteFamily.BOUNDARY);
    all.stream()
        .filter(s -> s.isPlaced() && !hasOutlines)
        .findFirst()
        .ifPresent(
            s ->
                section.problem(
                    "remote",
                    s.id()
                        + " is placed by geometry, and no source of family boundary gives the"
                        + " outlines of units; add one, or a unit-column"));
  }

  /** Bronze tables are named after sources, in letters, digits and underscores. */
  private static void requireDistinctTables(Section... folders) {
    Map<String, String> idOf = new TreeMap<>();
    for (Section sources : folders) {
      for (String id : new TreeSet<>(sources.keys())) {
        String table = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        String other = idOf.putIfAbsent(table, id);
        if (other != null) {
          sources.problem(
              id, "'" + other + "' would have the same bronze table; rename one of them");
        }
      }
    }
  }

  private static <T> Catalog<T> catalog(
      Section mount, BiFunction<String, Section, Optional<T>> reader) {
    Ids.check(mount);
    return Catalog.of(mount, reader);
  }

  private static Map<String, String> spark(Section section) {
    Map<String, String> out = new TreeMap<>();
    for (String key : section.keys()) {
      if (!Secrets.isSecretName(key)) {
        section.optionalText(key).ifPresent(text -> out.put(key, text));
      }
    }
    return out;
  }

  private Map<String, Secret> secrets(Map<String, String> spark) {
    Map<String, Secret> out = new TreeMap<>();
    secrets.forEach(
        (path, secret) -> {
          if (path.startsWith("spark.") && !spark.containsKey(path)) {
            out.put(path, secret);
          }
        });
    return out;
  }

  private static Map<String, UnitOfMeasure> canonical(Catalog<UnitOfMeasure> units) {
    Map<String, UnitOfMeasure> out = new TreeMap<>();
    units.values().values().forEach(unit -> out.put(unit.name(), unit));
    return out;
  }
}
