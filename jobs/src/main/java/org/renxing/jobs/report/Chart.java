package org.renxing.jobs.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of a page, or a table of it.
 *
 * @param id name within its page
 * @param data data set that it draws
 * @param title what is seen
 * @param note what is measured, in which unit, and how it is read
 * @param roles columns by role
 * @param filters columns of which the reader chooses one value each
 * @param method page of docs/methods, without its ending; empty for docs/tables.md
 */
public record Chart(
    String id,
    ChartKind kind,
    String data,
    Label title,
    Label note,
    Map<Role, List<String>> roles,
    List<String> filters,
    String method) {
  public Chart {
    roles = Collections.unmodifiableMap(new EnumMap<>(roles));
    filters = List.copyOf(filters);
    for (Role role : kind.needed()) {
      if (!roles.containsKey(role)) {
        throw new IllegalArgumentException("chart " + id + " of kind " + kind + " has no " + role);
      }
    }
  }

  /** Starts a chart of a data set. */
  static Builder of(String id, ChartKind kind, String data) {
    return new Builder(id, kind, data);
  }

  /** The columns that it asks of its data set. */
  List<String> columns() {
    List<String> out = new ArrayList<>(filters);
    roles.values().forEach(out::addAll);
    return out;
  }

  /** A chart that is being declared. */
  static final class Builder {
    private final String id;
    private final ChartKind kind;
    private final String data;
    private final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
    private Label title = new Label("", "");
    private Label note = new Label("", "");
    private List<String> filters = List.of();

    private Builder(String id, ChartKind kind, String data) {
      this.id = id;
      this.kind = kind;
      this.data = data;
    }

    Builder title(String en, String zh) {
      title = new Label(en, zh);
      return this;
    }

    Builder note(String en, String zh) {
      note = new Label(en, zh);
      return this;
    }

    Builder with(Role role, String... columns) {
      roles.put(role, List.of(columns));
      return this;
    }

    Builder filters(String... columns) {
      filters = List.of(columns);
      return this;
    }

    /** Ends it with its page of docs/methods. */
    Chart method(String page) {
      return new Chart(id, kind, data, title, note, roles, filters, page);
    }
  }
}
