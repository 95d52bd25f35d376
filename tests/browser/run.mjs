// The report page in a real browser. Arguments: the program, then a folder for the screenshots if they are wanted.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { chromium } from "playwright-core";

import { hostileNames, large, sample, surroundings } from "./workspaces.mjs";

const WIDTHS = [360, 768, 1440];
const THEMES = ["light", "dark"];
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const cpt = resolve(process.argv[2] ?? "target/debug/cpt");
const pictures = process.argv[3] && resolve(process.argv[3]);
if (pictures) mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const home = mkdtempSync(join(tmpdir(), "cpt-browser-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});

let passed = 0;
async function test(name, body) {
  try {
    await body();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}

// Opens a page, and afterwards demands that nothing was said on the console and nothing asked of anybody else.
async function visit(url, options, look) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const said = [];
  const foreign = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const own = url.startsWith("file:") ? url : new URL(url).origin + "/";
  page.on("request", (request) => {
    const asked = request.url();
    if (!asked.startsWith("data:") && !asked.startsWith(own)) foreign.push(asked);
  });
  try {
    await page.goto(url, { waitUntil: "load" });
    await look(page, said);
    assert.deepEqual(said, [], "the console");
    assert.deepEqual(foreign, [], "requests to others");
  } finally {
    await context.close();
  }
}

// By how much the page, or anything in it that isn't in a box that scrolls by itself, is wider than the screen.
const overflow = (page) => page.evaluate(() => {
  const parts = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".scroll > *, .hidden, #tip"));
  const right = Math.max(...parts.map((one) => one.getBoundingClientRect().right));
  return Math.max(document.documentElement.scrollWidth, Math.ceil(right) - 1) - innerWidth;
});

// What it finds depends on the theme, as colours do, and on whether a page is narrow or wide: once each is enough, as it takes
// longer than everything else together.
const isAccessible = (width, colorScheme) => (colorScheme === "light" ? width === WIDTHS[0] : width === WIDTHS.at(-1));
const accessibly = (width, colorScheme) => (isAccessible(width, colorScheme) ? ", accessible" : "");

async function accessible(page) {
  // The library is brought in past the page's policy, by the debugger, as no page could.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ")}`);
  assert.deepEqual(told, [], "accessibility");
}

async function shoot(page, name) {
  if (!pictures) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize();
  for (let top = 0, nth = 0; top < height && nth < 8; top += 1600, nth += 1) {
    await page.setViewportSize({ width, height: 1600 });
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
    await page.waitForTimeout(60);
    await page.screenshot({ path: join(pictures, `${name}-${nth}.png`) });
  }
}

const urlOf = (dir) => pathToFileURL(join(dir, "report/index.html")).href;

