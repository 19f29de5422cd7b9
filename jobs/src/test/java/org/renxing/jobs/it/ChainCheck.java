package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Computes a trace's chain again from its printed parts, in plain arithmetic of its own. */
final class ChainCheck {
  private static final double RELATIVE = 1e-9;
  private final JsonNode trace;
  private final boolean isGeometric;

  ChainCheck(JsonNode trace) {
    this.trace = trace;
    this.isGeometric = trace.get("aggregation").asText().equals("geometric");
  }

  void all() {
    assertThat(trace.get("notes")).as("notes of %s", name()).isEmpty();
    trace.get("indicators").forEach(this::indicator);
    trace.get("schemes").forEach(s -> s.get("nodes").forEach(n -> node(s, n)));
    trace.get("couplings").forEach(this::coupling);
  }

  private String name() {
    return trace.get("scenario").asText() + " " + trace.get("unit") + " " + trace.get("year");
  }

  private void indicator(JsonNode i) {
    String name = name() + " " + i.get("code").asText();
    boolean isOfBase = false;
    for (JsonNode base : i.get("base")) {
      base.get("sources").forEach(s -> source(name, s));
      isOfBase |= !base.get("imputed").isNull();
      if (!base.get("imputed").isNull()) {
        close(name, base.get("value"), imputed(base.get("imputed")));
      }
      if (!base.get("adjusted").isNull()) {
        adjusted(name + " " + base.get("code").asText(), base);
      }
    }
    JsonNode derived = i.get("derived").get("value");
    if (!derived.isNull()) {
      close(name, derived, Arithmetic.of(i.get("derived").get("filled_in").asText()));
    }
    if (!isOfBase) {
      assertThat(derived).as(name).isEqualTo(i.get("raw_value"));
    }
    assertThat(i.get("raw_value").isNull()).as(name).isEqualTo(!i.get("missing_reason").isNull());
    value(name, i, isOfBase);
    normalised(name, i);
    i.get("weights").forEach(w -> weight(name, i, w));
  }

  /** The value: imputed, derived from imputed, or derived; drawn in where it was treated. */
  private void value(String name, JsonNode i, boolean isOfBase) {
    boolean isImputed = !i.get("imputed").isNull();
    assertThat(!isImputed || i.get("raw_value").isNull()).as(name).isTrue();
    JsonNode derived = isOfBase ? i.get("derived").get("value") : i.get("raw_value");
    if (!isImputed && derived.isNull()) {
      assertThat(i.get("value").isNull()).as(name).isTrue();
      return;
    }
    double before = isImputed ? imputed(i.get("imputed")) : derived.asDouble();
    double lower = i.get("normalised").get("lower").asDouble();
    double upper = i.get("normalised").get("upper").asDouble();
    boolean isDrawn = i.get("is_winsorised").asBoolean();
    close(name, i.get("value"), isDrawn ? Math.min(Math.max(before, lower), upper) : before);
  }

  private static void source(String name, JsonNode s) {
    assertThat(s.get("text_as_received").asText().strip())
        .as(name)
        .isEqualTo(s.get("value_text").asText());
    assertThat(s.get("receipt").get("run_id").asText()).as(name).isNotEmpty();
    JsonNode by = s.get("conversion");
    double number = Double.parseDouble(s.get("text_as_received").asText().replace(",", ""));
    close(name, s.get("value"), number * by.get("times").asDouble() / by.get("over").asDouble());
  }

  /** (Observed + what passed over) × wanted ÷ given level; a part that is missing has a cause. */
  private static void adjusted(String name, JsonNode base) {
    JsonNode adjusted = base.get("adjusted");
    double again = number(base.get("observed"));
    for (JsonNode part : adjusted.get("passed_over")) {
      assertThat(part.get("kind").asText()).as(name).isEqualTo("merge");
      again += preferred(name, part);
    }
    if (!adjusted.get("prices").isNull()) {
      double ratio = Double.NaN;
      for (JsonNode series : adjusted.get("prices").get("series")) {
        double levels =
            preferred(name, series.get("wanted")) / preferred(name, series.get("given"));
        assertThat(series.get("is_used").asBoolean())
            .as(name)
            .isEqualTo(Double.isNaN(ratio) && !Double.isNaN(levels));
        ratio = Double.isNaN(ratio) ? levels : ratio;
      }
      again *= ratio;
    }
    if (Double.isNaN(again)) {
      assertThat(adjusted.get("value").isNull()).as(name).isTrue();
      assertThat(adjusted.get("cause").isNull() && !base.get("observed").isNull())
          .as(name)
          .isFalse();
    } else {
      close(name, adjusted.get("value"), again);
    }
    if (base.get("imputed").isNull()) {
      assertThat(base.get("value")).as(name).isEqualTo(adjusted.get("value"));
    }
  }

  /** The value of the source that counts, which the part must show as its own. */
  private static double preferred(String name, JsonNode part) {
    part.get("sources").forEach(s -> source(name, s));
    Optional<JsonNode> value =
        list(part.get("sources")).stream()
            .filter(s -> s.get("is_preferred").asBoolean())
            .map(s -> s.get("value"))
            .findFirst();
    assertThat(part.get("value").isNull()).as(name).isEqualTo(value.isEmpty());
    value.ifPresent(v -> assertThat(part.get("value")).as(name).isEqualTo(v));
    return number(part.get("value"));
  }

  private static double number(JsonNode value) {
    return value.isNull() ? Double.NaN : value.asDouble();
  }

