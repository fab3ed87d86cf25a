(() => {
"use strict";
const SVG = "http://www.w3.org/2000/svg", MOST = 400, NEAR = 18;
const make = (name, attributes, parent) => {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (parent) parent.append(element);
  return element;
};
const html = (name, text, parent) => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
};
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

// Where ticks stand between two places of an axis, and their texts.
const raised = number => [...String(number)].map(c => c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join("");
const plain = (value, step) => {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 1e6 || size < 1e-4) {
    const power = Math.floor(Math.log10(size) + 1e-12), digits = Math.max(0, power - Math.floor(Math.log10(step) + 1e-9));
    return (value / 10 ** power).toFixed(Math.min(12, digits)).replace("-", "−") + "·10" + raised(power);
  }
  return value.toFixed(clamp(-Math.floor(Math.log10(step) + 1e-9), 0, 12)).replace("-", "−");
};
const linear = (low, high, most) => {
  const rough = (high - low) / most, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(m => m * power).find(s => s >= rough * .999), ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push([i * step, plain(i * step, step)]);
  return ticks;
};
const log = (low, high, most) => {
  const ticks = [], decades = high - low;
  if (decades < .6) return linear(10 ** low, 10 ** high, most).filter(t => t[0] > 0).map(t => [Math.log10(t[0]), t[1]]);
  const step = Math.max(1, Math.ceil(decades / most)), digits = decades * 3 <= most ? [1, 2, 5] : [1];
  for (let e = Math.floor(low); e <= Math.ceil(high); e++) for (let m = 1; m < 10; m++) {
    const at = e + Math.log10(m);
    if (at < low - 1e-9 || at > high + 1e-9 || m > 1 && step > 1) continue;
    const text = !digits.includes(m) || m === 1 && e % step ? "" : e >= -3 && e <= 5 ? plain(m * 10 ** e, m * 10 ** e)
      : (m === 1 ? "" : m + "·") + "10" + raised(e);
    ticks.push([at, text]);
  }
  return ticks;
};
const DAY = 864e5, two = n => (n < 10 ? "0" : "") + n;
const time = (low, high, most) => {
  const ticks = [], months = (high - low) / 30.44;
  if (months < 2) {
    const step = [1, 2, 7, 14, 28].find(s => (high - low) / s <= most) || 28;
    for (let d = Math.ceil(low); d <= high; d += step) ticks.push([d, new Date(d * DAY).toISOString().slice(0, 10)]);
    return ticks;
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find(s => months / s <= most) || 2400;
  const start = new Date(low * DAY), first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let m = Math.floor(first / step) * step; ; m += step) {
    const year = Math.floor(m / 12), at = Date.UTC(year, m % 12, 1) / DAY;
    if (at > high) return ticks;
    if (at >= low) ticks.push([at, step % 12 ? year + "-" + two(m % 12 + 1) : String(year)]);
  }
};
const names = axis => (low, high, most) => {
  const step = Math.max(1, Math.ceil((high - low) / most)), ticks = [];
  for (let i = Math.max(0, Math.ceil(low)); i <= high && i < axis.names.length; i++) if (i % step === 0) ticks.push([i, axis.names[i]]);
  return ticks;
};
const ticksOf = axis => ({LINEAR: linear, LOG: log, TIME: time, CATEGORY: names(axis)})[axis.scale];

class View {
  constructor(figure, box) {
    this.figure = figure;
    this.box = box;
    this.svg = box.querySelector("svg");
    const plan = JSON.parse(box.dataset.plan);
    this.x = plan.x;
    this.span = [0, 1];
    const groups = [...this.svg.querySelectorAll("g.panel")];
    this.panels = plan.panels.map((panel, i) => this.panel(panel, groups[i], i));
    this.ticks = [...this.svg.querySelectorAll(".ticks, .grid, .numbers")];
    const text = this.svg.querySelector(".ticks text");
    this.ink = text ? text.getAttribute("fill") : "#1b1b1b";
    const line = this.svg.querySelector(".ticks line"), grid = this.svg.querySelector(".grid line");
    this.soft = line ? line.getAttribute("stroke") : this.ink;
    this.grid = grid ? grid.getAttribute("stroke") : "none";
    this.marks = [...this.svg.querySelectorAll(".mark")].map(mark => this.mark(mark));
    this.svg.querySelectorAll(".cells > title").forEach(title => this.words(title.parentNode));
    this.svg.querySelector("title").remove();
    this.legend(plan.legend);
    this.listen();
  }

  panel(plan, group, i) {
    const id = this.svg.querySelector("desc").id + "-clip" + i, clip = make("clipPath", {id}, this.svg);
    const frame = make("rect", {}, clip);
    const layer = make("g", {"clip-path": "url(#" + id + ")"}), own = make("g", {});
    const inside = [...group.querySelectorAll(".layer, .label, .level")];
    const plane = make("rect", {class: "plane", x: plan.box[0], y: plan.box[1], width: plan.box[2], height: plan.box[3], fill: "transparent"});
    (inside[0] || group.lastChild).before(own, plane, layer);
    inside.forEach(element => {
      element.querySelectorAll("[clip-path]").forEach(part => part.removeAttribute("clip-path"));
      layer.append(element);
    });
    const made = {...plan, group, layer, own, plane, frame, span: [0, 1], inside};
    this.clip(made, true);
    return made;
  }

  // Marks at the ends of the axes stand out over these; what is zoomed beyond them does not.
  clip(panel, whole) {
    const room = whole ? 24 : 0, [x, y, width, height] = panel.box;
    Object.entries({x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room})
      .forEach(([name, value]) => panel.frame.setAttribute(name, value));
  }

  words(group) {
    const title = group.querySelector("title");
    group.dataset.words = title.textContent;
    title.remove();
    return group;
  }

  mark(group) {
    this.words(group);
    group.setAttribute("role", "img");
    group.setAttribute("aria-label", group.dataset.words);
    const layer = group.closest(".layer");
    return {group, layer, panel: this.panels.find(panel => panel.inside.includes(layer)),
      x: +group.dataset.x, y: +group.dataset.y, row: group.dataset.row, point: group.classList.contains("point")};
  }

  legend(entries) {
    this.entries = entries.map(entry => {
      const [x, y, width, height] = entry.box;
      const button = make("rect", {class: "entry", "data-s": entry.key, x, y, width, height, rx: 3, role: "button", tabindex: 0,
        "aria-pressed": "true", "aria-label": entry.name}, this.svg);
      const flip = () => this.figure.flip(entry.key);
      button.addEventListener("click", flip);
      button.addEventListener("keydown", event => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); flip(); }
      });
      return button;
    });
  }

  show(hidden) {
    this.entries.forEach(entry => entry.setAttribute("aria-pressed", String(!hidden.has(entry.dataset.s))));
    this.svg.querySelectorAll(".layer[data-s], .number").forEach(layer => layer.classList.toggle("off", layer.dataset.s.split(" ").some(key => hidden.has(key))));
    const gone = new Set(), seen = new Set();
    this.marks.forEach(mark => (mark.layer.classList.contains("off") ? gone : seen).add(mark.row));
    this.svg.querySelectorAll(".label").forEach(label => label.classList.toggle("off",
      gone.has(label.dataset.row) && !seen.has(label.dataset.row)));
    this.say(null);
  }

  // Places in the picture, wherever it is zoomed to.
  across(panel, x) { return panel.box[0] + ((x - panel.box[0]) / panel.box[2] - this.span[0]) / (this.span[1] - this.span[0]) * panel.box[2]; }
  down(panel, y) {
    const up = (panel.box[1] + panel.box[3] - y) / panel.box[3];
    return panel.box[1] + panel.box[3] - (up - panel.span[0]) / (panel.span[1] - panel.span[0]) * panel.box[3];
  }
  whole() { return this.span[1] - this.span[0] > .9999 && this.panels.every(panel => panel.span[1] - panel.span[0] > .9999); }

  draw() {
    const whole = this.whole();
    this.figure.zoomed(whole);
    this.ticks.forEach(part => part.classList.toggle("off", !whole));
    for (const panel of this.panels) {
      this.clip(panel, whole);
      const kx = 1 / (this.span[1] - this.span[0]), ky = 1 / (panel.span[1] - panel.span[0]);
      const matrix = "matrix(" + [kx, 0, 0, ky, this.across(panel, 0), this.down(panel, 0)].join(" ") + ")";
      for (const element of panel.inside) {
        if (element.classList.contains("label")) this.shift(element, panel);
        else if (element.classList.contains("level")) {
          for (const part of element.children) this.stretch(part, part.tagName === "text" ? "" : matrix);
          element.querySelectorAll("text").forEach(text => this.level(text, element, panel));
        } else if (element.querySelector(".point")) for (const point of element.children) this.shift(point, panel);
        else this.stretch(element, whole ? "" : matrix);
      }
      panel.own.replaceChildren();
      if (!whole) this.axes(panel);
      this.thin(panel, whole);
    }
    this.say(null);
  }

  // Labels keep their distance from their marks, so that some may come to lie on others: the more important one stays.
  thin(panel, whole) {
    const taken = [];
    for (const label of panel.inside) {
      if (!label.classList.contains("label")) continue;
      const text = label.querySelector("text"), width = +text.getAttribute("textLength") || text.getComputedTextLength(), height = 12;
      const x = +text.getAttribute("x") + this.across(panel, +label.dataset.x) - label.dataset.x;
      const y = +text.getAttribute("y") + this.down(panel, +label.dataset.y) - label.dataset.y - 9;
      const covered = taken.some(([a, b, w]) => x < a + w && a < x + width && y < b + height && b < y + height);
      label.classList.toggle("covered", !whole && covered);
      if (!covered) taken.push([x, y, width]);
    }
  }

  stretch(element, matrix) {
    element.classList.toggle("moved", matrix !== "");
    if (element.tagName !== "g") element.setAttribute("vector-effect", "non-scaling-stroke");
    if (matrix) element.setAttribute("transform", matrix); else element.removeAttribute("transform");
  }
  shift(element, panel) {
    const x = +element.dataset.x, y = +element.dataset.y;
    element.setAttribute("transform", "translate(" + (this.across(panel, x) - x) + " " + (this.down(panel, y) - y) + ")");
  }
  level(text, group, panel) {
    const line = group.querySelector("line");
    if (!line) return;
    const x = +line.getAttribute("x1"), y = +line.getAttribute("y1"), lies = y === +line.getAttribute("y2");
    text.setAttribute("transform", lies ? "translate(0 " + (this.down(panel, y) - y) + ")" : "translate(" + (this.across(panel, x) - x) + " 0)");
  }

  axes(panel) {
    const [left, top, width, height] = panel.box, bottom = top + height, own = panel.own;
    const last = panel === this.panels[this.panels.length - 1];
    const line = (d, stroke, size) => make("path", {d, stroke, "stroke-width": size, fill: "none"}, own);
    const write = (text, x, y, anchor) => {
      if (text) make("text", {x, y, "font-size": 11.5, "text-anchor": anchor, fill: this.ink}, own).textContent = text;
    };
    const place = (axis, share) => axis.low + share * (axis.high - axis.low);
    const span = (axis, [a, b]) => [place(axis, a), place(axis, b)];
    let [low, high] = span(this.x, this.span);
    for (const [at, text] of ticksOf(this.x)(low, high, Math.max(2, Math.floor(width / (this.x.scale === "LOG" ? 62 : 85))))) {
      const x = left + (at - low) / (high - low) * width;
      if (text && this.x.scale !== "CATEGORY") line("M" + x + " " + top + "v" + height, this.grid, .7);
      if (!last) continue;
      if (this.x.scale !== "CATEGORY") line("M" + x + " " + bottom + "v" + (text ? 5 : 2.5), this.soft, .8);
      write(text, x, bottom + 18, "middle");
    }
    [low, high] = span(panel.y, panel.span);
    for (const [at, text] of ticksOf(panel.y)(low, high, Math.max(panel.y.scale === "CATEGORY" ? 2 : 4, Math.floor(height / (panel.y.scale === "CATEGORY" ? 14 : 44))))) {
      const y = bottom - (at - low) / (high - low) * height;
      if (text && panel.y.scale !== "CATEGORY") line("M" + left + " " + y + "h" + width, this.grid, .7);
      if (panel.y.scale !== "CATEGORY") line("M" + left + " " + y + "h" + (text ? -5 : -2.5), this.soft, .8);
      write(text, left - 9, y + 4, "end");
    }
    line("M" + left + " " + top + "v" + height + (last ? "h" + width : ""), this.soft, .8);
  }

  zoom(factor, point) {
    const panel = point && this.at(point) || this.panels[0], [left, top, width, height] = panel.box;
    const share = point ? [(point[0] - left) / width, (top + height - point[1]) / height] : [.5, .5];
    const change = (span, at) => {
      const size = clamp((span[1] - span[0]) / factor, 1 / MOST, 1), middle = span[0] + at * (span[1] - span[0]);
      const low = clamp(middle - at * size, 0, 1 - size);
      return [low, low + size];
    };
    this.set(panel, change(this.span, share[0]), change(panel.span, share[1]));
  }
  // Bars keep what they stand on and how far they reach.
  set(panel, across, up) {
    if (panel.holds !== "x") this.span = across;
    if (panel.holds !== "y") panel.span = up;
    this.draw();
  }
  move(panel, right, up) {
    const change = (span, share) => {
      const size = span[1] - span[0], low = clamp(span[0] + share * size, 0, 1 - size);
      return [low, low + size];
    };
    this.set(panel, change(this.span, right), change(panel.span, up));
  }
  choose(panel, a, b) {
    const [left, top, width, height] = panel.box, part = (span, low, high) => [span[0] + low * (span[1] - span[0]), span[0] + high * (span[1] - span[0])];
    const x = [a[0], b[0]].map(v => clamp((v - left) / width, 0, 1)).sort((p, q) => p - q);
    const y = [a[1], b[1]].map(v => clamp((top + height - v) / height, 0, 1)).sort((p, q) => p - q);
    this.set(panel, part(this.span, ...x), part(panel.span, ...y));
  }
  reset() {
    this.span = [0, 1];
    this.panels.forEach(panel => { panel.span = [0, 1]; });
    this.draw();
  }

  at([x, y]) { return this.panels.find(({box}) => x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3]); }
  point(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [at.x, at.y];
  }

  // The mark under the pointer, or the nearest point.
  find(event) {
    const own = event.target.closest && event.target.closest(".mark");
    const at = this.point(event), panel = this.at(at);
    if (!panel) return null;
    const near = NEAR * this.svg.viewBox.baseVal.width / this.svg.clientWidth;
    let best = null, least = near;
    for (const mark of this.marks) {
      if (mark.panel !== panel || mark.layer.classList.contains("off")) continue;
      if (!mark.point) { if (mark.group === own) return mark; continue; }
      const far = Math.hypot(this.across(panel, mark.x) - at[0], this.down(panel, mark.y) - at[1]);
      if (far < least) { least = far; best = mark; }
    }
    if (best) return best;
    const cells = event.target.closest && event.target.closest(".cells");
    return cells ? {group: cells, words: cells.dataset.words, place: at} : null;
  }

  say(mark) {
    if (this.hot) this.hot.group.classList.remove("hot");
    this.hot = mark;
    if (!mark) { this.figure.tip.hidden = true; return; }
    if (!mark.words) mark.group.classList.add("hot");
    this.figure.tell(mark);
    const ratio = this.svg.clientWidth / this.svg.viewBox.baseVal.width, tip = this.figure.tip;
    const [x, y] = mark.place || [this.across(mark.panel, mark.x), this.down(mark.panel, mark.y)];
    const room = this.box.clientWidth, width = tip.offsetWidth;
    let left = x * ratio + 14;
    if (left + width > room) left = x * ratio - width - 14;
    tip.style.left = clamp(left, 0, Math.max(0, room - width)) + "px";
    tip.style.top = this.box.offsetTop + Math.max(0, y * ratio - tip.offsetHeight - (room < 640 ? 14 : -tip.offsetHeight / 2)) + "px";
  }

  step(by) {
    const seen = this.marks.filter(mark => !mark.layer.classList.contains("off") && this.at([this.across(mark.panel, mark.x), this.down(mark.panel, mark.y)]) === mark.panel)
      .sort((a, b) => a.x - b.x || b.y - a.y);
    if (!seen.length) return;
    const at = seen.indexOf(this.hot);
    this.say(seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length]);
  }

  listen() {
    const svg = this.svg;
    let drag = null;
    svg.addEventListener("wheel", event => {
      const at = this.point(event);
      if (!this.at(at) || event.deltaY > 0 && this.whole()) return;
      event.preventDefault();
      this.zoom(Math.exp(clamp(-event.deltaY, -400, 400) * .002), at);
    }, {passive: false});
    svg.addEventListener("dblclick", event => { const at = this.point(event); if (this.at(at)) this.zoom(2, at); });
    svg.addEventListener("pointerdown", event => {
      const at = this.point(event), panel = this.at(at);
      if (!panel || event.button || event.pointerType === "touch" && this.whole()) return;
      // Or else the texts that are dragged over would be chosen.
      event.preventDefault();
      this.box.focus({preventScroll: true, focusVisible: false});
      drag = {panel, start: at, last: at, choose: this.whole() || event.shiftKey};
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", event => {
      const at = this.point(event);
      if (!drag) { const found = this.find(event); if (!this.hot || !found || found.words || found.group !== this.hot.group) this.say(found); return; }
      const far = Math.hypot(at[0] - drag.start[0], at[1] - drag.start[1]), box = drag.panel.box;
      if (drag.choose && far > 4) {
        drag.rect = drag.rect || make("rect", {class: "choice"}, svg);
        const x = clamp(at[0], box[0], box[0] + box[2]), y = clamp(at[1], box[1], box[1] + box[3]);
        const attributes = {x: Math.min(x, drag.start[0]), y: Math.min(y, drag.start[1]), width: Math.abs(x - drag.start[0]), height: Math.abs(y - drag.start[1])};
        for (const key in attributes) drag.rect.setAttribute(key, attributes[key]);
      } else if (!drag.choose) {
        this.move(drag.panel, (drag.last[0] - at[0]) / box[2], (at[1] - drag.last[1]) / box[3]);
        drag.last = at;
      }
    });
    const end = event => {
      if (drag && drag.rect) {
        drag.rect.remove();
        const at = this.point(event);
        if (event.type === "pointerup" && Math.abs(at[0] - drag.start[0]) > 8 && Math.abs(at[1] - drag.start[1]) > 8) this.choose(drag.panel, drag.start, at);
      }
      drag = null;
    };
    svg.addEventListener("pointerup", end);
    svg.addEventListener("pointercancel", end);
    svg.addEventListener("pointerleave", () => { if (!drag) this.say(null); });
    this.box.addEventListener("keydown", event => {
      const keys = {ArrowRight: () => this.step(1), ArrowLeft: () => this.step(-1), ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1),
        Escape: () => this.say(null), "+": () => this.zoom(1.5), "=": () => this.zoom(1.5), "-": () => this.zoom(1 / 1.5), "0": () => this.reset()};
      if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); keys[event.key](); }
    });
  }
}