async function samplePage() {
  const dir = await sample(cpt, home);
  const url = urlOf(dir);
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      await test(`sample page, ${width} pixels, ${colorScheme}: quiet${accessibly(width, colorScheme)}, within the screen`, () =>
        visit(url, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          assert.ok((await overflow(page)) <= 0, "scrolls sideways");
          const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          assert.equal(ground, colorScheme === "light" ? "rgb(244, 246, 248)" : "rgb(9, 12, 17)");
          await page.locator(".days a").first().evaluate((link) => { location.hash = link.getAttribute("href"); });
          await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
          assert.ok((await overflow(page)) <= 0, "scrolls sideways when all is open");
          if (isAccessible(width, colorScheme)) await accessible(page);
          await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = false; }));
          await shoot(page, `sample-${width}-${colorScheme}`);
        }));
    }
  }
  const review = url.replace("index.html", "review.html");
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      await test(`review, ${width} pixels, ${colorScheme}: quiet${accessibly(width, colorScheme)}, the year's picture first and whole`, () =>
        visit(review, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          assert.ok((await overflow(page)) <= 0, "scrolls sideways");
          const [picture, list] = await page.evaluate(() => ["figure svg", "main ul"].map((one) =>
            document.querySelector(one).getBoundingClientRect().toJSON()));
          assert.ok(picture.left >= 0 && picture.right <= width && picture.bottom < list.top, JSON.stringify(picture));
          if (isAccessible(width, colorScheme)) await accessible(page);
          await shoot(page, `review-${width}-${colorScheme}`);
        }));
    }
  }
  const wide = { viewport: { width: 1440, height: 900 }, colorScheme: "light" };

  await test("a click on a day, or Enter, opens its commits and problems; Escape closes it", () =>
    visit(url, wide, async (page) => {
      const day = page.locator("#d2026-11-21");
      assert.equal(await day.isVisible(), false);
      await page.locator('.days a[href="#d2026-11-21"]').first().click();
      assert.equal(await day.isVisible(), true);
      assert.match(await day.innerText(), /Saturday, 21 November 2026[^]*2 problems, in 2 commits[^]*\d\d:\d\d [0-9a-f]{8} Solve CF\d+[A-D]/);
      const links = await day.locator(".problems a").evaluateAll((all) => all.map((link) => link.href));
      assert.ok(links.length >= 2 && links.every((link) => /^https:\/\/(atcoder\.jp|codeforces\.com)\//.test(link)), String(links));
      await page.keyboard.press("Escape");
      assert.equal(await day.isVisible(), false);
      // The focus is back on the square; a day later with the key of a day.
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#d2026-11-20").isVisible(), true);
      await page.locator(".close a").click();
      assert.equal(await page.locator(".day:visible").count(), 0);
    }));

  await test("tables sort by every heading, up and down, and what is empty comes last", () =>
    visit(url, wide, async (page) => {
      for (const id of ["todo", "contests", "solutions"]) {
        const headings = page.locator(`#${id} thead th`);
        for (let nth = 0; nth < (await headings.count()); nth += 1) {
          const heading = headings.nth(nth);
          const kind = await heading.getAttribute("data-kind");
          for (const direction of ["ascending", "descending"]) {
            await heading.locator("button").click();
            await page.locator(`#${id} thead th:nth-child(${nth + 1})[aria-sort="${direction}"]`).waitFor();
            const cells = await page.locator(`#${id} tbody tr td:nth-child(${nth + 1})`).allTextContents();
            const told = cells.filter(Boolean);
            assert.deepEqual(cells.slice(0, told.length), told, "empty cells last");
            const number = (text) => Number.parseFloat(text.replace("\u2212", "-").replace(/[^-0-9.]/g, ""));
            const words = new Intl.Collator("en", { numeric: true });
            const order = kind === "number" ? (a, b) => number(a) - number(b) : words.compare;
            const sorted = [...told].sort(direction === "ascending" ? order : (a, b) => order(b, a));
            const keys = (list) => (kind === "number" ? list.map(number) : list);
            assert.deepEqual(keys(told), keys(sorted), `${id} by ${await heading.textContent()}, ${direction}`);
          }
        }
      }
    }));

  await test("tables filter by words and by choice, and say how many rows are left", () =>
    visit(url, wide, async (page) => {
      const rows = page.locator("#contests tbody tr:visible");
      const all = await page.locator("#contests tbody tr").count();
      await page.getByLabel("Filter contests").fill("BEGINNER contest 484");
      assert.equal(await rows.count(), 1);
      assert.equal(await page.locator("#contests output").textContent(), `1 of ${all} rows`);
      await page.getByLabel("Filter contests").fill("");
      await page.locator("#contests select").selectOption("Codeforces");
      const series = await page.locator("#contests tbody tr:visible td:nth-child(2)").allTextContents();
      assert.ok(series.length > 0 && series.length < all && series.every((one) => one === "Codeforces"));
    }));

  await test("the theme can be switched and is remembered", () =>
    visit(url, wide, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const chart = () => page.locator("#charts svg > rect").first().evaluate((rect) => getComputedStyle(rect).fill);
      const light = [await ground(), await chart()];
      await page.getByText("Dark", { exact: true }).click();
      const dark = [await ground(), await chart()];
      assert.ok(light.every((colour, nth) => colour !== dark[nth]), `${light} ${dark}`);
      await page.reload();
      assert.deepEqual([await ground(), await chart()], dark);
      await page.getByText("Light", { exact: true }).click();
      assert.deepEqual([await ground(), await chart()], light);
    }));

  await test("marks of charts tell what they are, to the mouse and to the keyboard", () =>
    visit(url, wide, async (page) => {
      const tip = page.locator("#tip");
      const mark = page.locator("#charts svg circle[aria-label]").first();
      await mark.scrollIntoViewIfNeeded();
      await mark.hover();
      assert.equal(await tip.isVisible(), true);
      assert.equal(await tip.textContent(), await mark.getAttribute("aria-label"));
      const stops = page.locator('#charts svg').first().locator('[tabindex="0"]');
      assert.equal(await stops.count(), 1);
      await stops.focus();
      const before = await tip.textContent();
      await page.keyboard.press("ArrowLeft");
      assert.equal(await tip.isVisible(), true);
      assert.notEqual(await tip.textContent(), before);
      assert.equal(await page.locator('#charts svg').first().locator('[tabindex="0"]').count(), 1);
    }));

  await test("beside the points of a rating a line leads to the nearest contest, by mouse and by keyboard", () =>
    visit(url, wide, async (page) => {
      const svg = page.locator("#charts svg").first();
      await svg.scrollIntoViewIfNeeded();
      const mark = svg.locator("circle[aria-label][data-day]").nth(12);
      const box = await mark.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + 60);
      assert.equal(await page.locator("#tip").textContent(), await mark.getAttribute("aria-label"));
      assert.match(await page.locator("#tip").textContent(), /, rank \d+\n\d+ \u2192 \d+ \([+-]\d+\)/);
      assert.equal(await svg.locator("line.cross").count(), 1);
      await page.mouse.move(5, 5);
      assert.equal(await svg.locator("line.cross").count(), 0);
      await mark.focus();
      await page.keyboard.press("ArrowRight");
      assert.notEqual(await page.locator("#tip").textContent(), await mark.getAttribute("aria-label"));
      assert.equal(await svg.locator("line.cross").count(), 1);
    }));

  await test("what to do today is above the fold, and the years are tabs with what they come to", () =>
    visit(url, wide, async (page) => {
      for (const text of ["Streak", "To solve today", "Next contest"]) {
        const box = await page.getByRole("heading", { name: text, exact: true }).boundingBox();
        assert.ok(box.y < 900, `${text} at ${box.y}`);
      }
      const shown = page.locator(".years figure:visible");
      assert.equal(await shown.count(), 1);
      const first = await shown.innerText();
      await page.locator(".years label").nth(1).click();
      assert.equal(await shown.count(), 1);
      assert.notEqual(await shown.innerText(), first);
      assert.match(await page.locator(".years label").nth(1).innerText(), /^2025: \d+$/);
    }));

  for (const width of WIDTHS) {
    await test(`without scripts, ${width} pixels: days open, themes switch, everything is there`, () =>
      visit(url, { viewport: { width, height: 900 }, javaScriptEnabled: false, colorScheme: "light" }, async (page) => {
        assert.equal(await page.locator("#d2026-11-21").isVisible(), false);
        await page.locator('.days a[href="#d2026-11-21"]').first().click();
        assert.equal(await page.locator("#d2026-11-21").isVisible(), true);
        await page.locator(".close a").click();
        assert.equal(await page.locator("#d2026-11-21").isVisible(), false);
        assert.equal(await page.locator("th button, .tools").count(), 0);
        assert.ok((await page.locator("#solutions tbody tr").count()) > 400);
        const values = page.locator("#charts details").first();
        await values.locator("summary").click();
        assert.ok((await values.locator("li").count()) > 20);
        const before = (await page.screenshot()).toString("base64");
        await page.getByText("Dark", { exact: true }).click();
        assert.notEqual((await page.screenshot()).toString("base64"), before);
      }));
  }

  await test("on paper it is light, whole and without controls", () =>
    visit(url, { viewport: { width: 1000, height: 900 }, colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      for (const control of [".switch", "nav", ".tools"]) {
        assert.equal(await page.locator(control).first().isVisible(), false, control);
      }
      if (pictures) await page.pdf({ path: join(pictures, "sample.pdf"), format: "A4" });
    }));
  return dir;
}

