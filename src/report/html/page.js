"use strict";

// Tables: a button in each heading sorts; a field and, for few values, lists filter.
{
  const number = (cell) => {
    const text = cell.dataset.value ?? cell.textContent;
    return text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);
  };
  const words = new Intl.Collator("en", { numeric: true });
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
    for (const heading of headings) {
      const button = element("button", { type: "button" }, heading.textContent);
      button.addEventListener("click", () => sort(table, heading, headings));
      heading.replaceChildren(button);
    }
    const rows = [...table.tBodies[0].rows];
    const title = section.querySelector("h2").textContent.toLowerCase();
    const field = element("input", { type: "search", autocomplete: "off" });
    const shown = element("output", { className: "muted" });
    const lists = [];
    headings.forEach((heading, place) => {
      if (heading.dataset.kind !== "choice") return;
      const values = [...new Set(rows.map((row) => row.cells[place].textContent))].filter(Boolean);
      if (values.length < 2) return;
      const all = element("option", { value: "" }, "all");
      const options = values.sort(words.compare).map((value) => element("option", { value }, value));
      lists.push([place, element("select", {}, all, ...options), heading.textContent]);
    });
    let texts = null;
    const filter = () => {
      texts ??= rows.map((row) => row.textContent.toLowerCase());
      const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      rows.forEach((row, at) => {
        const fits = wanted.every((word) => texts[at].includes(word)) &&
          lists.every(([place, list]) => !list.value || row.cells[place].textContent === list.value);
        row.hidden = !fits;
        count += fits ? 1 : 0;
      });
      shown.value = count === rows.length ? count + " rows" : count + " of " + rows.length + " rows";
    };
    field.addEventListener("input", filter);
    for (const [, list] of lists) list.addEventListener("change", filter);
    const labelled = ([, list, name]) => element("label", {}, name + " ", list);
    const tools = element("div", { className: "tools" }, element("label", {}, "Filter " + title + " ", field), ...lists.map(labelled), shown);
    shown.value = rows.length + " rows";
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

  const days = (mark) => (mark.localName === "a" ? Date.parse(mark.dataset.day) / 86400000 : null);
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
  const open = () => {
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
