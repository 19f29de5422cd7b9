package org.renxing.jobs.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of the report.
 *
 * @param id its name in addresses
 * @param title in the navigation
 * @param question that it answers
 * @param isByUnit whether it is about one unit, with a file of data for each
 * @param data what its charts draw
 */
public record Page(
    String id,
    Label title,
    Label question,
    boolean isByUnit,
    @JsonIgnore List<DataSet> data,
    List<Chart> charts) {
  public Page {
    data = List.copyOf(data);
    charts = List.copyOf(charts);
    List<String> known = data.stream().map(DataSet::id).toList();
    for (Chart chart : charts) {
      if (!known.contains(chart.data())) {
        throw new IllegalArgumentException(
            "page " + id + ", chart " + chart.id() + ": no data set " + chart.data());
      }
    }
  }

  /** The names of the tables that each data set reads, by its id. */
  @JsonProperty
  Map<String, List<String>> tables() {
    return data.stream()
        .collect(
            Collectors.toMap(
                DataSet::id, set -> set.tables().stream().map(Object::toString).toList()));
  }

  /** The columns of which each chart of a data set asks for one value, in the order of filters. */
  List<String> choices(String set) {
    return charts.stream()
        .filter(chart -> chart.data().equals(set))
        .map(Chart::filters)
        .reduce((a, b) -> a.stream().filter(b::contains).toList())
        .orElse(List.of());
  }
}
