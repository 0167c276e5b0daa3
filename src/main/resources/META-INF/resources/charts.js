// Draws a table as a chart (Apache ECharts). All a chart says is read from its table: a row's head is its label, a cell's data-v its value,
// a column's data-c what it is. The table stays beside it, one button away.
(() => {
  const zh = document.documentElement.lang.startsWith("zh");
  const say = (chinese, english) => (zh ? chinese : english);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const font = () => getComputedStyle(document.body).fontFamily;
  /** Pixels at the reader's size of type. */
  const px = size => Math.round(size * parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);

  /** Rows of a table: label, and cells by the name of their column; null where nothing is known. */
  function read(table) {
    const columns = [...table.tHead.rows[0].cells].map(cell => cell.dataset.c || "");
    return [...table.tBodies[0].rows].map(row => {
      const values = {}, shown = {};
      [...row.cells].forEach((cell, i) => {
        if (!columns[i]) return;
        values[columns[i]] = cell.dataset.v ? cell.dataset.v.split(",").map(Number) : null;
        shown[columns[i]] = cell.dataset.t || cell.textContent.trim();
      });
      return { label: row.cells[0].dataset.t || row.cells[0].textContent.trim(), href: row.cells[0].querySelector("a")?.href, values, shown };
    });
  }

  const one = (row, name) => (row.values[name] ? row.values[name][0] : null);
  const inside = { outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
  const axis = () => ({ axisLine: { lineStyle: { color: colour("strong") } }, axisTick: { show: false }, axisLabel: { color: colour("soft"), fontFamily: font(), fontSize: px(12) }, splitLine: { lineStyle: { color: colour("hair") } } });
  /** The axis that names the rows; a long name gives way to the drawing. */
  const named = (rows, table, overflow) => ({ type: "category", inverse: true, data: rows.map(row => row.label), ...axis(), axisLabel: { ...axis().axisLabel, color: colour("ink"), width: px(table.parentElement.clientWidth > 600 ? 260 : 120), overflow } });
  const base = () => ({ animation: false, textStyle: { fontFamily: font(), color: colour("ink"), fontSize: px(12) }, aria: { enabled: false },
    tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: colour("paper"), borderColor: colour("strong"), textStyle: { color: colour("ink"), fontFamily: font(), fontSize: px(13) } } });
  const stripes = name => ({ color: colour(name), decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: colour("hatch") } });

  const plots = {
    /** From the least to the greatest a score can still become, and where it stands. */
    ranges: (rows, table) => ({ ...base(), grid: { left: 8, right: 24, top: 8, bottom: 8, ...inside },
      xAxis: { type: "value", min: Math.max(0, Math.floor(Math.min(...rows.flatMap(row => row.values.bounds || [100])) / 5) * 5 - 5), max: 100, ...axis() },
      yAxis: named(rows, table, "truncate"),
      series: [
        { type: "bar", stack: "range", silent: true, itemStyle: { color: "transparent" }, data: rows.map(row => row.values.bounds ? row.values.bounds[0] : null) },
        { type: "bar", stack: "range", silent: true, barWidth: 8, itemStyle: { color: colour("b1") }, data: rows.map(row => row.values.bounds ? row.values.bounds[1] - row.values.bounds[0] : null) },
        { type: "scatter", symbol: "rect", symbolSize: [3, 18], itemStyle: { color: colour("brass") }, data: rows.map(row => one(row, "score")) },
      ], tall: rows.length * px(30) + px(50) }),
    /** A value round by round, with its bounds where it has them. */
    trend: (rows, table) => {
      const value = table.dataset.value;
      const bounded = rows.some(row => row.values.bounds);
      return { ...base(), grid: { left: 8, right: 24, top: 24, bottom: 8, ...inside },
        xAxis: { type: "category", boundaryGap: rows.length < 3, data: rows.map(row => row.label), ...axis(), splitLine: { show: false } },
        yAxis: { type: "value", scale: true, ...spanning(rows, table), ...(table.dataset.max ? { max: Number(table.dataset.max) } : {}), ...axis() },
        series: [
          ...(bounded ? [
            { type: "line", stack: "range", silent: true, symbol: "none", lineStyle: { opacity: 0 }, data: rows.map(row => row.values.bounds ? row.values.bounds[0] : null) },
            { type: "line", stack: "range", silent: true, symbol: "none", lineStyle: { opacity: 0 }, areaStyle: { color: colour("b1"), opacity: .6 }, data: rows.map(row => row.values.bounds ? row.values.bounds[1] - row.values.bounds[0] : null) },
          ] : []),
          { type: "line", symbol: "circle", symbolSize: 9, itemStyle: { color: colour("b5") }, lineStyle: { width: 2.5 }, label: { show: true, position: "top", color: colour("ink"), fontFamily: font(), fontSize: px(12), formatter: point => rows[point.dataIndex].shown[value] }, data: rows.map(row => one(row, value)), markLine: marks(table, "yAxis") },
        ], tall: px(280) };
    },
    /** One bar a row; the line is the value of the whole place. */
    bars: (rows, table) => ({ ...base(), grid: { left: 8, right: px(70), top: px((table.dataset.mark ? 22 : 4) + (table.dataset.goal ? 22 : 4)), bottom: 8, ...inside },
      xAxis: { type: "value", ...axis(), ...spanning(rows, table) },
      yAxis: named(rows, table, "truncate"),
      series: [{ type: "bar", barWidth: 12, itemStyle: { color: colour("b3") }, data: rows.map(row => one(row, table.dataset.value)),
        label: { show: true, position: "right", color: colour("ink"), backgroundColor: colour("paper"), padding: [1, 2], fontFamily: font(), fontSize: px(12), formatter: point => rows[point.dataIndex].shown[table.dataset.value] },
        // Below the bars, so that no value is struck through.
        markLine: { ...marks(table), z: 1 } }],
      tall: rows.length * px(28) + px(60) }),
    /** One column a row, side by side like the steps of a scale. */
    columns: (rows, table) => ({ ...base(), grid: { left: 8, right: 8, top: px(26), bottom: 8, ...inside },
      xAxis: { type: "category", data: rows.map(row => row.label), ...axis(), splitLine: { show: false } },
      yAxis: { type: "value", minInterval: 1, ...axis() },
      series: [{ type: "bar", barCategoryGap: "6%", itemStyle: { color: colour("b3") }, data: rows.map(row => one(row, table.dataset.value)),
        label: { show: true, position: "top", color: colour("ink"), fontFamily: font(), fontSize: px(12), formatter: point => point.value || "" } }],
      tall: px(260) }),
    /** The same small chart for each row: how many sites reached each band. */
    multiples: (rows, table) => {
      const names = table.dataset.bands.split("|");
      const fills = ["b5", "b4", "b3", "b2", "b1"].slice(0, names.length - 1).map(name => ({ color: colour(name) })).concat([stripes("failed")]);
      const across = table.parentElement.clientWidth > 900 ? 5 : table.parentElement.clientWidth > 520 ? 3 : 2;
      const down = Math.ceil(rows.length / across);
      const most = Math.max(...rows.flatMap(row => row.values.bands || [0]));
      const place = i => ({ left: `${(i % across) * 100 / across + 1}%`, width: `${100 / across - 3}%`, top: Math.floor(i / across) * px(118) + px(30), height: px(66) });
      return { ...base(), tooltip: { ...base().tooltip, trigger: "item", formatter: point => `${rows[point.seriesIndex].label}\n${names[point.dataIndex]}: ${point.value}` },
        title: rows.map((row, i) => ({ text: row.label, left: place(i).left, top: place(i).top - px(26), textStyle: { fontSize: px(13), fontWeight: 600, color: colour("ink"), fontFamily: font(), width: 150, overflow: "truncate" } })),
        grid: rows.map((row, i) => place(i)),
        xAxis: rows.map((row, i) => ({ type: "category", gridIndex: i, data: names, ...axis(), axisLabel: { show: false } })),
        yAxis: rows.map((row, i) => ({ type: "value", gridIndex: i, max: most, show: false })),
        series: rows.map((row, i) => ({ type: "bar", xAxisIndex: i, yAxisIndex: i, barCategoryGap: "18%", label: { show: true, position: "top", distance: 2, fontSize: px(11), color: colour("soft"), formatter: point => point.value || "" }, data: (row.values.bands || []).map((count, k) => ({ value: count, itemStyle: fills[k] })) })),
        tall: down * px(118) + 10 };
    },
    /** What the clauses of each chapter came to. */
    profile: (rows, table) => ({ ...base(), grid: { left: 8, right: 24, top: px(34), bottom: 8, ...inside },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: colour("ink"), fontFamily: font(), fontSize: px(12) }, selectedMode: false },
      xAxis: { type: "value", minInterval: 1, ...axis() },
      yAxis: named(rows, table, "break"),
      series: table.dataset.parts.split("|").map((name, k) => ({ name, type: "bar", stack: "outcomes", barWidth: 16,
        itemStyle: [{ color: colour("passed") }, stripes("failed"), { color: colour("untested"), borderColor: colour("strong"), borderWidth: 1 }][k],
        data: rows.map(row => (row.values.points ? row.values.points[k] : null)) })),
      tall: rows.length * px(38) + px(70) }),
  };

  /** An axis reaches to the anchor, which may lie beyond all values. */
  function spanning(rows, table) {
    if (!table.dataset.goal) return {};
    const goal = Number(table.dataset.goal);
    return { max: axis => goal > axis.max ? goal : null, ...(table.dataset.plot === "trend" ? { min: axis => goal < axis.min ? goal : null } : {}) };
  }

  /** Lines across a chart: the value of the whole place, and the anchor to compare with, whose name stands a line above. */
  function marks(table, across = "xAxis") {
    const lines = [];
    if (table.dataset.mark) lines.push({ [across]: Number(table.dataset.mark), label: { formatter: table.dataset.markName } });
    if (table.dataset.goal) lines.push({ [across]: Number(table.dataset.goal), lineStyle: { type: "dashed", color: colour("brass") }, label: { formatter: table.dataset.goalName, ...(across === "xAxis" ? { distance: px(table.dataset.mark ? 22 : 5) } : { position: "insideStartTop" }) } });
    return { silent: true, symbol: "none", lineStyle: { color: colour("ink"), type: "solid", width: 1 }, label: { color: colour("ink"), fontFamily: font(), fontSize: px(12), position: across === "xAxis" ? "start" : "end" }, data: lines };
  }

  /** What a chart shows, in a sentence: for those who do not see it, and under it for those who do. */
  function summary(rows, value) {
    const known = rows.filter(row => one(row, value) !== null).sort((a, b) => one(b, value) - one(a, value));
    if (known.length < 2) return "";
    const [most, least] = [known[0], known[known.length - 1]];
    return say(`最高：${most.label} ${most.shown[value]}；最低：${least.label} ${least.shown[value]}。`, `Highest: ${most.label}, ${most.shown[value]}. Lowest: ${least.label}, ${least.shown[value]}.`);
  }

  /** What a row says where it is drawn as a chart of a kind. */
  function reading(row, kind, table, value) {
    const counted = (names, counts) => names.map((name, k) => `${name} ${counts[k]}`).join(say("，", ", "));
    if (kind === "multiples" && row.values.bands) return counted(table.dataset.bands.split("|"), row.values.bands);
    if (kind === "profile" && row.values.points) return counted(table.dataset.parts.split("|"), row.values.points);
    if (kind === "ranges" && row.values.bounds) return `${row.shown[value]}${say("，可能在 ", ", can be ")}${row.values.bounds.join("–")}`;
    return (row.values[value] && row.shown[value]) || say("没有数据", "no figure");
  }

  function csv(table) {
    const safe = text => (/^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);
    const cell = one => `"${safe(one.textContent.trim().replace(/\s+/g, " ") || one.dataset.v || "").replaceAll('"', '""')}"`;
    const lines = [...table.tHead.rows, ...table.tBodies[0].rows].map(row => [...row.cells].map(cell).join(","));
    return new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" });
  }

  function save(href, name) {
    const link = document.createElement("a");
    link.href = href;
    link.download = name;
    link.click();
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  const TITLES = { ranges: say("得分与区间", "Scores and bounds"), multiples: say("各地等级", "Bands by place"), trend: say("走势", "Trend"), bars: say("条形图", "Bars"), columns: say("分布", "Spread"), profile: say("构成", "Profile") };

  window.plumbline = { ...window.plumbline, draw(table) {
    const rows = read(table);
    if (rows.length === 0) return;
    const kinds = table.dataset.plot.split(" ");
    const value = table.dataset.value || "score";
    const name = (table.dataset.name || document.title.split(" · ")[0]).replace(/[\\/:*?"<>|\s]+/g, "-");
    const figure = document.createElement("figure");
    figure.className = "plot";
    const tools = document.createElement("div");
    tools.className = "tools";
    const box = document.createElement("div");
    box.className = "canvas";
    box.tabIndex = 0;
    box.setAttribute("role", "img");
    const caption = document.createElement("figcaption");
    caption.textContent = table.dataset.says ? "" : summary(rows, value);
    const told = document.createElement("p");
    told.className = "hidden";
    told.setAttribute("role", "status");
    figure.append(tools, box, caption, told);
    table.before(figure);
    let chart = null, shown = "", at = -1;

    function show(kind) {
      shown = kind;
      views.forEach((made, key) => made.setAttribute("aria-pressed", String(key === kind)));
      const drawn = kind !== "table";
      box.hidden = caption.hidden = !drawn;
      picture.hidden = !drawn;
      table.classList.toggle("behind", drawn);
      if (!drawn) return;
      const { tall, ...option } = plots[kind](rows, table);
      box.style.height = `${tall}px`;
      box.setAttribute("aria-label", `${TITLES[kind]}. ${table.dataset.says || caption.textContent} ${say("用方向键逐项读出。", "Use the arrow keys to read each value.")}`);
      chart?.dispose();
      chart = echarts.init(box, null, { renderer: "canvas" });
      chart.setOption(option);
    }
    const views = new Map(kinds.map(kind => [kind, button(kinds.length > 1 ? TITLES[kind] : say("图", "Chart"), () => show(kind))]));
    views.set("table", button(say("表", "Table"), () => show("table")));
    const picture = button("PNG", () => save(chart.getDataURL({ pixelRatio: 2, backgroundColor: colour("paper") }), `${name}.png`));
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    group.append(...views.values());
    tools.append(group, picture, button("CSV", () => { const url = URL.createObjectURL(csv(table)); save(url, `${name}.csv`); setTimeout(() => URL.revokeObjectURL(url), 1000); }));
    box.addEventListener("keydown", event => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      at = Math.max(0, Math.min(rows.length - 1, at + step));
      told.textContent = `${rows[at].label}: ${reading(rows[at], shown, table, value)}`;
      chart.dispatchAction({ type: "showTip", seriesIndex: shown === "multiples" ? at : chart.getOption().series.length - 1, dataIndex: shown === "multiples" ? 0 : at });
    });
    new ResizeObserver(() => { if (shown === "multiples") show(shown); else chart?.resize(); }).observe(figure);
    new MutationObserver(() => show(shown)).observe(document.documentElement, { attributeFilter: ["class"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(shown));
    show(table.dataset.first === "table" ? "table" : kinds[0]);
  } };
})();
