package org.renxing.lake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import scala.Option;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets through what reads the tables of the lake, and nothing else. A statement is judged by its
 * tree, never by its words, and twice: as it was parsed, because analysis already opens files and
 * evaluates constants, and as it was analysed, because only then is it known what its names stand
 * for. What is not on the lists here is refused.
 */
final class SqlGuard {
  private static final String CATALYST = "org.apache.spark.sql.catalyst.";

  /** What a query is made of, as it is parsed: names of classes of plans. */
  private static final Set<String> QUERY =
      words(
          "Aggregate AsOfJoin Distinct Except Filter Generate GlobalLimit Intersect Join"
              + " LateralJoin LocalLimit LocalRelation Offset OneRowRelation PipeOperator Pivot"
              + " Project Range RebalancePartitions Repartition RepartitionByExpression Sample Sort"
              + " SubqueryAlias Union UnresolvedHaving UnresolvedHint UnresolvedInlineTable"
              + " UnresolvedRelation UnresolvedSubqueryColumnAliases UnresolvedTVFAliases"
              + " UnresolvedTableValuedFunction UnresolvedWith Unpivot WithWindowDefinition");

  /** Statements that look at tables and functions, and the names within them. */
  private static final Set<String> LOOKS =
      words(
          "CurrentNamespace$ DescribeColumn DescribeFunction DescribeQueryCommand DescribeRelation"
              + " ExplainCommand ShowColumns ShowCurrentNamespaceCommand ShowFunctions"
              + " ShowNamespaces ShowTables ShowViews UnresolvedFunctionName UnresolvedNamespace"
              + " UnresolvedTableOrView");

  /** Where the rows of an analysed query may come from, beside the views of the lake. */
  private static final Set<String> SOURCES =
      words("CTERelationRef LocalRelation OneRowRelation Range");

  /** Groups in which some functions call Java or open files that an option names. */
  private static final Set<String> MIXED_GROUPS = words("misc_funcs xml_funcs");

  /** The functions of those groups that do neither. */
  private static final Set<String> HARMLESS =
      words(
          "aes_decrypt aes_encrypt assert_true bitmap_bit_position bitmap_bucket_number"
              + " bitmap_count current_catalog current_database current_schema current_user"
              + " hll_sketch_estimate hll_union input_file_block_length input_file_block_start"
              + " input_file_name monotonically_increasing_id raise_error session_user"
              + " spark_partition_id try_aes_decrypt typeof user uuid version");

  private SqlGuard() {}

  /**
   * Judges a statement as it was parsed.
   *
   * @throws RenxingException USAGE, naming what is refused
   */
  static void checkParsed(LogicalPlan plan) {
    walk(plan, SqlGuard::parsed);
  }

  /**
   * Judges a query as it was analysed.
   *
   * @throws RenxingException USAGE, naming what is refused
   */
  static void checkAnalysed(LogicalPlan plan) {
    walk(plan, SqlGuard::analysed);
  }

  /** Whether a statement, as it was parsed, is a query, and not one that looks at a table. */
  static boolean isQuery(LogicalPlan plan) {
    return isListed(plan, QUERY);
  }

  /** Visits every node, in whichever field of another it is held; goes below it where told to. */
  private static void walk(Object part, Predicate<TreeNode<?>> visitor) {
    if (part instanceof TreeNode<?> node) {
      if (visitor.test(node)) {
        CollectionConverters.asJava(node.productIterator()).forEachRemaining(p -> walk(p, visitor));
      }
    } else if (part instanceof Iterable<?> several) {
      CollectionConverters.asJava(several.iterator()).forEachRemaining(p -> walk(p, visitor));
    } else if (part instanceof Product pair && pair.getClass().getName().startsWith("scala.")) {
      CollectionConverters.asJava(pair.productIterator()).forEachRemaining(p -> walk(p, visitor));
    }
  }

  private static boolean parsed(TreeNode<?> node) {
    if (node instanceof LogicalPlan && !isListed(node, QUERY) && !isListed(node, LOOKS)) {
      throw refused(node.getClass().getSimpleName());
    }
    if (node instanceof UnresolvedRelation relation) {
      requireLayer(relation.multipartIdentifier(), 2);
      if (relation.isStreaming() || !relation.options().isEmpty()) {
        throw refused("STREAM and options of the table " + relation.name());
      }
    } else if (node instanceof UnresolvedTableOrView table) {
      requireLayer(table.multipartIdentifier(), 2);
    } else if (node instanceof UnresolvedNamespace namespace) {
      requireLayer(namespace.multipartIdentifier(), 1);
    } else if (node instanceof UnresolvedFunction function) {
      requireHarmless(function.nameParts());
    } else if (node instanceof UnresolvedGenerator generator) {
      requireHarmless(generator.name().nameParts());
    } else if (node instanceof UnresolvedTableValuedFunction function) {
      requireHarmless(function.name());
    } else if (node instanceof ExpressionWithUnresolvedIdentifier) {
      throw refused("IDENTIFIER");
    }
    return true;
  }

  private static boolean analysed(TreeNode<?> node) {
    if (node instanceof View view) {
      requireLayer(view.desc().identifier().nameParts(), 2);
      return false;
    }
    if (node instanceof LeafNode && !isListed(node, SOURCES)) {
      throw refused("rows of " + node.simpleString(100) + ", which is no table of the lake");
    }
    if (node instanceof CallMethodViaReflection || node instanceof UserDefinedExpression) {
      throw refused("the function " + node.nodeName());
    }
    return true;
  }

  private static boolean isListed(TreeNode<?> node, Set<String> names) {
    String name = node.getClass().getName();
    boolean isSpark =
        name.startsWith(CATALYST) || name.startsWith("org.apache.spark.sql.execution.command.");
    return isSpark && names.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * A name with a layer first, so far as it has several parts; others are of WITH, or not there.
   */
  private static void requireLayer(Seq<String> identifier, int parts) {
    List<String> name = List.copyOf(CollectionConverters.asJava(identifier));
    if (name.size() == 3 && name.get(0).equals("spark_catalog")) {
      name = name.subList(1, 3);
    }
    boolean isWhole = name.size() == parts;
    if (isWhole ? !LakeCatalogue.isLayer(name.get(0)) : name.size() > parts) {
      throw refused(
          "'"
              + String.join(".", name)
              + "', which is not in "
              + String.join(", ", LakeCatalogue.LAYERS));
    }
  }

  private static void requireHarmless(Seq<String> name) {
    List<String> parts = CollectionConverters.asJava(name);
    String function = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
    FunctionIdentifier id = new FunctionIdentifier(function);
    Option<ExpressionInfo> info =
        FunctionRegistry.builtin()
            .lookupFunction(id)
            .orElse(() -> TableFunctionRegistry.builtin().lookupFunction(id));
    boolean isHarmless =
        parts.size() == 1
            && info.isDefined()
            && (!MIXED_GROUPS.contains(info.get().getGroup()) || HARMLESS.contains(function));
    if (!isHarmless) {
      throw refused("the function " + String.join(".", parts));
    }
  }

  private static RenxingException refused(String what) {
    return new RenxingException(
        ErrorCode.USAGE,
        "sql: releases are for reading; allowed are SELECT, SHOW, DESCRIBE and EXPLAIN over tables"
            + " of the lake, with Spark's own functions that touch nothing else; refused: "
            + what);
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