  private double imputed(JsonNode imputed) {
    List<JsonNode> near = list(imputed.get("neighbours"));
    List<Double> values = near.stream().map(n -> n.get("value").asDouble()).toList();
    String method = imputed.get("method").asText();
    if (method.equals("group-median")) {
      List<Double> sorted = values.stream().sorted().toList();
      int n = sorted.size();
      return n % 2 == 1 ? sorted.get(n / 2) : 0.5 * sorted.get(n / 2 - 1) + 0.5 * sorted.get(n / 2);
    }
    if (method.equals("nearest")) {
      assertThat(near).hasSize(1);
      return values.get(0);
    }
    assertThat(near).hasSize(2);
    double year = trace.get("year").asDouble();
    double first = near.get(0).get("year").asDouble();
    double last = near.get(1).get("year").asDouble();
    return (values.get(0) * (last - year) + values.get(1) * (year - first)) / (last - first);
  }

  private static void normalised(String name, JsonNode i) {
    JsonNode n = i.get("normalised");
    assertThat(n.get("method").asText()).isEqualTo("min-max");
    if (i.get("value").isNull()) {
      assertThat(n.get("normalised").isNull()).as(name).isTrue();
      return;
    }
    double x = i.get("value").asDouble();
    double lower = n.get("lower").asDouble();
    double upper = n.get("upper").asDouble();
    boolean isNegative = i.get("direction").asText().equals("-");
    double share = lower == upper ? 0 : (isNegative ? upper - x : x - lower) / (upper - lower);
    double drawn = n.get("is_clamped").asBoolean() ? Math.min(Math.max(share, 0), 1) : share;
    close(name, n.get("normalised"), drawn * n.get("scale").asDouble());
    for (String side : List.of("lower", "upper")) {
      JsonNode setters = n.get("set_" + side);
      assertThat(setters.get("count").asLong()).as(name + side).isPositive();
      for (JsonNode setter : setters.get("first")) {
        assertThat(setter.get("year").asInt()).as(name).isBetween(2018, 2021);
      }
    }
  }

  private void weight(String name, JsonNode i, JsonNode w) {
    JsonNode y = i.get("normalised").get("normalised");
    if (isGeometric || y.isNull()) {
      assertThat(w.get("contribution").isNull()).as(name).isTrue();
      return;
    }
    double contribution = w.get("global_weight").asDouble() * y.asDouble();
    close(name, w.get("contribution"), contribution);
    close(name, w.get("system_contribution"), contribution / w.get("system_weight").asDouble());
  }

  private void node(JsonNode scheme, JsonNode node) {
    String name = name() + " " + scheme.get("scheme") + " " + node.get("system");
    double weights = 0;
    double sum = 0;
    double logs = 0;
    int missing = 0;
    for (JsonNode term : scheme.get("terms")) {
      if (list(term.get("nodes")).stream()
          .noneMatch(n -> n.asText().equals(node.get("system").asText()))) {
        continue;
      }
      double weight = term.get("global_weight").asDouble();
      double y = term.get("normalised").asDouble();
      weights += weight;
      missing += term.get("normalised").isNull() && weight > 0 ? 1 : 0;
      sum += weight * y;
      logs += weight == 0 ? 0 : weight * Math.log(y);
    }
    assertThat(node.get("missing").asInt()).as(name).isEqualTo(missing);
    close(name, node.get("system_weight"), weights);
    if (missing > 0) {
      assertThat(node.get("score").isNull()).as(name).isTrue();
      return;
    }
    double score = isGeometric ? Math.exp(logs / weights) : sum / weights;
    close(name, node.get("score"), score);
    close(name, node.get("contribution"), score * weights);
    assertThat(node.get("rank").asInt()).as(name).isBetween(1, node.get("ranked").asInt());
  }

  private void coupling(JsonNode k) {
    if (!k.get("reason").isNull()) {
      assertThat(k.get("d").isNull()).as(name()).isTrue();
      return;
    }
    double s = k.get("s").asDouble();
    double e = k.get("e").asDouble();
    List<JsonNode> parts = list(k.get("parts"));
    assertThat(parts).hasSize(2);
    close(name(), k.get("s"), score(k, parts.get(0)));
    close(name(), k.get("e"), score(k, parts.get(1)));
    boolean isStandard = k.get("variant").asText().equals("standard");
    double c =
        isStandard
            ? 2 * Math.sqrt(s * e) / (s + e)
            : Math.sqrt((1 - Math.abs(s - e)) * Math.min(s, e) / Math.max(s, e));
    double t = parts.get(0).get("alpha").asDouble() * s + parts.get(1).get("alpha").asDouble() * e;
    close(name(), k.get("c"), c);
    close(name(), k.get("t"), t);
    close(name(), k.get("d"), Math.sqrt(c * t));
  }

  /** The score of a system as the coupling's scheme has it, as a share of the scale. */
  private double score(JsonNode coupling, JsonNode part) {
    for (JsonNode scheme : trace.get("schemes")) {
      for (JsonNode node : scheme.get("nodes")) {
        if (scheme.get("scheme").equals(coupling.get("scheme"))
            && node.get("system").equals(part.get("system"))) {
          double scale = trace.at("/indicators/0/normalised/scale").asDouble();
          return node.get("score").asDouble() / scale;
        }
      }
    }
    throw new AssertionError("no score of " + part);
  }

  private static void close(String name, JsonNode printed, double again) {
    assertThat(printed.isNumber()).as(name + " has a number").isTrue();
    double tolerance = Math.max(RELATIVE * Math.abs(again), 1e-15);
    assertThat(printed.asDouble()).as(name).isCloseTo(again, within(tolerance));
  }

  private static List<JsonNode> list(JsonNode array) {
    return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
  }
}
