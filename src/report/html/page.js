"use strict";

// What waits packed in a template, as markup: it stands in base64 and zlib's format.
const unpacked = async (template) => {
  const bytes = Uint8Array.from(atob(template.content.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const holder = document.createElement("template");
  holder.innerHTML = await new Response(stream).text();
  return holder.content;
};

// Tables: a button in each heading sorts; a field and, for few values, lists filter.
{
  const number = (cell) => {
    const text = cell.dataset.value ?? cell.textContent;
    return text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);
  };
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const said = document.body.dataset;
  const say = (text, ...values) => values.reduce((text, value) => text.replace("{}", value), text);
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const keyOf = (kind) => (kind === "number" ? number : (cell) => cell.textContent.trim() || null);
  const order = (a, b) => (typeof a === "number" ? a - b : words.compare(a, b));

  const sort = (table, heading, headings) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of headings) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const place = headings.indexOf(heading);
    const key = keyOf(heading.dataset.kind);
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row.cells[place]), row]);
    // What has no value comes last, whichever way.
    rows.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
      return down ? order(b, a) : order(a, b);
    });
    body.append(...rows.map(([, row]) => row));
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  for (const section of document.querySelectorAll("section.table")) {
    const table = section.querySelector("table");
    if (!table) continue;
    const headings = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const rest = section.querySelector("template[data-rows]");
    let packed = rest ? Number(rest.dataset.rows) : 0;
    const title = section.querySelector("h2").textContent.toLowerCase();
    const field = element("input", { type: "search", autocomplete: "off" });
    const shown = element("output", { className: "muted" });
    const choices = headings.flatMap((heading, place) => {
      if (heading.dataset.kind !== "choice") return [];
      const list = element("select", {});
      return [{ place, list, label: element("label", {}, heading.textContent + " ", list) }];
    });
    const fill = () => {
      for (const { place, list, label } of choices) {
        const values = [...new Set(rows.map((row) => row.cells[place].textContent))].filter(Boolean);
        const options = values.sort(words.compare).map((value) => element("option", { value }, value));
        const { value } = list;
        list.replaceChildren(element("option", { value: "" }, said.all), ...options);
        list.value = value;
        label.hidden = values.length < 2;
      }
    };
    let texts = null;
    const filter = () => {
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      const chosen = choices.filter(({ list }) => list.value);
      if (wanted.length > 0) texts ??= rows.map((row) => plain(row.textContent));
      let count = 0;
      rows.forEach((row, at) => {
        const fits = wanted.every((word) => texts[at].includes(word)) &&
          chosen.every(({ place, list }) => row.cells[place].textContent === list.value);
        row.hidden = !fits;
        count += fits ? 1 : 0;
      });
      const all = rows.length + packed;
      shown.value = count === all ? say(said.rows, count) : say(said.someRows, count, all);
    };
    const more = element("button", { type: "button" }, said.showAll);
    const unpack = async () => {
      const content = await unpacked(rest);
      rows.push(...content.querySelectorAll("tr"));
      table.tBodies[0].append(content);
      packed = 0;
      texts = null;
      more.remove();
      fill();
      filter();
    };
    // The rows that are packed come when all are shown, sorted or looked through.
    let coming = null;
    const whole = () => (coming ??= unpack());
    const among = (change) => async () => {
      if (packed > 0) await whole();
      change();
    };
    for (const heading of headings) {
      const button = element("button", { type: "button" }, heading.textContent);
      button.addEventListener("click", among(() => sort(table, heading, headings)));
      heading.replaceChildren(button);
    }
    field.addEventListener("input", among(filter));
    for (const { list } of choices) list.addEventListener("change", among(filter));
    more.addEventListener("click", whole);
    const labels = choices.map(({ label }) => label);
    const tools = element("div", { className: "tools" }, element("label", {}, say(said.filter, title) + " ", field), ...labels, shown);
    if (rest) tools.append(more);
    fill();
    filter();
    section.querySelector(".scroll").before(tools);
  }
}

