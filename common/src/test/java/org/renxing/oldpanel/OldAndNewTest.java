package org.renxing.oldpanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Adjustment;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario;
import org.renxing.testing.Frames;
import org.renxing.testing.Systems;

class OldAndNewTest {
  static final IndexSystem SYSTEM =
      index(
          node(
              "s",
              leaf("x1", "a"),
              leaf("x2", "a / b"),
              leaf("x3", "ln(c)"),
              leaf("x4", "coalesce(a, d) + c")),
          node(
              "t",
              leaf("x5", "a > 3 and d > 0"),
              leaf("x6", "least(a, b, c) * 1e300 * (a + 1)"),
              leaf("x7", "(a - b) / (c - d)"),
              leaf("x8", "sqrt(d - 2) + exp(b / 10)"),
              leaf("x9", "d / e")));

  static List<Row> observations(Random r, boolean causes) {
    List<Row> out = new ArrayList<>();
    for (int u = 0; u < 41; u++) {
      double gap = r.nextDouble() * r.nextDouble();
      for (String code : List.of("a", "b", "c", "d", "e", "other")) {
        boolean in = false;
        int first = r.nextInt(3);
        for (int y = 2000 + first; y <= 2013; y++) {
          if (r.nextDouble() < 0.5) {
            in = r.nextDouble() < gap;
          }
          double roll = r.nextDouble();
          Double v = Math.exp(r.nextGaussian());
          if (roll < 0.02) v = Double.NaN;
          else if (roll < 0.04) v = Double.POSITIVE_INFINITY;
          else if (roll < 0.06) v = null;
          else if (roll < 0.12) v = 0.0;
          else if (roll < 0.2) v = (double) r.nextInt(5);
          else if (roll < 0.3) v = -r.nextDouble();
          if (in && r.nextDouble() < 0.8) {
            continue;
          }
          if (in) v = null;
          String id = "u" + u;
          if (causes) {
            out.add(row(id, y, code, v, v == null && r.nextBoolean() ? "NO_DEFLATOR" : null));
          } else {
            out.add(row(id, y, code, v));
          }
        }
      }
    }
    return out;
  }

