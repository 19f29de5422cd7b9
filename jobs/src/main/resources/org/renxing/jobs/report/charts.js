"use strict";
/* One function a kind of chart: from rows and roles to what ECharts draws. */
window.renxingCharts = (() => {
  const SERIES = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d3b", "#7b61c9"];
  const VIRIDIS = ["#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"];
  const LIGHTER = ["#8d66d0", "#5f8fd0", "#2fb5a5", "#77d97a", "#fde725"];
  const DIVERGING = ["#2166ac", "#92c5de", "#f7f7f7", "#f4a582", "#b2182b"];
  const CLUSTERS = { HH: "#b2182b", LL: "#2166ac", HL: "#ef8a62", LH: "#67a9cf", "not significant": "#a3abb2" };
  const SHAPES = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyTriangle", "emptyDiamond", "emptyRect"];
  const CLUSTER_SHAPES = { HH: "circle", LL: "diamond", HL: "triangle", LH: "rect", "not significant": "circle" };
  const NAMED = 8;
  const SUSPECT = "#b2182b";

  const distinct = (list) => [...new Set(list)];
  const finite = (v) => typeof v === "number";
  const extent = (list) => {
    let low = Infinity, high = -Infinity;
    for (const v of list) if (finite(v)) { low = Math.min(low, v); high = Math.max(high, v); }
    return low > high ? [0, 1] : [low, high];
  };
  const column = (ctx, role, i = 0) => (ctx.chart.roles[role] || [])[i];
  const at = (ctx, role, row, i = 0) => {
    const name = column(ctx, role, i);
    return name === undefined ? undefined : ctx.rows.get(name, row);
  };

  function base(ctx) {
    return {
      animation: false,
      aria: { enabled: true, label: { description: ctx.spoken } },
      textStyle: { color: ctx.ink, fontFamily: ctx.font },
      backgroundColor: "transparent",
      color: SERIES,
      grid: { left: 12, right: 24, top: 40, bottom: 12, containLabel: true },
      tooltip: {
        confine: true, backgroundColor: ctx.card, borderColor: ctx.line,
        textStyle: { color: ctx.ink, fontSize: 13 }
      },
      legend: { type: "scroll", top: 0, textStyle: { color: ctx.ink }, inactiveColor: ctx.soft,
        pageTextStyle: { color: ctx.ink }, pageIconColor: ctx.ink }
    };
  }

  function axis(ctx, more) {
    return Object.assign({
      axisLine: { lineStyle: { color: ctx.line } },
      axisTick: { lineStyle: { color: ctx.line } },
      axisLabel: { color: ctx.soft, hideOverlap: true },
      nameTextStyle: { color: ctx.soft },
      splitLine: { lineStyle: { color: ctx.line } }
    }, more);
  }

  const isMarked = (ctx, role, row) => { const v = column(ctx, role) && at(ctx, role, row); return v === true || v > 0; };
  /** How a point of a row looks: hollow where something of it is imputed, a triangle where it is suspect. */
  function mark(ctx, row, colour, size) {
    const out = {};
    if (isMarked(ctx, "imputed", row)) Object.assign(out, { symbol: "circle", symbolSize: size, itemStyle: { color: ctx.card, borderColor: colour, borderWidth: 2 } });
    if (isMarked(ctx, "suspect", row)) Object.assign(out, { symbol: "triangle", symbolSize: size + 4, itemStyle: { color: SUSPECT } });
    return out;
  }
  const said = (ctx, row) => ["imputed", "suspect"].filter((role) => isMarked(ctx, role, row)).map((role) => "<br>" + ctx.ui(role)).join("");
  /** The chosen unit among points, in its colour and with its name. */
  const chosenPoint = (ctx, data, more) => Object.assign({
    name: ctx.chosenName, type: "scatter", data, symbol: "circle", symbolSize: 17, z: 9, silent: true, itemStyle: { color: "transparent", borderColor: ctx.chosenColour, borderWidth: 3 },
    label: { show: true, formatter: ctx.chosenName, position: "top", color: ctx.ink, fontWeight: 600, textBorderColor: ctx.card, textBorderWidth: 3 }
  }, more);

  const short = (ctx) => ({ color: ctx.soft, hideOverlap: true, formatter: (v) => ctx.number(v) });

  /** Courses: one a value of the series column, or one a column of values. */
  function courses(ctx) {
    const years = distinct(ctx.index.map((r) => at(ctx, "year", r))).sort((a, b) => a - b);
    const place = new Map(years.map((y, i) => [y, i]));
    const out = new Map();
    const marks = new Map();
    const put = (name, row, v) => {
      if (!out.has(name)) out.set(name, years.map(() => null));
      out.get(name)[place.get(at(ctx, "year", row))] = v;
      if (isMarked(ctx, "imputed", row) || isMarked(ctx, "suspect", row)) marks.set(name + " " + place.get(at(ctx, "year", row)), row);
    };
    for (const row of ctx.index) {
      if (column(ctx, "series")) {
        put(ctx.label(column(ctx, "series"), at(ctx, "series", row)), row, at(ctx, "value", row));
      } else {
        ctx.chart.roles.value.forEach((name) => put(ctx.head(name), row, ctx.rows.get(name, row)));
      }
    }
    for (const [name, values] of out) if (!values.some(finite)) out.delete(name);
    return { years: years.map(String), list: [...out], marks };
  }

  const last = (values) => { for (let i = values.length; i-- > 0;) if (finite(values[i])) return values[i]; return null; };

  /** The last value carries the name of its line. */
  function named(ctx, name, values) {
    let end = values.length - 1;
    while (end > 0 && !finite(values[end])) end--;
    const label = { show: true, position: "right", formatter: name, color: ctx.ink, width: 112, overflow: "truncate" };
    return values.map((v, i) => (i === end ? { value: v, label } : v));
  }

  function lines(ctx) {
    const { years, list, marks } = courses(ctx);
    const top = new Set([...list].sort((a, b) => last(b[1]) - last(a[1])).slice(0, NAMED).map((s) => s[0]));
    if (list.some((s) => s[0] === ctx.chosenName)) top.add(ctx.chosenName);
    // names at the ends stay apart; the legend has all
    const [low, high] = extent(list.flatMap((s) => s[1]));
    const labelled = new Set();
    let lastPlace = Infinity;
    for (const [name, values] of list.filter((s) => top.has(s[0])).sort((a, b) => last(b[1]) - last(a[1]))) {
      if (lastPlace - last(values) > (high - low) * 0.055) { labelled.add(name); lastPlace = last(values); }
    }
    let colour = 0;
    const option = base(ctx);
    option.legend.data = list.filter((s) => top.has(s[0])).map((s) => s[0]);
    option.tooltip.trigger = list.length > NAMED ? "item" : "axis";
    option.tooltip.valueFormatter = (v) => (finite(v) ? ctx.number(v) : ctx.ui("noData"));
    option.xAxis = axis(ctx, { type: "category", data: years, boundaryGap: false, splitLine: { show: false } });
    option.yAxis = axis(ctx, { type: "value", scale: true, axisLabel: short(ctx) });
    option.grid.right = ctx.narrow ? 24 : 130;
    option.series = list.map(([name, values]) => {
      const isNamed = top.has(name);
      const isChosen = name === ctx.chosenName;
      const own = isChosen ? ctx.chosenColour : isNamed ? SERIES[colour % SERIES.length] : ctx.grey;
      const shape = SHAPES[isNamed ? colour++ % SHAPES.length : 0];
      const plainData = labelled.has(name) && !ctx.narrow ? named(ctx, name, values) : values;
      const data = plainData.map((v, i) => {
        const row = marks.get(name + " " + i);
        return row === undefined ? v : Object.assign(finite(v) || v === null ? { value: v } : v, mark(ctx, row, own, 9));
      });
      return {
        name, type: "line", data, symbol: shape, symbolSize: isNamed ? 7 : 3, z: isNamed ? 3 : 2,
        itemStyle: { color: own }, lineStyle: { color: own, width: isChosen ? 4 : isNamed ? 2 : 1 },
        connectNulls: false, emphasis: { focus: "series" },
      };
    });
    return option;
  }

  function stack(ctx) {
    const { years, list } = courses(ctx);
    const option = base(ctx);
    const isOrdered = (column(ctx, "series") || "").includes("level");
    const isShare = column(ctx, "value") === "share";
    option.tooltip.trigger = "axis";
    option.tooltip.valueFormatter = (v) => (finite(v) ? ctx.number(v) : ctx.ui("noData"));
    option.xAxis = axis(ctx, { type: "category", data: years, boundaryGap: false, splitLine: { show: false } });
    option.yAxis = axis(ctx, { type: "value", max: isShare ? 1 : undefined, axisLabel: short(ctx) });
    option.series = list.map(([name, values], i) => {
      const own = isOrdered ? step(ctx, i, list.length) : SERIES[i % SERIES.length];
      return {
        name, type: "line", stack: "all", symbol: "none",
        data: values.map((v) => (finite(v) ? v : isShare ? 0 : null)),
        itemStyle: { color: own }, lineStyle: { width: 1, color: ctx.card }, areaStyle: { color: own, opacity: 0.9 },
        emphasis: { focus: "series" }
      };
    });
    return option;
  }

  const step = (ctx, i, n) => (ctx.isDark ? LIGHTER : VIRIDIS)[n < 2 ? 2 : Math.round((i * (VIRIDIS.length - 1)) / (n - 1))];

  function boxes(ctx) {
    const option = base(ctx);
    const years = ctx.index.map((r) => String(at(ctx, "year", r)));
    const data = ctx.index.map((r) => ctx.chart.roles.value.map((name) => ctx.rows.get(name, r)));
    option.legend.show = false;
    option.grid.top = 16;
    option.tooltip.trigger = "item";
    option.tooltip.formatter = (p) => [p.name].concat(
      ctx.chart.roles.value.map((name, i) => ctx.safe(ctx.head(name)) + ": " + ctx.number(data[p.dataIndex][i]))).join("<br>");
    option.xAxis = axis(ctx, { type: "category", data: years, splitLine: { show: false } });
    option.yAxis = axis(ctx, { type: "value", scale: true, axisLabel: short(ctx) });
    option.series = [{ type: "boxplot", data, itemStyle: { color: ctx.tint, borderColor: SERIES[0], borderWidth: 1.5 }, boxWidth: [8, 34] }];
    return option;
  }

  /** Intervals beside categories: [lower, place, upper] each. */
  function whiskers(ctx, data, stroke, z = 1) {
    return {
      type: "custom", name: ctx.head("lower") + "–" + ctx.head("upper"), z, data,
      encode: { x: [0, 2], y: 1 },
      tooltip: { show: false },
      renderItem: (p, api) => {
        const from = api.coord([api.value(0), api.value(1)]);
        const to = api.coord([api.value(2), api.value(1)]);
        return { type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke, lineWidth: 2 } };
      }
    };
  }

  function ranking(ctx) {
    const most = ctx.most || 25;
    const option = base(ctx);
    const own = ctx.index.filter((r) => finite(at(ctx, "value", r)));
    own.sort((a, b) => at(ctx, "value", b) - at(ctx, "value", a));
    const shown = own.slice(0, most);
    const chosenRow = own.findIndex((r) => at(ctx, "unit", r) === ctx.chosen);
    if (chosenRow >= most) shown.push(own[chosenRow]);
    const before = new Map(ctx.before.map((r) => [at(ctx, "unit", r), at(ctx, "value", r)]));
    const names = shown.map((r) => ctx.label("unit_id", at(ctx, "unit", r)));
    const now = shown.map((r) => {
      const colour = at(ctx, "unit", r) === ctx.chosen ? ctx.chosenColour : SERIES[0];
      return Object.assign({ value: at(ctx, "value", r), itemStyle: { color: colour } }, mark(ctx, r, colour, 11));
    });
    const then = shown.map((r) => before.get(at(ctx, "unit", r)) ?? null);
    option.legend.show = then.some(finite);
    option.tooltip.trigger = "axis";
    option.tooltip.formatter = (list) => list.map((p, i) => (i ? "" : (own.indexOf(shown[p.dataIndex]) + 1) + ". " + ctx.safe(names[p.dataIndex]) + said(ctx, shown[p.dataIndex]) + "<br>") +
      ctx.safe(p.seriesName) + ": " + (finite(p.value) ? ctx.number(p.value) : ctx.ui("noData"))).join("<br>");
    option.xAxis = axis(ctx, { type: "value", scale: true, position: "top", axisLabel: short(ctx) });
    const isLast = (i) => chosenRow >= most && i === shown.length - 1;
    option.yAxis = axis(ctx, { type: "category", inverse: true, data: names.map((n, i) => (isLast(i) ? (chosenRow + 1) + ". " + n : n)), axisLabel: { color: (n, i) => (at(ctx, "unit", shown[i]) === ctx.chosen ? ctx.chosenColour : ctx.ink), interval: 0, width: 120, overflow: "truncate" }, splitLine: { show: true, lineStyle: { color: ctx.line, opacity: 0.5 } } });
    option.series = [
      { name: ctx.before.length ? String(ctx.year - 0) : ctx.head(column(ctx, "value")), type: "scatter", data: now, symbolSize: 11, itemStyle: { color: SERIES[0] }, z: 3 },
      { name: ctx.ui("before"), type: "scatter", data: then, symbol: "rect", symbolSize: [3, 13], itemStyle: { color: ctx.grey } }
    ];
    if (!option.legend.show) option.series.pop();
    if (column(ctx, "interval")) {
      option.series.push(whiskers(ctx, shown.map((r, i) => [at(ctx, "interval", r, 0), i, at(ctx, "interval", r, 1)]), SERIES[0]));
    }
    option.chooses = shown.map((r) => at(ctx, "unit", r));
    return option;
  }

  function scale(ctx, values, isDiverging) {
    let [min, max] = extent(values);
    if (isDiverging) { max = Math.max(Math.abs(min), Math.abs(max)); min = -max; }
    return {
      type: "continuous", min, max: max === min ? min + 1 : max, calculable: false, orient: "horizontal", left: "center", bottom: 0,
      itemWidth: 12, itemHeight: 160, textStyle: { color: ctx.soft }, text: [ctx.number(max), ctx.number(min)],
      inRange: { color: isDiverging ? DIVERGING : ctx.isDark ? LIGHTER : VIRIDIS }
    };
  }

  function classes(ctx) {
    const name = column(ctx, "class");
    const sums = new Map();
    for (const r of ctx.index) {
      const key = at(ctx, "class", r) ?? null;
      const s = sums.get(key) || [0, 0];
      sums.set(key, [s[0] + (at(ctx, "value", r) || 0), s[1] + 1]);
    }
    const list = [...sums].sort((a, b) => a[1][0] / a[1][1] - b[1][0] / b[1][1]).map((s) => s[0]);
    const isOrdered = (name || "").includes("level");
    return list.map((key, i) => ({
      key,
      name: key === null ? ctx.ui("noData") : ctx.label(name, key),
      colour: CLUSTERS[key] || (key === null ? ctx.grey : isOrdered ? step(ctx, i, list.length) : SERIES[i % SERIES.length]),
      shape: CLUSTER_SHAPES[key] || SHAPES[i % SHAPES.length]
    }));
  }

  function map(ctx) {
    const option = base(ctx);
    const values = ctx.index.map((r) => at(ctx, "value", r));
    const isDiverging = !column(ctx, "class") && extent(values)[0] < 0;
    const points = (index) => index
      .map((r) => ({ r, unit: ctx.unit(at(ctx, "unit", r)) }))
      .filter((p) => p.unit && finite(p.unit.lon))
      .map((p) => ({ name: ctx.label("unit_id", p.unit.id), value: [p.unit.lon, p.unit.lat, at(ctx, "value", p.r)], row: p.r }));
    option.grid = { left: 8, right: 20, top: column(ctx, "class") ? 34 : 8, bottom: column(ctx, "class") ? 8 : 46, containLabel: true };
    option.tooltip.trigger = "item";
    option.tooltip.formatter = (p) => ctx.safe(p.name) + "<br>" + ctx.safe(ctx.head(column(ctx, "value"))) + ": " +
      (finite(p.value[2]) ? ctx.number(p.value[2]) : ctx.ui("noData")) +
      (column(ctx, "class") ? "<br>" + ctx.safe(p.seriesName) : "");
    const lon = extent(ctx.units.map((u) => u.lon)), lat = extent(ctx.units.map((u) => u.lat));
    const pad = (e) => ({ min: Math.floor(e[0] - (e[1] - e[0]) * 0.04), max: Math.ceil(e[1] + (e[1] - e[0]) * 0.04) });
    const degrees = (suffix) => ({ color: ctx.soft, hideOverlap: true, formatter: (v) => Math.round(v) + suffix });
    option.xAxis = axis(ctx, Object.assign({ type: "value", axisLabel: degrees("°E"), splitLine: { lineStyle: { color: ctx.line, opacity: 0.4 } } }, pad(lon)));
    option.yAxis = axis(ctx, Object.assign({ type: "value", axisLabel: degrees("°N"), splitLine: { lineStyle: { color: ctx.line, opacity: 0.4 } } }, pad(lat)));
    if (ctx.outlines) return outlined(ctx, option, points, isDiverging);
    const size = ctx.units.length > 1000 ? 5 : ctx.units.length > 100 ? 10 : 15;
    if (column(ctx, "class")) {
      option.series = classes(ctx).map((c) => ({
        name: c.name, type: "scatter", symbol: c.shape, symbolSize: c.key === "not significant" ? size - 3 : size,
        itemStyle: { color: c.colour, borderColor: ctx.card, borderWidth: 0.5 }, z: c.key === "not significant" ? 1 : 2,
        data: points(ctx.index.filter((r) => (at(ctx, "class", r) ?? null) === c.key))
      }));
    } else {
      option.legend.show = false;
      option.visualMap = Object.assign(scale(ctx, ctx.allValues, isDiverging), { dimension: 2 });
      option.visualMap.seriesIndex = 0;
      option.series = [{ type: "scatter", symbolSize: size, data: points(ctx.index), itemStyle: { borderColor: ctx.soft, borderWidth: 0.5 } }];
    }
    const chosen = points(ctx.index.filter((r) => at(ctx, "unit", r) === ctx.chosen));
    if (chosen.length) option.series.push(chosenPoint(ctx, chosen, { symbolSize: size + 7 }));
    return option;
  }

  /** West and north, east and south of all outlines and points. */
  function bounds(ctx) {
    const lon = ctx.units.map((u) => u.lon), lat = ctx.units.map((u) => u.lat);
    const take = (c) => { if (finite(c[0])) { lon.push(c[0]); lat.push(c[1]); } else c.forEach(take); };
    ctx.outlines.features.forEach((f) => take(f.geometry.coordinates));
    const [west, east] = extent(lon), [south, north] = extent(lat);
    return [[west, north], [east, south]];
  }

  /** A map of outlines; units without one stay points. */
  function outlined(ctx, option, points, isDiverging) {
    echarts.registerMap("units", ctx.outlines);
    const known = new Set(ctx.outlines.features.map((f) => f.properties.name));
    const isKnown = (r) => known.has(at(ctx, "unit", r));
    const sets = column(ctx, "class") ? classes(ctx) : null;
    const colour = (r) => (sets ? sets.find((c) => c.key === (at(ctx, "class", r) ?? null)).colour : undefined);
    delete option.grid;
    delete option.xAxis;
    delete option.yAxis;
    option.geo = { map: "units", top: sets ? 40 : 8, bottom: sets ? 8 : 50, itemStyle: { areaColor: ctx.tint, borderColor: ctx.line }, emphasis: { disabled: true }, boundingCoords: bounds(ctx) };
    if (sets) option.geo.regions = ctx.index.filter(isKnown).map((r) => ({ name: at(ctx, "unit", r), itemStyle: { areaColor: colour(r) } }));
    const values = new Map(ctx.index.map((r) => [at(ctx, "unit", r), at(ctx, "value", r)]));
    const point = option.tooltip.formatter;
    option.tooltip.formatter = (p) => (Array.isArray(p.value) ? point(p) :
      ctx.safe(ctx.label("unit_id", p.name)) + "<br>" + ctx.safe(ctx.head(column(ctx, "value"))) + ": " + ctx.number(values.get(p.name)));
    option.series = [{
      type: "map", map: "units", geoIndex: 0, label: { show: false }, emphasis: { label: { show: false } }, select: { disabled: true },
      data: ctx.index.filter(isKnown).map((r) => ({ name: at(ctx, "unit", r), value: at(ctx, "value", r) }))
    }];
    if (sets) {
      for (const c of sets) option.series.push({
        name: c.name, type: "scatter", coordinateSystem: "geo", symbol: c.shape, symbolSize: 8, itemStyle: { color: c.colour },
        data: points(ctx.index.filter((r) => !isKnown(r) && (at(ctx, "class", r) ?? null) === c.key))
      });
      option.legend.data = sets.map((c) => c.name);
    } else {
      option.legend.show = false;
      option.visualMap = scale(ctx, ctx.allValues, isDiverging);
      option.series.push({ type: "scatter", coordinateSystem: "geo", symbolSize: 8, data: points(ctx.index.filter((r) => !isKnown(r))) });
      option.visualMap.seriesIndex = [0, 1];
    }
    const chosen = points(ctx.index.filter((r) => at(ctx, "unit", r) === ctx.chosen));
    if (chosen.length) option.series.push(chosenPoint(ctx, chosen, { coordinateSystem: "geo", symbolSize: 12 }));
    return option;
  }

  function scatter(ctx) {
    const option = base(ctx);
    const own = ctx.index.filter((r) => finite(at(ctx, "x", r)) && finite(at(ctx, "value", r)));
    const average = (role) => own.reduce((s, r) => s + at(ctx, role, r), 0) / Math.max(1, own.length);
    const sets = column(ctx, "class") ? classes(ctx) : [{ name: ctx.head(column(ctx, "value")), colour: SERIES[0], shape: "circle" }];
    option.legend.show = sets.length > 1;
    option.grid = { left: 34, right: 24, top: sets.length > 1 ? 40 : 16, bottom: 30, containLabel: true };
    option.tooltip.trigger = "item";
    option.tooltip.formatter = (p) => ctx.safe(p.name) + "<br>" + ctx.safe(ctx.head(column(ctx, "x"))) + ": " + ctx.number(p.value[0]) +
      "<br>" + ctx.safe(ctx.head(column(ctx, "value"))) + ": " + ctx.number(p.value[1]) + (sets.length > 1 ? "<br>" + ctx.safe(p.seriesName) : "");
    option.xAxis = axis(ctx, { type: "value", scale: true, name: ctx.head(column(ctx, "x")), nameLocation: "middle", nameGap: 28, axisLabel: short(ctx) });
    option.yAxis = axis(ctx, { type: "value", scale: true, name: ctx.head(column(ctx, "value")), nameLocation: "middle", nameGap: 46, axisLabel: short(ctx) });
    option.series = sets.map((c) => ({
      name: c.name, type: "scatter", symbol: c.shape, symbolSize: own.length > 500 ? 5 : 9,
      itemStyle: { color: c.colour, opacity: 0.85, borderColor: ctx.card, borderWidth: 0.5 },
      data: own.filter((r) => !("key" in c) || (at(ctx, "class", r) ?? null) === c.key)
        .map((r) => ({ name: ctx.label("unit_id", at(ctx, "unit", r)), value: [at(ctx, "x", r), at(ctx, "value", r)] }))
    }));
    option.legend.data = sets.map((c) => c.name);
    const chosen = own.filter((r) => at(ctx, "unit", r) === ctx.chosen).map((r) => ({ name: ctx.chosenName, value: [at(ctx, "x", r), at(ctx, "value", r)] }));
    if (own.length && option.series.length) option.series[0].markLine = {
      silent: true, symbol: "none", lineStyle: { color: ctx.soft, type: "dashed" }, label: { show: false },
      data: [{ xAxis: average("x") }, { yAxis: average("value") }]
    };
    if (chosen.length) option.series.push(chosenPoint(ctx, chosen));
    return option;
  }

  function matrix(ctx) {
    const option = base(ctx);
    const order = (list) => (list.every(finite) ? [...list].sort((a, b) => a - b) : list);
    let xs = order(distinct(ctx.index.map((r) => at(ctx, "x", r))));
    let ys = order(distinct(ctx.index.map((r) => at(ctx, "y", r))));
    const square = ys.length === xs.length || ys.some((y) => xs.includes(y));
    const levels = ctx.orderOf(distinct(xs.concat(ys)));
    if (square && levels) { xs = levels.filter((l) => xs.includes(l)); ys = levels.filter((l) => ys.includes(l)); }
    else if (levels === null && ctx.orderOf(xs)) xs = ctx.orderOf(xs);
    const values = ctx.index.map((r) => at(ctx, "value", r));
    const isFew = ctx.index.length <= (ctx.narrow ? 40 : 150);
    option.legend.show = false;
    option.grid = { left: 8, right: 16, top: 8, bottom: 52, containLabel: true };
    option.tooltip.trigger = "item";
    const labelOf = (role, v) => ctx.label(column(ctx, role), v);
    option.tooltip.formatter = (p) => ctx.safe(labelOf("y", ys[p.value[1]])) + " → " + ctx.safe(labelOf("x", xs[p.value[0]])) + "<br>" +
      (finite(p.value[2]) ? ctx.number(p.value[2]) : ctx.ui("noData"));
    option.xAxis = axis(ctx, { type: "category", data: xs.map((v) => labelOf("x", v)), axisLabel: { color: ctx.soft, interval: xs.length > (ctx.narrow ? 6 : 14) ? "auto" : 0, width: ctx.narrow ? 62 : 90, overflow: "break", fontSize: 11 }, splitLine: { show: false } });
    option.yAxis = axis(ctx, { type: "category", inverse: true, data: ys.map((v) => labelOf("y", v)), axisLabel: { color: ctx.soft, interval: 0, width: ctx.narrow ? 96 : 190, overflow: ys.length > 12 ? "truncate" : "break", fontSize: ys.length > 25 ? 10 : 12 }, splitLine: { show: false } });
    const [low, high] = extent(values);
    const isDiverging = low < 0;
    const most = Math.max(Math.abs(low), Math.abs(high));
    option.visualMap = scale(ctx, values, isDiverging);
    const isLight = (v) => (isDiverging ? Math.abs(v) < 0.6 * most : (v - low) / ((high - low) || 1) > 0.55);
    option.series = [{
      type: "heatmap",
      data: ctx.index.map((r) => {
        const v = at(ctx, "value", r);
        return { value: [xs.indexOf(at(ctx, "x", r)), ys.indexOf(at(ctx, "y", r)), v], label: { color: isLight(v) ? "#111" : "#fff" } };
      }),
      itemStyle: { borderColor: ctx.card, borderWidth: 1 },
      label: { show: isFew, fontSize: 11, formatter: (p) => (finite(p.value[2]) ? ctx.number(p.value[2], 2) : "") }
    }];
    return option;
  }

  function bars(ctx) {
    const option = base(ctx);
    const sums = new Map();
    for (const r of ctx.index) {
      const v = at(ctx, "value", r);
      if (finite(v)) sums.set(at(ctx, "y", r), (sums.get(at(ctx, "y", r)) || 0) + v);
    }
    const list = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 30);
    const lowest = Math.min(0, ...list.map((e) => e[1]));
    option.legend.show = false;
    option.grid = { left: 8, right: 60, top: 8, bottom: 8, containLabel: true };
    option.tooltip.trigger = "item";
    option.tooltip.valueFormatter = (v) => ctx.number(v);
    option.xAxis = axis(ctx, { type: "value", min: lowest < 0 ? undefined : 0, axisLabel: short(ctx) });
    option.yAxis = axis(ctx, { type: "category", inverse: true, data: list.map((e) => ctx.label(column(ctx, "y"), e[0])), axisLabel: { color: ctx.ink, interval: 0, width: ctx.narrow ? 110 : 220, overflow: "truncate" }, splitLine: { show: false } });
    option.series = [{ type: "bar", data: list.map((e) => e[1]), itemStyle: { color: SERIES[0] }, barMaxWidth: 22, label: { show: true, position: "right", color: ctx.ink, formatter: (p) => ctx.number(p.value) } }];
    if (column(ctx, "interval")) {
      const ends = new Map(ctx.index.map((r) => [at(ctx, "y", r), [at(ctx, "interval", r, 0), at(ctx, "interval", r, 1)]]));
      option.xAxis.min = undefined;
      option.series[0].label.show = false;
      option.series.push(whiskers(ctx, list.map((e, i) => [ends.get(e[0])[0], i, ends.get(e[0])[1]]), ctx.ink, 5));
      option.tooltip.formatter = (p) => ctx.safe(p.name) + "<br>" + ctx.number(list[p.dataIndex][1]) + " (" + ends.get(list[p.dataIndex][0]).map((v) => ctx.number(v)).join(" – ") + ")";
    }
    return option;
  }

  return { lines, stack, boxes, ranking, map, scatter, matrix, bars, extent };
})();