class Figure {
  constructor(element) {
    this.element = element;
    this.tip = element.querySelector(".tip");
    this.hidden = new Set();
    this.heads = [...element.querySelectorAll("thead th")].map(head => head.textContent);
    this.rows = new Map([...element.querySelectorAll("tbody tr")].map(row => [row.dataset.row, row]));
    this.tools = element.querySelector(".tools");
    this.views = [...element.querySelectorAll(".view")].map(box => new View(this, box));
    const button = name => element.querySelector("button[data-do=" + name + "]");
    button("in").addEventListener("click", () => this.view().zoom(1.5));
    button("out").addEventListener("click", () => this.view().zoom(1 / 1.5));
    button("all").addEventListener("click", () => this.view().reset());
    this.back = [button("out"), button("all")];
    this.tools.hidden = false;
    this.zoomed(true);
  }
  view() { return this.views.find(view => view.box.offsetParent) || this.views[0]; }
  zoomed(whole) {
    this.element.classList.toggle("zoomed", !whole);
    this.back.forEach(button => { button.disabled = whole; });
  }
  flip(key) {
    if (!this.hidden.delete(key)) this.hidden.add(key);
    this.views.forEach(view => view.show(this.hidden));
  }
  tell(mark) {
    const tip = this.tip, row = this.rows.get(mark.row);
    tip.replaceChildren();
    if (!row) {
      const words = mark.words || mark.group.dataset.words, at = words.indexOf(": ");
      if (at > 0) html("b", words.slice(0, at), tip);
      tip.append(at > 0 ? words.slice(at + 2) : words);
    } else {
      const name = row.querySelector("th");
      if (name) html("b", name.textContent, tip);
      const list = html("dl", "", tip);
      [...row.children].forEach((cell, i) => {
        if (cell === name || cell.classList.contains("sources")) return;
        html("dt", this.heads[i], list);
        html("dd", cell.textContent, list);
      });
      const sources = row.querySelector(".sources");
      if (sources && sources.textContent) {
        const small = html("small", "", tip);
        [...sources.children].forEach(line => html("div", line.textContent, small));
      }
    }
    tip.hidden = false;
  }
}
document.querySelectorAll("figure.picture").forEach(element => new Figure(element));
})();