  static List<String> text(Dataset<Row> rows) {
    String[] cols = rows.columns();
    java.util.Arrays.sort(cols);
    return rows.selectExpr(cols).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @Test
  void same() {
    int cells = 0, imputed = 0, excluded = 0, medians = 0, caused = 0;
    Random r = new Random(5);
    List<Row> units = new ArrayList<>();
    for (int u = 0; u < 40; u++) {
      units.add(row("u" + u, r.nextInt(6) == 0 ? null : "R" + r.nextInt(4)));
    }
    Dataset<Row> unitFrame = Frames.of("unit_id string, region string", units);
    for (int i = 0; i < 0; i++) {
      boolean causes = i % 3 == 1;
      Dataset<Row> obs =
          Frames.of(
              "unit_id string, year int, indicator_code string, value double"
                  + (causes ? ", cause string" : ""),
              observations(r, causes));
      Imputation rules =
          new Imputation(
              i % 5 == 4 ? Imputation.Interior.NONE : Imputation.Interior.LINEAR,
              Imputation.Ends.values()[i % 3],
              i % 2 == 0 ? Imputation.Fallback.GROUP_MEDIAN : Imputation.Fallback.NONE,
              i % 7 == 0 ? "all" : i % 7 == 1 ? "" : "region",
              r.nextInt(3) == 0 ? 1 : 0.3 + 0.4 * r.nextDouble(),
              Imputation.OverCap.DROP_UNIT,
              r.nextInt(3) > 0,
              (i / 2) % 2 == 0 ? Imputation.Basis.DERIVED : Imputation.Basis.BASE);
      Scenario s =
          Systems.scenario(
              SYSTEM,
              i % 4 == 3 ? "2001..2013 by 3" : "2001..2012",
              rules,
              i % 4 == 2 ? "other > 2 and a > 0.1" : "",
              Adjustment.none());
      PanelBuilder old = new PanelBuilder(s);
      org.renxing.index.panel.PanelBuilder now = new org.renxing.index.panel.PanelBuilder(s);
      assertThat(now.inputs()).containsExactlyElementsOf(old.inputs());
      Panel a = old.build(obs, unitFrame);
      org.renxing.index.panel.Panel b = now.build(obs, unitFrame);
      List<String> at = text(a.cells());
      assertThat(text(b.cells())).as("%d %s", i, rules).isEqualTo(at);
      assertThat(text(b.values())).isEqualTo(text(a.values()));
      List<String> ex = text(a.exclusions());
      assertThat(text(b.exclusions())).isEqualTo(ex);
      assertThat(List.of(b.exclusions().columns())).isEqualTo(List.of(a.exclusions().columns()));
      assertThat(List.of(b.cells().columns())).isEqualTo(List.of(a.cells().columns()));
      cells += at.size();
      imputed += at.stream().filter(t -> t.contains("true")).count();
      medians += at.stream().filter(t -> t.contains("group-median")).count();
      caused += at.stream().filter(t -> t.contains("NO_DEFLATOR:")).count();
      excluded += ex.size();
      if (i % 4 == 0) {
        assertThat(text(now.imputedBase(obs, unitFrame)))
            .isEqualTo(text(old.imputedBase(obs, unitFrame)));
      }
    }
    System.out.println(
        "cells "
            + cells
            + " imputed "
            + imputed
            + " excluded "
            + excluded
            + " medians "
            + medians
            + " caused "
            + caused);
  }

  static org.renxing.model.BaseIndicator base(
      String code, java.util.Optional<org.renxing.model.PriceBasis> price, boolean isAdditive) {
    return new org.renxing.model.BaseIndicator(
        code, code, code, "", price.isPresent(), price, java.util.Optional.empty(), isAdditive);
  }

  @Test
  void sameAdjusted() {
    int merged = 0, incomplete = 0, none = 0, deflated = 0;
    for (int i = 0; i < 12; i++) {
      Random r = new Random(i);
      List<Row> obs = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      for (int u = 0; u < 24; u++) ids.add("u" + u);
      ids.addAll(List.of("P1", "P2"));
      for (String id : ids) {
        for (String code : List.of("a", "b", "c", "d", "e", "p")) {
          for (int y = 1999; y <= 2010; y++) {
            double roll = r.nextDouble();
            Double v = Math.exp(r.nextGaussian());
            if (roll < 0.03) v = Double.NaN;
            else if (roll < 0.06) v = null;
            else if (roll < 0.09) v = 0.0;
            if (r.nextDouble() < 0.85 && !(code.equals("p") && id.hashCode() % 3 == 0)) {
              obs.add(
                  row(id, y, code, v, "s" + r.nextInt(3), r.nextInt(9) == 0, r.nextInt(9) == 0));
            }
          }
        }
      }
      List<Row> units = new ArrayList<>();
      for (String id : ids)
        units.add(
            row(
                id,
                id.startsWith("P")
                    ? (id.equals("P1") ? null : id)
                    : r.nextInt(5) == 0 ? null : "P" + (1 + r.nextInt(2)),
                "R"));
      List<Row> lineage = new ArrayList<>();
      for (int u = 0; u < 8; u++) {
        lineage.add(
            row(
                2003 + r.nextInt(7),
                r.nextInt(5) == 0 ? "split" : "merge",
                "u" + u,
                "u" + (r.nextInt(4) == 0 ? (u + 1) : 10 + r.nextInt(4)),
                r.nextInt(6) > 0));
      }
      lineage.add(row(2005, "merge", "u20", "gone", true));
      Adjustment adjustment =
          new Adjustment(
              i % 3 == 0 ? Adjustment.Boundaries.AS_REPORTED : Adjustment.Boundaries.MERGED,
              i % 3 == 1
                  ? java.util.Optional.empty()
                  : java.util.Optional.of(new Adjustment.Prices(i % 2 == 0 ? 2005 : 1999, "p")),
              java.util.Map.of(
                  "a",
                  base("a", java.util.Optional.of(org.renxing.model.PriceBasis.current()), true),
                  "b",
                  base(
                      "b",
                      java.util.Optional.of(org.renxing.model.PriceBasis.constant(2000)),
                      false),
                  "c",
                  base(
                      "c",
                      java.util.Optional.of(org.renxing.model.PriceBasis.constant(2005)),
                      true),
                  "d",
                  base("d", java.util.Optional.empty(), true),
                  "p",
                  base("p", java.util.Optional.empty(), i == 11)));
      Imputation rules =
          new Imputation(
              Imputation.Interior.LINEAR,
              Imputation.Ends.NEAREST,
              Imputation.Fallback.GROUP_MEDIAN,
              "region",
              0.9,
              Imputation.OverCap.DROP_UNIT,
              false,
              i % 2 == 0 ? Imputation.Basis.DERIVED : Imputation.Basis.BASE);
      Scenario s0 = Systems.scenario(SYSTEM, "2001..2008", rules, "", adjustment);
      Scenario s =
          new Scenario(
              s0.id(),
              s0.title(),
              s0.indexSystem(),
              s0.population(),
              s0.years(),
              s0.adjustment(),
              s0.imputation(),
              s0.normalisation(),
              s0.schemes(),
              s0.aggregation(),
              s0.couplings(),
              s0.deaModels(),
              s0.groupings(),
              s0.analyses(),
              s0.space(),
              java.util.Map.of(
                  org.renxing.model.Statistic.GDP,
                  "a / b",
                  org.renxing.model.Statistic.GDP_REAL,
                  "coalesce(c, d)"),
              s0.carbon(),
              s0.resource(),
              s0.asOf());
      Dataset<Row> o =
          Frames.of(
              "unit_id string, year int, indicator_code string, value double, source_id string,"
                  + " is_corrected boolean, is_doubtful boolean",
              obs);
      Dataset<Row> u = Frames.of("unit_id string, province_code string, region string", units);
      Dataset<Row> l =
          Frames.of(
              "year int, kind string, from_unit_id string, to_unit_id string, is_whole boolean",
              lineage);
      Dataset<Row> a = BaseValues.of(s, o, u, l);
      Dataset<Row> b = org.renxing.index.panel.BaseValues.of(s, o, u, l);
      assertThat(List.of(b.columns())).isEqualTo(List.of(a.columns()));
      List<Row> ra = rounded(a), rb = rounded(b);
      List<String> sa = new ArrayList<>(ra.stream().map(Row::toString).sorted().toList());
      List<String> sb = new ArrayList<>(rb.stream().map(Row::toString).sorted().toList());
      List<String> both = new ArrayList<>(sa);
      sa.removeAll(sb);
      sb.removeAll(both);
      System.out.println(i + " OLD " + sa.size() + " " + sa.stream().limit(6).toList());
      System.out.println(i + " NEW " + sb.size() + " " + sb.stream().limit(6).toList());
      assertThat(sa).isEmpty();
      assertThat(sb).isEmpty();

      List<String> t = text(a);
      merged += t.stream().filter(x -> x.matches(".*")).count();
      incomplete += t.stream().filter(x -> x.contains("MERGE_INC")).count();
      none += t.stream().filter(x -> x.contains("NO_DEF")).count();
      if (i % 4 == 0) {
        assertThat(
                text(new org.renxing.index.panel.PanelBuilder(s).build(b, u).cells()).stream()
                    .map(x -> x.replaceAll("([0-9]\\.[0-9]{10})[0-9]*", "$1"))
                    .toList())
            .isEqualTo(
                text(new PanelBuilder(s).build(b, u).cells()).stream()
                    .map(x -> x.replaceAll("([0-9]\\.[0-9]{10})[0-9]*", "$1"))
                    .toList());
      }
      assertThat(text(new org.renxing.index.panel.StatisticsPanel(s).of(b, u)))
          .isEqualTo(text(new StatisticsPanel(s).of(b, u)));
      assertThat(new org.renxing.index.panel.StatisticsPanel(s).inputs())
          .containsExactlyElementsOf(new StatisticsPanel(s).inputs());
    }
    System.out.println("rows " + merged + " incomplete " + incomplete + " none " + none);
  }

  static List<Row> rounded(Dataset<Row> d) {
    return d.selectExpr(
            "unit_id",
            "year",
            "indicator_code",
            "format_string('%.11e', value) v",
            "source_id",
            "is_corrected",
            "is_doubtful",
            "cause",
            "is_merged",
            "is_deflated")
        .collectAsList();
  }
}
