package org.renxing.lake;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.StructField;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * SQL names for the tables of a release: views {@code gold.x}, each pinned to the version that the
 * release names, with the comments of table and columns. Silver, bronze and ops show their newest
 * state.
 */
public final class PinnedViews {
  private final Lake lake;
  private final LakeCatalogue catalogue;

  public PinnedViews(Lake lake, Releases.Release release) {
    this(lake, Optional.of(release));
  }

  /** The tables of a lake; none of gold where there is no release. */
  PinnedViews(Lake lake, Optional<Releases.Release> release) {
    this.lake = lake;
    this.catalogue = new LakeCatalogue(lake, release);
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
      register(named.isEmpty() && plan instanceof Command ? catalogue.tables() : named);
    } catch (ParseException e) {
      // the statement itself will say what is wrong, with every view at hand
      register(catalogue.tables());
    }
  }

  /**
   * Registers the given tables.
   *
   * @throws RenxingException USAGE where one is not there
   */
  public void register(Collection<TableName> tables) {
    for (TableName table : tables) {
      lake.spark().sql("CREATE DATABASE IF NOT EXISTS " + table.layer());
      create(table, catalogue.version(table).orElseThrow(() -> catalogue.missing(table)));
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
    if (identifier.size() == 2 && LakeCatalogue.isLayer(identifier.apply(0))) {
      out.add(
          new TableName(
              identifier.apply(0).toLowerCase(Locale.ROOT),
              identifier.apply(1).toLowerCase(Locale.ROOT)));
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
