package org.renxing.jobs.diff;

import static j2html.TagCreator.body;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.renxing.jobs.diff.TableDiff.Difference;
import org.renxing.jobs.diff.TableDiff.Kind;
import org.renxing.jobs.diff.TableDiff.Mover;
import org.renxing.jobs.diff.TableDiff.State;
import org.renxing.model.Excerpt;

/** A comparison as a page of its own: no script, nothing from elsewhere, light and dark. */
public final class DiffPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #ccc; --soft: #f3f3f3; }
      @media (prefers-color-scheme: dark) { :root { --line: #555; --soft: #2a2a2a; } }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
      main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
      div { overflow-x: auto; margin: 1rem 0; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      caption { text-align: left; font-weight: 600; padding: .3rem 0; }
      th, td { border: 1px solid var(--line); padding: .2rem .6rem; text-align: left; }
      thead th { background: var(--soft); }
      td.n { text-align: right; }
      """;

  private DiffPage() {}

  /** The page. */
  public static String of(LakeDiff diff) {
    List<DomContent> sections = new ArrayList<>(List.of(tables(diff)));
    diff.tables().stream()
        .filter(t -> t.state() != State.EQUAL)
        .forEach(t -> sections.add(detail(t)));
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    title("Differences: " + diff.a().release() + ", " + diff.b().release()),
                    style(STYLE)),
                body(
                    main(
                        h1("Differences"),
                        p("A: " + text(diff.a().toString())),
                        p("B: " + text(diff.b().toString())),
                        p(DiffText.conclusion(diff)),
                        behind(diff.behind()),
                        each(sections, s -> s))))
            .withLang("en"));
  }

  private static DomContent tables(LakeDiff diff) {
    return section(
        h2("Tables"),
        grid(
            "Rows of each table; a row is changed where a value differs",
            List.of("table", "state", "rows A", "rows B", "added", "gone", "changed"),
            diff.tables().stream()
                .map(
                    t ->
                        Stream.<Object>of(
                                t.table(),
                                t.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                t.rowsA(),
                                t.rowsB(),
                                t.added(),
                                t.gone(),
                                t.changed())
                            .toList())
                .toList()));
  }

  private static DomContent detail(TableDiff t) {
    List<DomContent> out = new ArrayList<>(List.of(h2(t.table())));
    t.movers()
        .ifPresent(
            m -> {
              out.add(movers("Largest movers by " + m.score(), m.score(), m.byScore()));
              out.add(movers("Largest movers by rank", m.score(), m.byRank()));
            });
    out.add(
        grid(
            "Values changed, by column",
            List.of("column", "values changed"),
            t.columns().stream()
                .filter(c -> c.changed() > 0)
                .map(c -> List.<Object>of(c.column(), c.changed()))
                .toList()));
    out.add(rows("First rows that only B has", t, Kind.ADDED));
    out.add(rows("First rows that only A has", t, Kind.GONE));
    out.add(
        grid(
            "First values that differ",
            List.of("row", "column", "A", "B"),
            of(t, Kind.CHANGED)
                .map(
                    d ->
                        List.<Object>of(
                            d.key().toString(),
                            d.column().orElse(""),
                            DiffText.shown(d.a()),
                            DiffText.shown(d.b())))
                .toList()));
    out.add(columns("Columns that only A has", t.columnsOnlyA()));
    out.add(columns("Columns that only B has", t.columnsOnlyB()));
    out.add(columns("Columns of another type", t.columnsOfOtherType()));
    return section(each(out, s -> s));
  }

  private static DomContent movers(String caption, String score, List<Mover> movers) {
    return grid(
        caption,
        List.of("unit", "row", score + " A", score + " B", "change", "rank A", "rank B"),
        movers.stream()
            .map(
                m ->
                    List.<Object>of(
                        m.unitName().orElse(""),
                        m.key().toString(),
                        m.a(),
                        m.b(),
                        m.change(),
                        m.rankA().map(Object.class::cast).orElse("-"),
                        m.rankB().map(Object.class::cast).orElse("-")))
            .toList());
  }

  private static DomContent rows(String caption, TableDiff table, Kind kind) {
    return grid(
        caption,
        List.of("row"),
        of(table, kind).map(d -> List.<Object>of(d.key().toString())).toList());
  }

  private static Stream<Difference> of(TableDiff table, Kind kind) {
    return table.differences().stream().filter(d -> d.kind() == kind);
  }

  private static DomContent columns(String caption, List<String> names) {
    return grid(caption, List.of("column"), names.stream().map(n -> List.<Object>of(n)).toList());
  }

  private static DomContent behind(Behind behind) {
    return section(
        h2("Behind it"),
        p(BehindText.code(behind)),
        p(BehindText.configuration(behind)),
        grid(
            "Keys of the configuration that differ",
            List.of("key", "A", "B"),
            behind.settings().stream()
                .map(s -> List.<Object>of(s.key(), s.a().orElse("-"), s.b().orElse("-")))
                .toList()),
        each(
            behind.sources(),
            source ->
                grid(
                    "Source " + BehindText.source(source),
                    List.of("file", "what became of it"),
                    source.files().stream()
                        .map(f -> List.<Object>of(f.file(), BehindText.what(f)))
                        .toList())),
        behind.notRead().isEmpty()
            ? nothing()
            : ul(each(behind.notRead(), reason -> li("Not known: " + text(reason)))));
  }

  /** A table with its caption; nothing where it has no rows. */
  private static DomContent grid(String caption, List<String> heads, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return nothing();
    }
    return div(
        table(
            caption(text(caption)),
            thead(tr(each(heads, h -> th(text(h)).attr("scope", "col")))),
            tbody(each(rows, row -> tr(each(row, DiffPage::cell))))));
  }

  private static DomContent nothing() {
    return each(List.<String>of(), text -> p(text));
  }

  private static DomContent cell(Object value) {
    if (value instanceof Double number) {
      return td(DiffText.number(number)).withClass("n");
    } else if (value instanceof Long whole) {
      return td(String.format(Locale.ROOT, "%,d", whole)).withClass("n");
    }
    return td(text(value.toString()));
  }

  /** Without control characters; what HTML means otherwise is escaped where it is written. */
  private static String text(String text) {
    return Excerpt.message(text);
  }
}
