"use strict";
/* The page: state in the address, data in scripts, cards from declarations. */
window.renxing = (() => {
  const terms = window.renxingTerms;
  const kinds = window.renxingCharts;
  const BY_YEAR = ["ranking", "map", "scatter", "matrix"];
  const LEVELS = [
    ["all", "disordered decline", "moderately disordered", "basically coordinated", "moderately coordinated", "highly coordinated"],
    ["all", "low", "lower-middle", "upper-middle", "high"]
  ];
  const PREFERRED = { group_type: ["region7", "region3", "life_cycle"], grouping: ["region7", "region3", "life_cycle"] };
  const ROWS = 100;
  let start = null;
  let state = {};
  let redraw = [];
  let playing = 0;
  const loaded = new Map();
  const waiting = new Map();
  const byId = (id) => document.getElementById(id);

  /* words */
  const pick = (pair) => (state.lang === "zh" ? pair[1] : pair[0]);
  const ui = (key) => pick(terms.ui[key]);
  const text = (label) => (state.lang === "zh" ? label.zh : label.en);
  const capital = (value) => value.charAt(0).toUpperCase() + value.slice(1);
  const own = (map, key) => (map && Object.hasOwn(map, key) ? map[key] : undefined);
  /** A value without a word: codes of the product as words, all else as it is. */
  const plain = (value) => {
    const isCode = /^[a-z][a-z0-9]*([_-][a-z0-9]+)+$/.test(value) || /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(value);
    if (isCode) return capital(value.toLowerCase().replace(/[_-]/g, " "));
    return /^[a-z]+( [a-z]+)+$/.test(value) ? capital(value) : String(value);
  };
  /** A column in words: Chinese titles are those of the product's tables, of one table first. */
  function head(name, tables) {
    const word = own(terms.columns, name);
    if (Array.isArray(word)) return pick(word);
    if (state.lang === "zh") {
      const title = (tables || []).map((t) => own(start.titles, t.split(".")[1] + "." + name)).find(Boolean) || own(start.titles, name);
      if (title) return title;
    }
    return word || capital(name.replace(/^is_/, "").replace(/^n_/, "number of ").replace(/_pct$/, " (%)").replace(/_/g, " "));
  }
  /** What a code is called: by the configuration, then by the page, then by the release. */
  function word(value) {
    const named = own(start.names[state.scenario], value);
    if (named) return text(named);
    const known = own(terms.values, value);
    if (known) return pick(known);
    if (state.lang === "zh" && shared.words.has(value)) return shared.words.get(value);
    const all = own(start.names[""], value);
    return all ? text(all) : plain(value);
  }
  const scenarioName = (id) => { const name = own(start.names[""], id); return name ? text(name) : plain(id); };
  const safe = (value) => String(value).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const measure = (value) => {
    const parts = String(value).split(".");
    return parts.length < 2 ? capital(word(value)) : parts.map(word).join(" · ");
  };
  /** Columns that name scores or variables. */
  const MEASURES = /^(measure|feature|factor|factor_a|factor_b|response|ordered_by)$/;
  /** The name of a type; those that the product gives are in both languages. */
  const typeName = (value) => {
    const [, number] = /^type (\d+)$/.exec(value) || [];
    if (number) return ui("type") + " " + number;
    const [, first] = /^(.+) lags$/.exec(value) || [];
    return first ? measure(first) + " " + ui("lags") : word(value);
  };

  function number(value, digits = 3) {
    if (typeof value !== "number") return ui("noData");
    const size = Math.abs(value);
    const locale = state.lang === "zh" ? "zh-CN" : "en-GB";
    if (size >= 1e5) return new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: digits }).format(value);
    if (Number.isInteger(value)) return new Intl.NumberFormat(locale).format(value);
    if (size >= 1000) return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
    if (size > 0 && size < 1e-4) return value.toExponential(digits - 1);
    return new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value);
  }

  /* elements */
  function el(name, attributes, ...inside) {
    const out = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) out.addEventListener(key.slice(2), value);
      else if (value !== undefined && value !== false) out.setAttribute(key, value === true ? "" : value);
    }
    for (const each of inside.flat()) if (each !== null && each !== undefined) out.append(each);
    return out;
  }
  const button = (label, action) => el("button", { type: "button", onclick: action }, label);
  const say = (message) => { byId("live").textContent = message; };

  /* state */
  function read() {
    const out = {};
    for (const [key, value] of new URLSearchParams(location.hash.slice(1))) out[key] = value;
    return out;
  }
  function remembered(key) { try { return localStorage.getItem("renxing." + key); } catch { return null; } }
  function remember(key, value) { try { localStorage.setItem("renxing." + key, value); } catch { return; } }
  function address(changes) {
    const all = Object.assign({}, state, changes);
    const order = ["page", "scenario", "unit", "year", "lang", "theme"];
    const keys = order.concat(Object.keys(all).filter((k) => !order.includes(k)).sort());
    return "#" + keys.filter((k) => all[k]).map((k) => k + "=" + encodeURIComponent(all[k])).join("&");
  }
  function go(changes) { location.hash = address(changes); }
  /** Changes the address without a new page; the charts that depend on it are drawn again. */
  function note(changes) {
    Object.assign(state, changes);
    history.replaceState(null, "", address({}));
    redraw.forEach((draw) => draw());
  }

  /* data */
  function script(src) {
    if (!waiting.has(src)) {
      waiting.set(src, new Promise((done, failed) => {
        document.head.append(el("script", { src, onload: done, onerror: () => failed(new Error(ui("loadFailed") + ": " + src)) }));
      }));
    }
    return waiting.get(src);
  }
  function places(values) {
    if (values.i) return values.i;
    const out = [];
    for (let i = 0; i < values.r.length; i += 2) for (let n = values.r[i + 1]; n > 0; n--) out.push(values.r[i]);
    return out;
  }
  /** Rows that lie in parts, one a value of a column; these are those of the part that was chosen last. */
  function parted(name, set) {
    const rows = { n: 0, names: [], values: () => [], get: () => null, by: set.by, options: set.values, part: undefined };
    rows.choose = async (value) => Object.assign(rows, (await data(name + "/" + set.values.indexOf(value))).rows, { part: value });
    return rows;
  }
  function decoded(name, sets) {
    const out = {};
    for (const [id, set] of Object.entries(sets)) {
      if (set.by) { out[id] = parted(name + "/" + id, set); continue; }
      const columns = new Map();
      for (const [name, values] of Object.entries(set.columns)) {
        columns.set(name, Array.isArray(values) ? values : "c" in values ? Array(set.n).fill(values.c) : places(values).map((i) => (i < 0 ? null : values.d[i])));
      }
      out[id] = { n: set.n, names: [...columns.keys()], values: (name) => columns.get(name), get: (name, row) => columns.get(name)[row] };
    }
    return out;
  }
  async function data(name) {
    if (!loaded.has(name)) await script("data/" + name + ".js");
    return loaded.get(name);
  }
  const scenarioNumber = () => start.scenarios.findIndex((s) => s.id === state.scenario);
  const scenario = () => start.scenarios[scenarioNumber()];

  const shared = { scenario: null, units: [], places: new Map(), indicators: new Map(), inputs: new Map(), words: new Map(), groups: new Map(), sets: {} };
  async function share() {
    if (shared.scenario === state.scenario) return;
    const sets = await data(scenarioNumber() + "/shared");
    const units = sets.units;
    Object.assign(shared, { scenario: state.scenario, units: [], places: new Map(), indicators: new Map(), inputs: new Map(), words: new Map(), groups: new Map(), sets });
    for (let i = 0; units && i < units.n; i++) {
      const get = (name) => units.get(name, i);
      const unit = { number: i, id: get("unit_id"), zh: get("name_zh"), en: get("name_en") || get("name_zh"), lon: get("lon"), lat: get("lat") };
      shared.units.push(unit);
      shared.places.set(unit.id, unit);
      if (get("region7")) shared.groups.set(get("region7"), [get("region7"), get("region7_zh")]);
      if (get("province_name")) shared.groups.set(get("province_name"), [get("province_name_en") || get("province_name"), get("province_name")]);
    }
    const indicators = sets.indicators;
    for (let i = 0; indicators && i < indicators.n; i++) {
      shared.indicators.set(indicators.get("indicator_code", i), [capital(indicators.get("name_en", i) || indicators.get("name_zh", i)), indicators.get("name_zh", i), indicators.get("unit_of_measure", i)]);
      shared.inputs.set(indicators.get("indicator_code", i), (indicators.get("expression", i) || "").match(/[A-Za-z_][A-Za-z0-9_]*/g) || []);
    }
    const words = sets.words;
    for (let i = 0; words && i < words.n; i++) shared.words.set(words.get("word", i), words.get("word_zh", i));
    byId("units").replaceChildren(...shared.units.map((u) => el("option", { value: state.lang === "zh" ? u.zh : u.en }, u.id)));
  }

  /** How a value of a column is shown. */
  function label(name, value) {
    if (value === null || value === undefined) return ui("noData");
    if (name === "unit_id" || name === "peer_unit_id" || (name === "who" && shared.places.has(value))) {
      const unit = shared.places.get(value);
      return unit ? (state.lang === "zh" ? unit.zh : unit.en) : value;
    }
    if (name === "indicator_code" || name === "code") {
      const known = shared.indicators.get(value);
      if (known) return pick(known);
    }
    if (MEASURES.test(name)) return measure(value);
    if (/^type_name/.test(name)) return typeName(value);
    if (/^range_[ab]$/.test(name)) return String(value).replace(/-?\d+\.\d+(e-?\d+)?/gi, (n) => number(Number(n)));
    if (typeof value === "boolean") return ui(value ? "yes" : "no");
    if (shared.groups.has(value) && !own(terms.values, value)) return pick(shared.groups.get(value));
    if (typeof value === "number") return /year/.test(name) ? String(value) : number(value);
    if (/^(decided_by|rules_fired|rules_unknown)$/.test(name)) return String(value).split(",").map(plain).join(", ");
    const special = own(terms.values, name + "." + value);
    if (special) return pick(special);
    if (name === "source_id" || /^(sources|source_file|column_label|evidence|imputed_from|base_indicators|place)$/.test(name)) return String(value);
    return word(value);
  }

  /* one card */
  /** The chart with the value that the reader chose, where there is a choice. */
  function effective(chart) {
    const choice = chart.roles.choice;
    if (!choice) return chart;
    const wanted = choice.includes(state["v." + chart.id]) ? state["v." + chart.id] : choice[0];
    return Object.assign({}, chart, { roles: Object.assign({}, chart.roles, { value: [wanted] }) });
  }
  function chosen(chart, rows) {
    let index = [...Array(rows.n).keys()];
    const filters = [];
    for (const name of chart.filters) {
      const options = name === rows.by ? rows.options : [...new Set(index.map((r) => rows.get(name, r)))];
      let value = options.find((o) => String(o) === state["f." + name]);
      if (value === undefined) value = preferred(chart, name, options);
      filters.push({ name, options, value });
      index = index.filter((r) => rows.get(name, r) === value);
    }
    return { index, filters };
  }
  function preferred(chart, name, options) {
    const isGrouped = (chart.roles.series || []).includes("group_value") || name === "grouping";
    if (PREFERRED[name] && isGrouped) {
      const found = PREFERRED[name].find((p) => options.includes(p)) || options.find((o) => o !== "all");
      if (found) return found;
    }
    if (name === "measure") {
      const found = options.find((o) => /\.overall$/.test(o));
      if (found) return found;
    }
    return options.includes("all") ? "all" : options[0];
  }
  /** The value of the part that a chart needs and that is not there. */
  function missing(chart, rows) {
    const wanted = rows.by && chosen(chart, rows).filters.find((f) => f.name === rows.by).value;
    return wanted === rows.part ? undefined : wanted;
  }
  const yearOf = (chart) => (BY_YEAR.includes(chart.kind) && chart.roles.year ? chart.roles.year[0] : null);

  function selection(chart, rows) {
    const { index, filters } = chosen(chart, rows);
    const column = yearOf(chart);
    if (!column) return { index, filters, before: [], year: null, all: index };
    const years = [...new Set(index.map((r) => rows.get(column, r)))].filter((y) => y !== null).sort((a, b) => a - b);
    const wanted = Number(state.year) || years[years.length - 1];
    const year = [...years].reverse().find((y) => y <= wanted) ?? years[0];
    const former = years[years.indexOf(year) - 1];
    return {
      index: index.filter((r) => rows.get(column, r) === year),
      before: index.filter((r) => rows.get(column, r) === former),
      all: index, filters, year
    };
  }

  /** What a reader sees in one sentence, from the figures. */
  function sentence(chart, rows, sel) {
    const name = (chart.roles.value || [])[0];
    if (!name || !sel.index.length) return sel.index.length + " " + ui("rows");
    if (chart.roles.value.length > 1) return courseSentence(chart, rows, sel);
    const series = (chart.roles.series || [])[0];
    if (series === "who") {
      const of = (who) => [...sel.index].filter((r) => rows.get(series, r) === who && typeof rows.get(name, r) === "number").sort((a, b) => rows.get("year", a) - rows.get("year", b));
      const ends = (list) => (list.length ? label(series, rows.get(series, list[0])) + " " + [list[0], list[list.length - 1]].map((r) => number(rows.get(name, r)) + " (" + rows.get("year", r) + ")").join(" → ") : "");
      return [of(state.unit), of("all")].map(ends).filter(Boolean).join(state.lang === "zh" ? "；" : "; ");
    }
    const values = sel.index.map((r) => [r, rows.get(name, r)]).filter((p) => typeof p[1] === "number");
    if (!values.length) return ui("noData");
    values.sort((a, b) => a[1] - b[1]);
    const low = values[0], high = values[values.length - 1];
    const who = (row) => {
      const key = ["unit", "series", "y"].find((role) => chart.roles[role]);
      const what = (chart.kind === "matrix" ? ["y", "x"] : key ? [key] : [])
        .map((role) => label(chart.roles[role][0], rows.get(chart.roles[role][0], row))).join(" → ");
      const year = chart.roles.year && !sel.year ? String(rows.get(chart.roles.year[0], row)) : "";
      return [what, year].filter(Boolean).join(" ");
    };
    const colon = state.lang === "zh" ? "：" : ": ";
    const end = (title, p) => ui(title) + colon + [who(p[0]), number(p[1])].filter(Boolean).join(" ");
    const gap = state.lang === "zh" ? "；" : "; ";
    const parts = [end("highest", high), end("lowest", low)];
    if (chart.roles.unit) parts.push(ui("median") + colon + number(values[Math.floor((values.length - 1) / 2)][1]));
    return (sel.year ? sel.year + colon : "") + parts.join(gap);
  }

  /** From the first to the last year, for charts of several figures. */
  function courseSentence(chart, rows, sel) {
    const year = chart.roles.year[0];
    const order = [...sel.index].sort((a, b) => rows.get(year, a) - rows.get(year, b));
    const names = chart.kind === "boxes" ? [chart.roles.value[2]] : chart.roles.value;
    return names.map((name) => {
      const own = order.filter((r) => typeof rows.get(name, r) === "number");
      if (!own.length) return "";
      const at = (r) => number(rows.get(name, r)) + " (" + rows.get(year, r) + ")";
      return head(name, chart.tables) + " " + at(own[0]) + " → " + at(own[own.length - 1]);
    }).filter(Boolean).join(state.lang === "zh" ? "；" : "; ");
  }

  /** The first and second system of a pair by their names. */
  function system(chart, sel, name) {
    const pair = sel.filters.find((f) => f.name === "pair_id");
    const named = pair && own(start.names[state.scenario], pair.value);
    const place = ["s", "e"].indexOf(name);
    return named && place >= 0 ? text(named).split(" × ")[place] + " (" + name.toUpperCase() + ")" : null;
  }

  function context(chart, rows, sel, box) {
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue("--" + name).trim();
    const name = (chart.roles.value || [])[0];
    return {
      chart, rows, index: sel.index, before: sel.before, year: sel.year,
      allValues: name ? sel.all.map((r) => rows.get(name, r)) : [],
      label, head: (n) => system(chart, sel, n) || head(n, chart.tables), ui, number, safe, chosen: shared.places.has(state.unit) ? state.unit : null,
      chosenName: shared.places.has(state.unit) ? label("unit_id", state.unit) : null, chosenColour: colour("chosen"), units: shared.units, outlines, unit: (id) => shared.places.get(id),
      orderOf: (list) => { const known = LEVELS.find((l) => list.every((v) => l.includes(v))); return known ? known.filter((l) => list.includes(l)) : null; },
      narrow: box < 480, isDark: state.theme === "dark", spoken: text(chart.title) + ". " + sentence(chart, rows, sel),
      ink: colour("ink"), soft: colour("soft"), line: colour("line"), card: colour("card"), tint: colour("tint"), grey: colour("grey"),
      font: css.fontFamily
    };
  }

  function save(name, type, content) {
    const link = el("a", { download: name, href: typeof content === "string" && content.startsWith("data:") ? content : URL.createObjectURL(new Blob([content], { type })) });
    document.body.append(link);
    link.click();
    link.remove();
  }
  const fileName = (chart, end) => [state.scenario, state.page, state.page === "unit" ? state.unit : "", chart.id, start.release].filter(Boolean).join("_") + end;

  const method = (chart) => (chart.method ? "docs/methods/" + chart.method + ".md" : "docs/tables.md");
  function csv(chart, rows) {
    const { index } = chosen(chart, rows);
    const names = rows.names.includes("unit_id") ? ["unit_name"].concat(rows.names) : rows.names;
    const cell = (v) => { const t = v === null || v === undefined ? "" : String(v); return /[",\n]/.test(t) ? '"' + t.replace(/"/g, '""') + '"' : t; };
    const lines = [["release_id", "scenario_id"].concat(names).join(",")];
    for (const r of index) {
      lines.push([start.release, state.scenario].concat(names.map((n) => (n === "unit_name" ? (shared.places.get(rows.get("unit_id", r)) || {}).zh : rows.get(n, r)))).map(cell).join(","));
    }
    save(fileName(chart, ".csv"), "text/csv", "\ufeff" + lines.join("\n") + "\n");
  }

  function png(chart, rows) {
    const box = el("div", { style: "position:fixed;left:-3000px;width:1000px;height:640px" });
    document.body.append(box);
    const drawing = echarts.init(box, null, { renderer: "canvas" });
    const ctx = context(chart, rows, selection(chart, rows), 1000);
    const option = kinds[chart.kind](ctx);
    option.title = [
      { text: text(chart.title), left: 12, top: 8, textStyle: { color: ctx.ink, fontSize: 20 } },
      { text: [state.scenario, start.release, method(chart), ctx.year].filter(Boolean).join(" · "), left: 12, bottom: 6, textStyle: { color: ctx.soft, fontSize: 12, fontWeight: "normal" } }
    ];
    if (option.legend) option.legend.top = 42;
    if (option.visualMap) option.visualMap.bottom = 30;
    const inside = option.grid || option.geo;
    inside.top = (Number(inside.top) || 0) + 56;
    inside.bottom = (Number(inside.bottom) || 0) + 34;
    option.backgroundColor = ctx.card;
    drawing.setOption(option);
    save(fileName(chart, ".png"), "image/png", drawing.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: ctx.card }));
    drawing.dispose();
    box.remove();
  }

  const unitLink = (id) => el("a", { href: address({ page: "unit", unit: id }) }, label("unit_id", id));
  function cell(name, value, isNumber) {
    if (value === null || value === undefined) return el("td", { class: isNumber ? "hint n" : "hint" }, "–");
    if (name === "unit_id" && shared.places.has(value)) return el("td", {}, unitLink(value));
    if (name === "peer_unit_id" && shared.places.has(value)) return el("td", {}, unitLink(value));
    if (name === "is_suspect" && value) return el("td", {}, el("a", { href: address({ page: "quality" }) }, "▲ " + ui("suspect")));
    if (name === "is_imputed" && value) return el("td", {}, "○ " + ui("imputed"));
    if (typeof value === "boolean") return el("td", {}, ui(value ? "yes" : "no"));
    if (typeof value === "number") return el("td", { class: "n", title: String(value) }, /year/.test(name) ? String(value) : number(value, 4));
    return el("td", {}, label(name, value));
  }
  function grid(chart, rows, sel) {
    const constant = new Set(sel.filters.filter((f) => f.options.length === 1 || f.value !== undefined).map((f) => f.name));
    let names = rows.names.filter((n) => !constant.has(n));
    if (sel.year) names = names.filter((n) => n !== "year");
    const isRanked = chart.kind === "ranking" && names.includes("rank") && sel.before.length;
    const then = new Map(isRanked ? sel.before.map((r) => [rows.get("unit_id", r), rows.get("rank", r)]) : []);
    const numbers = new Set(names.filter((n) => rows.values(n).some((v) => typeof v === "number")));
    const body = el("tbody");
    const count = el("caption");
    let most = ROWS;
    const more = button(ui("more"), () => { most *= 5; fill(); });
    const wanted = el("input", { type: "search", "aria-label": ui("search"), placeholder: ui("search"), oninput: () => fill() });
    const fits = (r) => {
      const q = wanted.value.trim().toLowerCase();
      if (!q) return true;
      const unit = rows.names.includes("unit_id") ? shared.places.get(rows.get("unit_id", r)) : null;
      const all = names.map((n) => String(label(n, rows.get(n, r)))).concat(unit ? [unit.zh, unit.en, unit.id] : []);
      return all.some((t) => t.toLowerCase().includes(q));
    };
    function fill() {
      const found = sel.index.filter(fits);
      body.replaceChildren(...found.slice(0, most).map((r) => {
        const cells = names.map((n) => cell(n, rows.get(n, r), numbers.has(n)));
        if (isRanked) {
          const old = then.get(rows.get("unit_id", r));
          const gained = old === undefined ? null : old - rows.get("rank", r);
          cells.push(el("td", { class: "n" }, gained === null ? "–" : gained > 0 ? "▲ " + gained : gained < 0 ? "▼ " + -gained : "0"));
        }
        return el("tr", {}, cells);
      }));
      count.textContent = found.length + " " + ui("rows");
      more.hidden = found.length <= most;
    }
    fill();
    const heads = names.map((n) => el("th", { scope: "col", class: numbers.has(n) ? "n" : undefined }, head(n, chart.tables)));
    if (isRanked) heads.push(el("th", { scope: "col", class: "n" }, ui("change")));
    return el("div", {},
      sel.index.length > 12 ? el("div", { class: "choices" }, wanted) : null,
      el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": ui("table") + ": " + text(chart.title) }, el("table", {}, count, el("thead", {}, el("tr", {}, heads)), body)),
      more);
  }

  /** One row as a list. */
  function facts(chart, rows) {
    const names = rows.names.filter((n) => rows.get(n, 0) !== null && !(chart.filters || []).includes(n));
    return el("dl", { class: "facts" }, names.map((n) => el("div", {}, el("dt", {}, head(n, chart.tables)), el("dd", {}, label(n, rows.get(n, 0))))));
  }
  /** What hollow and pointed marks mean, where the rows shown have them. */
  function marks(chart, rows, index) {
    const any = (role) => chart.roles[role] && index.some((r) => { const v = rows.get(chart.roles[role][0], r); return v === true || v > 0; });
    if (!any("imputed") && !any("suspect")) return [];
    return [any("imputed") ? "○ " + ui("imputed") + "  " : "", any("suspect") ? "▲ " + ui("suspect") + "  " : "",
      el("a", { href: address({ page: "quality" }) }, ui("seeQuality"))];
  }

  function card(page, declared, rows) {
    const tables = page.tables[declared.data];
    const current = () => Object.assign({}, effective(declared), { tables });
    const chart = Object.assign({}, declared, { tables });
    const isDrawn = chart.kind !== "table" && chart.kind !== "facts";
    const isWide = chart.kind === "facts" || (chart.kind === "table" && rows.names.length - chart.filters.length > 6);
    const title = el("h2", { id: "h-" + chart.id }, text(chart.title));
    const seen = el("p", { class: "seen" });
    const legend = el("p", { class: "note", hidden: true });
    const choices = el("div", { class: "choices" });
    const tall = chart.kind === "ranking" || (chart.kind === "matrix" && new Set(rows.values(chart.roles.y[0])).size > 18);
    const figure = el("div", { class: "figure" + (tall ? " tall" : ""), role: "img" });
    const behind = el("div", { hidden: isDrawn });
    const toggle = button(ui("table"), () => {
      behind.hidden = !behind.hidden;
      toggle.setAttribute("aria-expanded", String(!behind.hidden));
      if (!behind.hidden) table();
    });
    toggle.setAttribute("aria-expanded", "false");
    const out = el("section", { class: "card" + (isWide ? " wide" : ""), "aria-labelledby": "h-" + chart.id },
      title, el("p", { class: "note" }, text(chart.note)), seen, choices, isDrawn ? figure : null, legend, behind,
      el("div", { class: "foot" },
        el("span", {}, state.scenario + " · " + start.release + " · " + ui("method") + ": " + method(chart)),
        isDrawn ? toggle : null,
        button("CSV", () => csv(chart, rows)),
        isDrawn ? button("PNG", () => png(current(), rows)) : null,
        button(ui("link"), () => copy())));
    let drawing = null;
    const table = () => behind.replaceChildren(chart.kind === "facts" ? facts(chart, rows) : grid(chart, rows, selection(chart, rows)));
    function draw() {
      const chart = current();
      const wanted = missing(chart, rows);
      if (wanted !== undefined) { rows.choose(wanted).then(draw, (e) => say(e.message)); return; }
      const sel = selection(chart, rows);
      const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.filter : null;
      const inside = out.contains(document.activeElement);
      choices.replaceChildren(...sel.filters.filter((f) => f.options.length > 1).map((f) =>
        el("label", { class: "field" }, el("span", {}, head(f.name, tables)),
          el("select", { "data-filter": f.name, onchange: (e) => note({ ["f." + f.name]: e.target.value }) },
            f.options.map((o) => el("option", { value: String(o), selected: o === f.value }, label(f.name, o)))))),
        ...(chart.roles.choice && chart.roles.choice.length > 1 ? [el("label", { class: "field" }, el("span", {}, ui("shown")),
          el("select", { "data-filter": "v." + chart.id, onchange: (e) => note({ ["v." + chart.id]: e.target.value }) },
            chart.roles.choice.map((c) => el("option", { value: c, selected: c === chart.roles.value[0] }, head(c, tables)))))] : []));
      if (inside && focused) choices.querySelector('[data-filter="' + focused + '"]')?.focus();
      if (!behind.hidden) table();
      if (!isDrawn) return;
      legend.replaceChildren(...marks(chart, rows, sel.index));
      legend.hidden = !legend.firstChild;
      const only = (chart.filters.includes("indicator_code") && sel.filters.find((f) => f.name === "indicator_code")) || null;
      const unitOf = only && shared.indicators.has(only.value) ? shared.indicators.get(only.value)[2] : null;
      seen.textContent = sentence(chart, rows, sel) + (unitOf ? " (" + unitOf + ")" : "");
      figure.setAttribute("aria-label", text(chart.title) + ". " + seen.textContent);
      if (!figure.isConnected || !figure.clientWidth) return;
      if (!drawing) {
        drawing = echarts.init(figure, null, { renderer: "svg" });
        drawing.on("click", (p) => { const id = (drawing.units || [])[p.dataIndex]; if (id) go({ page: "unit", unit: id }); });
        let width = figure.clientWidth;
        new ResizeObserver(() => {
          drawing.resize();
          if (figure.clientWidth !== width) { width = figure.clientWidth; draw(); }
        }).observe(figure);
      }
      const option = kinds[chart.kind](context(chart, rows, sel, figure.clientWidth));
      drawing.units = option.chooses;
      delete option.chooses;
      drawing.setOption(option, true);
    }
    out.draw = draw;
    return out;
  }
  function copy() {
    const done = () => say(ui("copied"));
    if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(done, () => {});
    else done();
  }

  /* pages */
  function slider(charts, sets) {
    const years = [...new Set(charts.filter(yearOf).flatMap((c) => sets[c.data].values(yearOf(c))))].filter((y) => y !== null).sort((a, b) => a - b);
    if (years.length < 2) return null;
    const place = () => { const i = years.findLastIndex((y) => y <= (Number(state.year) || Infinity)); return i < 0 ? 0 : i; };
    const shown = el("output", { for: "year" }, String(years[place()]));
    const range = el("input", { type: "range", id: "year", min: 0, max: years.length - 1, step: 1, value: place(), "aria-valuetext": String(years[place()]) });
    const show = (i) => {
      range.value = i;
      range.setAttribute("aria-valuetext", String(years[i]));
      shown.textContent = years[i];
      note({ year: String(years[i]) });
    };
    range.addEventListener("input", () => show(Number(range.value)));
    const play = button(ui("play"), () => {
      if (playing) { halt(); return; }
      let i = place() === years.length - 1 ? -1 : place();
      play.textContent = ui("stop");
      playing = setInterval(() => { i++; show(i); if (i === years.length - 1) halt(); }, 900);
    });
    const halt = () => { clearInterval(playing); playing = 0; play.textContent = ui("play"); };
    return el("div", { class: "tools" }, el("label", { for: "year" }, ui("year")), range, shown, play);
  }

  async function chartPage(page, into) {
    let name = scenarioNumber() + "/" + page.id;
    if (page.isByUnit) {
      const unit = shared.places.get(state.unit);
      if (!unit) { into.append(el("p", { class: "hint" }, ui("noUnit"))); return; }
      into.querySelector("h1").textContent = label("unit_id", unit.id);
      into.querySelector(".lead").textContent = [state.lang === "zh" ? unit.en : unit.zh, unit.id].join(" · ");
      name += "/" + unit.number;
    }
    const needed = [data(name), script("page/echarts.min.js")];
    if (start.hasOutlines && page.charts.some((c) => c.kind === "map")) needed.push(script("data/outlines.js"));
    const [sets] = await Promise.all(needed);
    if (sets.figures && sets.origins) addPlaces(sets.figures, sets.origins);
    const charts = page.charts.filter((c) => sets[c.data]);
    for (const c of charts) {
      const wanted = missing(c, sets[c.data]);
      if (wanted !== undefined) await sets[c.data].choose(wanted);
    }
    const cards = charts.map((c) => card(page, c, sets[c.data]));
    into.append(...[slider(charts, sets), el("div", { class: "cards" }, cards)].filter(Boolean));
    redraw = cards.map((c) => c.draw);
    redraw.forEach((draw) => draw());
  }

  /** Adds to figures in which file and line the base indicators of each stand. */
  function addPlaces(figures, origins) {
    if (figures.names.includes("file_and_line")) return;
    const known = new Map();
    for (let i = 0; i < origins.n; i++) {
      const at = origins.get("source_file", i) + ":" + origins.get("row_number", i);
      for (const code of origins.get("base_indicators", i).split(", ")) known.set(origins.get("year", i) + " " + code, at);
    }
    const values = [...Array(figures.n).keys()].map((i) => [...new Set((shared.inputs.get(figures.get("indicator_code", i)) || [])
      .map((code) => known.get(figures.get("year", i) + " " + code)).filter(Boolean))].join("; ") || null);
    const { get, values: of } = figures;
    figures.names.push("file_and_line");
    figures.values = (name) => (name === "file_and_line" ? values : of(name));
    figures.get = (name, row) => (name === "file_and_line" ? values[row] : get(name, row));
  }

  function startPage(into) {
    const span = shared.sets.span;
    const fact = (name, value) => el("div", { class: "card" }, el("dl", { style: "margin:0" }, el("dt", { class: "hint" }, name), el("dd", { style: "margin:0;font-weight:650;overflow-wrap:anywhere" }, value)));
    const facts = [fact(ui("release"), start.release), fact(ui("published"), new Date(start.publishedAt).toLocaleString(state.lang === "zh" ? "zh-CN" : "en-GB", { timeZone: "UTC", dateStyle: "long", timeStyle: "short" }) + " UTC")];
    if (span) facts.push(fact(ui("units"), number(span.get("n_units", 0))), fact(ui("years"), span.get("year_first", 0) + "–" + span.get("year_last", 0)));
    into.append(el("div", { class: "facts" }, facts));
    into.append(el("div", { class: "cards" }, findings(), news(), scenarios(), sources()));
  }
  function scenarios() {
    return el("section", { class: "card" }, el("h2", {}, ui("scenario")), el("ul", { class: "list" }, start.scenarios.map((s) =>
      el("li", {}, el("a", { href: address({ scenario: s.id, unit: "", year: "" }) }, scenarioName(s.id)), " (", el("code", {}, s.id), ") – ", visible(s).map((p) => text(p.title)).join(state.lang === "zh" ? "、" : ", ")))));
  }
  function sources() {
    const rows = shared.sets.sources;
    if (!rows) return null;
    return el("section", { class: "card" }, el("h2", {}, ui("sources")), el("ul", { class: "list" }, [...Array(rows.n).keys()].map((r) =>
      el("li", {}, el("code", {}, rows.get("source_id", r)), state.lang === "en" && own(start.names[""], rows.get("source_id", r)) ? " " + start.names[""][rows.get("source_id", r)].en : "", " – " + number(rows.get("n", r)) + " " + ui("figures") + ", " + rows.get("year_first", r) + "–" + rows.get("year_last", r)))));
  }
  function findings() {
    const rows = shared.sets.movers;
    if (!rows) return null;
    const scheme = rows.get("scheme", 0);
    const own = [...Array(rows.n).keys()].filter((r) => rows.get("scheme", r) === scheme);
    const first = own.find((r) => rows.get("rank", r) === 1);
    const item = (r) => el("li", {}, unitLink(rows.get("unit_id", r)), " " + number(rows.get("rank_before", r)) + " → " + number(rows.get("rank", r)));
    const moved = own.filter((r) => rows.get("gained", r) !== null);
    const up = moved.filter((r) => rows.get("gained", r) > 0).slice(0, 5);
    const down = moved.filter((r) => rows.get("gained", r) < 0).slice(-5).reverse();
    return el("section", { class: "card" },
      first === undefined ? null : el("h2", {}, unitLink(rows.get("unit_id", first)), " " + ui("leads") + " " + rows.get("year", first) + " (" + number(rows.get("score", first)) + ")"),
      up.length ? [el("h3", {}, ui("gained")), el("ul", { class: "list" }, up.map(item))] : null,
      down.length ? [el("h3", {}, ui("lost")), el("ul", { class: "list" }, down.map(item))] : null);
  }
  function news() {
    const list = start.changed.filter((c) => c.scenario === state.scenario || c.scenario === "all");
    const said = !start.before ? ui("first") : list.length ? ui("since") + " " + start.before : ui("same") + " " + start.before;
    return el("section", { class: "card" }, el("h2", {}, ui("whatIsNew")), el("p", { class: "note" }, said),
      list.length ? el("ul", { class: "list" }, list.slice(0, 12).map((c) =>
        el("li", {}, el("code", {}, c.table), " " + (c.rowsBefore ? number(c.rowsBefore) + " → " : ui("isNew") + ", ") + number(c.rows) + " " + ui("rows")))) : null);
  }
  let tableList = null;
  let tablePages = {};
  let outlines = null;
  /** Where a table can be seen: on pages that draw it, or on its own. */
  function shownOn(t) {
    const pages = visible(scenario()).filter((p) => Object.entries(p.tables).some(([set, names]) => names.includes(t.name) && scenario().pages[p.id].includes(set)));
    const alone = own(tablePages, t.name);
    if (alone && scenario().pages[alone.id]) pages.push(Object.assign({}, alone, { title: { en: ui("seeRows"), zh: ui("seeRows") } }));
    return pages.length ? el("p", { class: "note" }, pages.flatMap((p, i) => [i ? " · " : "", el("a", { href: address({ page: p.id }) }, text(p.title))])) : null;
  }
  async function tablesPage(into) {
    await script("data/tables.js");
    const wanted = el("input", { type: "search", "aria-label": ui("search"), placeholder: ui("search") });
    const list = el("div", { class: "cards" });
    const fill = () => {
      const q = wanted.value.trim().toLowerCase();
      list.replaceChildren(...tableList.filter((t) => !q || JSON.stringify(t).toLowerCase().includes(q)).map((t) => {
        const body = el("div");
        const more = el("details", { ontoggle: () => { if (!body.firstChild) body.append(dictionary(t)); } }, el("summary", {}, t.columns.length + " " + ui("columns")), body);
        return el("section", { class: "card" }, el("h2", {}, el("code", {}, t.name)), el("p", { class: "note", lang: "en" }, t.comment),
          el("p", { class: "seen" }, Object.entries(t.rows).map(([s, n]) => (s === "all" ? ui("wholeRelease") : scenarioName(s)) + ": " + number(n) + " " + ui("rows")).join("; ")), shownOn(t), more);
      }));
    };
    wanted.addEventListener("input", fill);
    into.append(el("div", { class: "tools" }, wanted), list);
    fill();
  }
  const dictionary = (t) => el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t.name }, el("table", {},
    el("thead", {}, el("tr", {}, ["column", "type", "unitOfMeasure", "meaning"].map((k) => el("th", { scope: "col" }, ui(k))))),
    el("tbody", {}, t.columns.map((c) => el("tr", {}, el("td", {}, el("code", {}, c.name), c.isKey ? " (" + ui("key") + ")" : ""), el("td", {}, c.type), el("td", {}, c.unit), el("td", { lang: "en" }, c.comment))))));

  const visible = (s) => start.pages.filter((p) => s.pages[p.id]);
  function frame() {
    document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.theme = state.theme;
    byId("skip").textContent = ui("skip");
    byId("menu").setAttribute("aria-label", ui("menu"));
    byId("scenario-label").textContent = ui("scenario");
    byId("unit-label").textContent = ui("find");
    byId("lang").textContent = ui("lang");
    byId("lang").lang = state.lang === "zh" ? "en" : "zh-CN";
    byId("theme").textContent = ui(state.theme === "dark" ? "light" : "dark");
    byId("brand").href = address({ page: "start", unit: "" });
    byId("scenario").replaceChildren(...start.scenarios.map((s) => el("option", { value: s.id, selected: s.id === state.scenario }, scenarioName(s.id))));
    const pages = [["start", ui("start")]].concat(visible(scenario()).map((p) => [p.id, text(p.title)]), [["tables", ui("tables")]]);
    byId("nav").setAttribute("aria-label", ui("menu"));
    byId("nav").classList.remove("open");
    byId("menu").setAttribute("aria-expanded", "false");
    byId("nav").replaceChildren(el("ul", {}, pages.map(([id, title]) => el("li", {}, el("a", { href: address({ page: id }), "aria-current": id === state.page || (id === "tables" && /^table\//.test(state.page)) ? "page" : undefined }, title)))));
  }
  /** The chosen unit, which keeps its colour on all pages until it is let go. */
  function chip() {
    const unit = shared.places.get(state.unit);
    byId("chosen").replaceChildren(...(unit ? [unitLink(unit.id), el("button", { type: "button", "aria-label": ui("letGo"), onclick: () => go({ unit: "", page: state.page === "unit" ? "start" : state.page }) }, "×")] : []));
  }
  let shown = 0;
  async function show(isFirst) {
    const turn = ++shown;
    clearInterval(playing);
    playing = 0;
    redraw = [];
    state = read();
    const ids = start.scenarios.map((s) => s.id);
    if (!ids.includes(state.scenario)) state.scenario = ids[0];
    state.lang = state.lang || remembered("lang") || (/^zh/.test(navigator.language || "") ? "zh" : "en");
    state.theme = state.theme || remembered("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    let page = start.pages.find((p) => p.id === state.page && scenario().pages[p.id]);
    if (/^table\//.test(state.page) && scenario().pages[state.page]) {
      await script("data/tables.js");
      page = Object.values(tablePages).find((p) => p.id === state.page);
      if (turn !== shown) return;
    }
    if (!page && state.page !== "tables") state.page = "start";
    shared.scenario = shared.lang === state.lang ? shared.scenario : null;
    shared.lang = state.lang;
    frame();
    const titles = page ? [text(page.title), text(page.question)] : [ui(state.page), ui(state.page + "Question")];
    const into = el("div", {}, el("h1", {}, titles[0]), el("p", { class: "lead" }, titles[1]));
    document.title = titles[0] + " – Renxing " + start.release;
    try {
      await share();
      chip();
      if (turn !== shown) return;
      byId("content").replaceChildren(into);
      if (page) await chartPage(page, into);
      else if (state.page === "tables") await tablesPage(into);
      else startPage(into);
    } catch (e) {
      into.append(el("p", { role: "alert" }, e.message));
      byId("content").replaceChildren(into);
    }
    if (!isFirst) { say(into.querySelector("h1").textContent); window.scrollTo(0, 0); }
    document.documentElement.dataset.ready = "true";
  }

  function begin() {
    addEventListener("hashchange", () => show(false));
    byId("lang").addEventListener("click", () => { const lang = state.lang === "zh" ? "en" : "zh"; remember("lang", lang); go({ lang }); });
    byId("theme").addEventListener("click", () => { const theme = state.theme === "dark" ? "light" : "dark"; remember("theme", theme); go({ theme }); });
    byId("scenario").addEventListener("change", (e) => go({ scenario: e.target.value, year: "" }));
    byId("menu").addEventListener("click", () => byId("menu").setAttribute("aria-expanded", String(byId("nav").classList.toggle("open"))));
    addEventListener("keydown", (e) => { if (e.key === "Escape") { byId("nav").classList.remove("open"); byId("menu").setAttribute("aria-expanded", "false"); } });
    const find = () => {
      const q = byId("unit").value.trim().toLowerCase();
      if (!q) return false;
      const exact = shared.units.find((u) => [u.id, u.zh, u.en].some((n) => n && n.toLowerCase() === q));
      const unit = exact || shared.units.find((u) => [u.zh, u.en].some((n) => n && n.toLowerCase().startsWith(q)));
      if (unit) { byId("unit").value = ""; go({ page: "unit", unit: unit.id }); }
      return Boolean(unit);
    };
    byId("find").addEventListener("submit", (e) => { e.preventDefault(); if (!find()) say(ui("unknownUnit")); });
    byId("unit").addEventListener("change", find);
    show(true);
  }

  return {
    start: (value) => { start = value; begin(); },
    data: (name, sets) => loaded.set(name, decoded(name, sets)),
    tables: (value) => { tableList = value.tables; tablePages = value.pages; },
    outlines: (value) => { outlines = value; }
  };
})();