async function hostilePage() {
  const dir = await hostileNames(cpt, home);
  const url = urlOf(dir);
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      await test(`hostile names, ${width} pixels, ${colorScheme}: no script runs, the layout holds`, () =>
        visit(url, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          assert.equal(await page.title(), "Practice report: cpt_demo");
          assert.ok((await overflow(page)) <= 0, "scrolls sideways");
          assert.equal(await page.locator("script").count(), 2);
          assert.equal(await page.locator("img, iframe, object, embed, base, style + style").count(), 0);
          const handlers = await page.evaluate(() =>
            [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on") || name === "style"));
          // The tooltip's place is the page's own doing.
          assert.deepEqual(handlers.filter((name) => name !== "style"), []);
          const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
          assert.deepEqual(links.filter((link) => !/^(#|https:\/\/(codeforces\.com|atcoder\.jp)\/)/.test(link)), []);
          const days = page.locator(".days a");
          assert.ok((await days.count()) > 30);
          await days.last().evaluate((link) => { location.hash = link.getAttribute("href"); });
          assert.equal(await page.locator(".day:visible").count(), 1);
          await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
          assert.ok((await overflow(page)) <= 0, "scrolls sideways when all is open");
          const tallest = await page.locator("tbody tr").evaluateAll((rows) => Math.max(...rows.map((row) => row.offsetHeight)));
          assert.ok(tallest < 500, `a row is ${tallest} pixels high`);
          await page.getByLabel("Filter contests").fill("<script>");
          assert.ok((await page.locator("#contests tbody tr:visible").count()) > 0);
          await accessible(page);
          await page.getByLabel("Filter contests").fill("");
          await shoot(page, `hostile-${width}-${colorScheme}`);
        }));
    }
  }
}

async function served(dir) {
  await test("a served page loads itself again when the configuration changes, and asks nobody else", async () => {
    const server = spawn(cpt, ["serve", "--port", "0"], { cwd: dir, env: surroundings(home), stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [line] = await once(createInterface({ input: server.stdout }), "line");
      const [url] = line.match(/http:\S+/);
      await visit(url, { viewport: { width: 1440, height: 900 } }, async (page) => {
        await page.getByText("Dark", { exact: true }).click();
        const file = join(dir, "cpt.toml");
        const text = readFileSync(file, "utf8");
        writeFileSync(file, text.replace('colour = "mint"', 'colour = "violet"'));
        await page.getByText("Codeforces violet (1900)").waitFor({ timeout: 15000 });
        assert.equal(await page.locator("#theme-dark").isChecked(), true);
        writeFileSync(file, text);
        await page.getByText("Codeforces cyan (1400)").waitFor({ timeout: 15000 });
      });
      server.kill("SIGINT");
      const [code] = await once(server, "exit");
      assert.equal(code, 0);
    } finally {
      server.kill("SIGKILL");
    }
  });
}

// What a large page costs, each figure as the best of three. They are told and not judged, as a busy machine is no fault.
async function figures() {
  const dir = await large(cpt, home);
  const best = async (measure) => {
    const all = [];
    for (let nth = 0; nth < 3; nth += 1) all.push(await measure());
    return Math.min(...all);
  };
  const made = await best(async () => {
    const start = performance.now();
    await promisify(execFile)(cpt, ["report"], { cwd: dir, env: surroundings(home) });
    return performance.now() - start;
  });
  const interactive = await best(async () => {
    let at = 0;
    await visit(urlOf(dir), { viewport: { width: 1440, height: 900 } }, async (page) => {
      await page.waitForFunction(() => "ready" in document.documentElement.dataset);
      at = await page.evaluate(() => performance.getEntriesByType("navigation")[0].domComplete);
    });
    return at;
  });
  const size = (of) => `${(statSync(join(of, "report/index.html")).size / 1000).toFixed(0)} kB`;
  console.log(`     20,000 submissions, 600 contests, 3,000 solutions: ${made.toFixed(0)} ms to make, ${interactive.toFixed(0)} ms until interactive, ${size(dir)}`);
  console.log(`     sample user: ${size(join(home, "sample"))}`);
  await test("a page of ten years weighs at most 1.5 MB and stays where it is while it loads", async () => {
    assert.ok(statSync(join(dir, "report/index.html")).size <= 1_500_000);
    for (const width of WIDTHS) {
      await visit(urlOf(dir), { viewport: { width, height: 900 } }, async (page) => {
        const moved = await page.evaluate(() => new Promise((done) => {
          new PerformanceObserver((list) => done(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(0), 500);
        }));
        assert.equal(moved, 0, `${width} pixels`);
      });
    }
  });
  await test("days and rows of years ago come when they are asked for", () =>
    visit(urlOf(dir), { viewport: { width: 1440, height: 900 } }, async (page) => {
      const year = page.locator(".years label").nth(6);
      await year.click();
      const square = page.locator(".years figure:visible a").first();
      const id = (await square.getAttribute("href")).slice(1);
      assert.equal(await page.locator(`#${id}`).count(), 0);
      await square.click();
      await page.locator(`#${id}`).waitFor({ state: "visible" });
      assert.match(await page.locator(`#${id}`).innerText(), /problems?, in \d+ commits?/);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".day:visible").count(), 0);

      const rows = page.locator("#solutions tbody tr:visible");
      const told = page.locator("#solutions output");
      assert.equal(await told.textContent(), "300 of 3000 rows");
      await page.getByLabel("Filter solutions").fill("abc100_a");
      await page.waitForFunction(() => document.querySelector("#solutions output").value === "1 of 3000 rows");
      assert.equal(await rows.count(), 1);
      // One row that came later, and not all of them: that would take longer than all other tests together.
      await accessible(page);
      await page.getByLabel("Filter solutions").fill("");
      await page.waitForFunction(() => document.querySelector("#solutions output").value === "3000 rows");
      assert.equal(await page.locator("#solutions .tools button").count(), 0);
      await page.locator("#contests").getByRole("button", { name: "Show all" }).click();
      await page.waitForFunction(() => !document.querySelector("#contests output").value.includes("of"));
      assert.ok((await page.locator("#contests tbody tr").count()) >= 600);
    }));
  await test("a large page scrolls within a narrow screen", () =>
    visit(urlOf(dir), { viewport: { width: 360, height: 900 } }, async (page) => assert.ok((await overflow(page)) <= 0)));
}

try {
  const dir = await samplePage();
  await served(dir);
  await hostilePage();
  await figures();
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
console.log(`${passed} passed${process.exitCode ? ", others failed" : ""}`);
