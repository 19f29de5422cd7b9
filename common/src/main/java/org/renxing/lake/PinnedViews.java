package org.renxing.lake;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.StructField;
import org.renxing.model.TableName;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * SQL names for the tables of a release: views {@code gold.x}, each pinned to the version that the
 * release names, with the comments of table and columns. Silver, bronze and ops show their newest
 * state.
 */
public final class PinnedViews {
  static final List<String> LAYERS = List.of("bronze", "silver", "gold", "ops");
  private final Lake lake;
  private final Releases.Release release;

  public PinnedViews(Lake lake, Releases.Release release) {
    this.lake = lake;
    this.release = release;
  }

  /**
   * Registers the tables that a statement names; all tables of the lake for a command that names
   * none, such as SHOW TABLES, and for what cannot be understood.
   */
  public void registerFor(String sql) {
    Set<TableName> named = new LinkedHashSet<>();
    try {
      LogicalPlan plan = lake.spark().sessionState().sqlParser().parsePlan(sql);
      collect(plan, named);
      register(named.isEmpty() && plan instanceof Command ? all() : named);
    } catch (ParseException e) {
      register(all()); // the statement itself will say what is wrong, with every view at hand
    }
  }

  /** Registers the given tables, so far as they exist. */
  public void register(Collection<TableName> tables) {
    for (TableName table : tables) {
      lake.spark().sql("CREATE DATABASE IF NOT EXISTS " + table.layer());
      if (table.layer().equals("gold") && !table.equals(Releases.TABLE)) {
        release
            .version(table)
            .ifPresent(
                version -> {
                  lake.check().requireReleased(table, version, release.manifest(table));
                  create(table, version);
                });
      } else if (lake.isThere(table)) {
        create(table, lake.check().readable(table));
      }
    }
  }

  private void create(TableName table, long version) {
    String target = "delta.`" + lake.path(table) + "@v" + version + "`";
    StringBuilder columns = new StringBuilder();
    for (StructField field : lake.spark().table(target).schema().fields()) {
      columns.append(columns.isEmpty() ? "" : ", ").append('`').append(field.name()).append('`');
      if (field.getComment().isDefined()) {
        columns.append(" COMMENT ").append(quoted(field.getComment().get()));
      }
    }
    String comment = lake.comment(table).map(text -> " COMMENT " + quoted(text)).orElse("");
    lake.spark()
        .sql(
            "CREATE OR REPLACE VIEW %s (%s)%s AS SELECT * FROM %s"
                .formatted(table, columns, comment, target));
  }

  private static void collect(LogicalPlan plan, Set<TableName> out) {
    if (plan instanceof UnresolvedRelation relation) {
      add(relation.multipartIdentifier(), out);
    } else if (plan instanceof UnresolvedTableOrView described) {
      add(described.multipartIdentifier(), out);
    }
    CollectionConverters.asJava(plan.children()).forEach(child -> collect(child, out));
    CollectionConverters.asJava(plan.subqueriesAll()).forEach(sub -> collect(sub, out));
    for (TreeNode<?> inner : CollectionConverters.asJava(plan.innerChildren())) {
      if (inner instanceof LogicalPlan logical) {
        collect(logical, out);
      }
    }
  }

  private static void add(Seq<String> identifier, Set<TableName> out) {
    if (identifier.size() == 2 && LAYERS.contains(identifier.apply(0).toLowerCase(Locale.ROOT))) {
      out.add(
          new TableName(
              identifier.apply(0).toLowerCase(Locale.ROOT),
              identifier.apply(1).toLowerCase(Locale.ROOT)));
    }
  }

  /** Every table of the release, and whatever else lies in the lake. */
  private Set<TableName> all() {
    Set<TableName> out = new LinkedHashSet<>(release.tables());
    out.add(Releases.TABLE);
    for (String layer : LAYERS) {
      if (!layer.equals("gold")) {
        lake.files()
            .list(lake.root() + "/" + layer)
            .forEach(folder -> out.add(new TableName(layer, folder.getPath().getName())));
      }
    }
    return out;
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