// Charts: the marks of each are one stop of the Tab key; arrows go from mark to mark, and what a mark says pops up.
{
  const tip = document.getElementById("tip");
  const show = (mark) => {
    tip.textContent = mark.getAttribute("aria-label");
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const left = Math.min(Math.max(4, box.left + box.width / 2 - width / 2), innerWidth - width - 4);
    const above = box.top - height - 8;
    tip.style.left = left + "px";
    tip.style.top = (above < 4 ? box.bottom + 8 : above) + "px";
  };
  const hide = () => { tip.hidden = true; };

  const days = (mark) => (mark.localName === "a" ? Date.parse(mark.getAttribute("href").slice(2)) / 86400000 : null);
  // In a calendar up and down are a day, left and right a week; elsewhere all are one mark.
  const next = (marks, at, key) => {
    const step = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 }[key];
    if (key === "Home") return 0;
    if (key === "End") return marks.length - 1;
    if (!step) return null;
    const from = days(marks[at]);
    if (from === null) return at + Math.sign(step);
    const there = (mark) => (step > 0 ? days(mark) >= from + step : days(mark) <= from + step);
    return step > 0 ? marks.findIndex(there) : marks.findLastIndex(there);
  };

  for (const svg of document.querySelectorAll(".chart svg")) {
    const marks = [...svg.querySelectorAll("title")].map((title) => {
      const mark = title.parentNode;
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
      return mark;
    });
    const links = marks.filter((mark) => days(mark) !== null).sort((a, b) => days(a) - days(b));
    const stops = links.length > 0 ? links : marks;
    for (const mark of marks) {
      if (mark.localName !== "a") mark.setAttribute("role", "img");
    }
    for (const mark of stops) mark.setAttribute("tabindex", "-1");
    stops.at(-1)?.setAttribute("tabindex", "0");
    if (stops.length > 0) {
      svg.setAttribute("role", "group");
      svg.closest(".scroll").removeAttribute("tabindex");
    }
    const markOf = (event) => event.target.closest?.("[aria-label]:not(svg, div)");
    // Where time goes from left to right, a line leads to the nearest day, and its mark speaks wherever one points.
    const dated = links.length > 0 || !svg.closest(".to-end") ? [] : marks.filter((mark) => mark.dataset.day);
    let cross = null;
    const point = (mark) => {
      if (dated.includes(mark)) {
        const box = mark.getBBox();
        const { y, height } = svg.viewBox.baseVal;
        cross ??= svg.appendChild(document.createElementNS(svg.namespaceURI, "line"));
        const at = { class: "cross", x1: box.x + box.width / 2, x2: box.x + box.width / 2, y1: y, y2: y + height - 45 };
        for (const [name, value] of Object.entries(at)) cross.setAttribute(name, value);
      }
      show(mark);
    };
    const leave = () => {
      cross?.remove();
      cross = null;
      hide();
    };
    const nearest = (event) => {
      const away = (mark) => {
        const box = mark.getBoundingClientRect();
        return Math.hypot(box.left + box.width / 2 - event.clientX, (box.top + box.height / 2 - event.clientY) / 8);
      };
      let best = null;
      for (const mark of dated) {
        const distance = away(mark);
        if (distance < 40 && (!best || distance < best[0])) best = [distance, mark];
      }
      return best?.[1];
    };
    const follow = (event) => {
      const mark = markOf(event) ?? nearest(event);
      if (mark) point(mark); else leave();
    };
    svg.addEventListener("pointermove", follow);
    svg.addEventListener("pointerdown", follow);
    svg.addEventListener("pointerleave", leave);
    svg.addEventListener("focusin", (event) => { if (markOf(event)) point(markOf(event)); });
    svg.addEventListener("focusout", leave);
    svg.addEventListener("keydown", (event) => {
      const at = stops.indexOf(markOf(event));
      const to = at < 0 ? null : next(stops, at, event.key);
      if (to === null) return;
      event.preventDefault();
      const mark = stops[to];
      if (!mark) return;
      stops[at].setAttribute("tabindex", "-1");
      mark.setAttribute("tabindex", "0");
      mark.focus();
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      point(mark);
    });
  }
  addEventListener("scroll", hide, { passive: true });

  // A day that opens is where one reads on.
  const open = async () => {
    const id = location.hash.slice(1);
    const packed = document.querySelector('.panel template[data-year="' + CSS.escape(id.slice(1, -6)) + '"]');
    if (packed && !document.getElementById(id)) {
      packed.replaceWith(await unpacked(packed));
      // What has come only now is no target until one goes there again.
      if (location.hash === "#" + id) location.replace("#" + id);
    }
    const day = document.querySelector(".day:target");
    day?.setAttribute("tabindex", "-1");
    day?.focus();
  };
  addEventListener("hashchange", open);
  open();

  // Escape closes a day and goes back to its square.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hide();
    const day = document.querySelector(".day:target");
    if (!day) return;
    const link = document.querySelector(".chart a[href=\"#" + day.id + "\"]");
    location.hash = "#calendar";
    link?.focus();
  });
}

document.documentElement.dataset.ready = "";
