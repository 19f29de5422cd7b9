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
    for (int i = 0; i < 26; i++) {
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
}
