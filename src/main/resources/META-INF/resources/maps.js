// Draws the district's own map (Leaflet): streets in the tint of their score, sites as points. What it says of streets stands in
// the table under it, what it says of sites in the list of sites, to which the page leads.
(() => {
  const zh = document.documentElement.lang.startsWith("zh");
  const say = (chinese, english) => (zh ? chinese : english);
  const named = feature => (zh ? feature.properties.zh : feature.properties.en);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const TINTS = ["wash", "wash", "b1", "b2", "b3", "b5"];

  async function layer(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  /** A text with a link, made of nodes, for names are data. */
  function card(name, line, href) {
    const made = document.createElement("div");
    const link = document.createElement("a");
    link.textContent = name;
    link.href = href;
    const words = document.createElement("p");
    words.textContent = line;
    made.append(link, words);
    return made;
  }

  /** Writes each outline's name into it where there is room, again after every change of scale. */
  function name(map, areas) {
    const names = [];
    areas.eachLayer(area => {
      const words = document.createElement("span");
      words.textContent = named(area.feature);
      // The outline itself says it to who cannot see it.
      words.ariaHidden = "true";
      const icon = L.divIcon({ className: "mapname", html: words, iconSize: [0, 0] });
      L.marker(area.getCenter(), { icon, interactive: false, keyboard: false }).addTo(map);
      names.push([words, area.getBounds()]);
    });
    const fit = () => names.forEach(([words, bounds]) => {
      const room = map.latLngToLayerPoint(bounds.getSouthEast()).subtract(map.latLngToLayerPoint(bounds.getNorthWest()));
      words.hidden = false;
      words.hidden = words.offsetWidth > room.x * .9 || words.offsetHeight > room.y * .9;
    });
    map.on("zoomend", fit);
    fit();
  }

  window.plumbline = { ...window.plumbline, async map(figure) {
    const { streets, sites, site, tiles } = figure.dataset;
    const rows = new Map([...document.querySelectorAll("table.mapped tr[data-code]")].map(row => [row.dataset.code, row]));
    const outlines = await layer(streets);
    if (outlines.features.length === 0) return;
    figure.hidden = false;
    const box = figure.querySelector(".canvas");
    const map = L.map(box, { attributionControl: false, zoomSnap: .25, scrollWheelZoom: false });
    map.zoomControl.setPosition("topright");
    if (tiles) L.tileLayer(tiles).addTo(map);
    const style = feature => ({ color: colour("strong"), weight: 1.5, fillOpacity: tiles ? .7 : 1, fillColor: colour(TINTS[Number(rows.get(feature.properties.code)?.dataset.shade || 0)]) });
    const areas = L.geoJSON(outlines, { style, onEachFeature: (feature, area) => {
      const row = rows.get(feature.properties.code);
      if (!row) return;
      const cells = [...row.cells].slice(1).map(cell => `${cell.dataset.label} ${cell.textContent.trim()}`).join(say("，", ", "));
      area.bindPopup(() => card(named(feature), cells, row.querySelector("a").href));
      area.bindTooltip(() => document.createTextNode(named(feature)), { sticky: true });
      // An outline is reached and opened with the keyboard as a link is.
      area.on("add", () => { const path = area.getElement(); if (!path) return; path.setAttribute("tabindex", "0"); path.setAttribute("role", "button"); path.setAttribute("aria-label", `${named(feature)}: ${cells}`);
        path.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); area.openPopup(area.getBounds().getCenter()); } }); });
    } }).addTo(map);
    map.fitBounds(areas.getBounds(), { padding: [12, 12] });
    name(map, areas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => areas.setStyle(style));
    if (!sites) return;
    const points = L.layerGroup();
    const toggle = document.createElement("button");
    toggle.type = "button";
    toggle.className = "points";
    toggle.textContent = say("显示站点", "Show sites");
    toggle.setAttribute("aria-pressed", "false");
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    told.className = "small";
    figure.before(toggle, " ", told);
    let loaded = null;
    toggle.addEventListener("click", async () => {
      const on = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(on));
      loaded ??= layer(sites).then(found => L.geoJSON(found, { pointToLayer: (feature, at) => L.circleMarker(at, {
        radius: 5, fillOpacity: 1, className: feature.properties.rank > 0 ? "reached" : feature.properties.rank === 0 ? "unmet" : "unknown" })
        .bindPopup(() => card(named(feature), feature.properties.score === undefined ? say("尚未评估", "not assessed yet") : `${feature.properties.score} · ${zh ? feature.properties.bandZh : feature.properties.bandEn}`, site.replace("CODE", encodeURIComponent(feature.properties.code)))) }).addTo(points));
      try {
        await loaded;
      } catch {
        loaded = null;
        toggle.setAttribute("aria-pressed", "false");
        told.textContent = say("站点没有取到，请再试一次。", "The sites could not be fetched. Try again.");
        return;
      }
      told.textContent = "";
      if (on) points.addTo(map); else points.remove();
    });
  } };
})();
