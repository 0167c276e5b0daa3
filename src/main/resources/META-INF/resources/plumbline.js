// What pages do beyond HTML: larger type that is remembered, and charts, which are fetched when they come into view. Without it every page says the same.
(() => {
  const root = document.documentElement;
  const remembered = {
    get: () => { try { return localStorage.getItem("type") === "large"; } catch { return false; } },
    set: on => { try { localStorage.setItem("type", on ? "large" : "usual"); } catch { /* a browser that keeps nothing: the choice lasts for this page */ } },
  };

  function larger(button) {
    const show = on => { root.classList.toggle("large", on); button.setAttribute("aria-pressed", String(on)); };
    show(remembered.get());
    button.hidden = false;
    button.addEventListener("click", () => {
      const on = !root.classList.contains("large");
      remembered.set(on);
      show(on);
    });
  }

  const loaded = new Map();
  function load(src) {
    if (!loaded.has(src)) {
      loaded.set(src, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = src;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }));
    }
    return loaded.get(src);
  }

  /** Draws what comes near the view; where a file cannot be fetched the table stays as it is. */
  function near(elements, files, draw) {
    if (elements.length === 0) return;
    const watch = new IntersectionObserver(seen => seen.filter(one => one.isIntersecting).forEach(one => {
      watch.unobserve(one.target);
      files.reduce((before, file) => before.then(() => load(file)), Promise.resolve()).then(() => draw(one.target)).catch(() => {});
    }), { rootMargin: "400px" });
    elements.forEach(element => watch.observe(element));
  }

  document.querySelectorAll("button.larger").forEach(larger);
  const { echarts, charts } = document.body.dataset;
  near([...document.querySelectorAll("table[data-plot]")], [echarts, charts], table => window.plumbline.draw(table));
  document.querySelectorAll("[data-map]").forEach(box => load(box.dataset.leaflet).then(() => load(box.dataset.maps)).then(() => window.plumbline.map(box)).catch(() => {}));
})();
