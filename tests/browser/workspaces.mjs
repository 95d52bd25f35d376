// The folders that the pages are made from: the sample user's, one whose every name is hostile, and a large one.
import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { startJudge } from "./judge.mjs";

const run = promisify(execFile);
const NOW = Date.parse("2026-11-23T12:30:00Z") / 1000;
const DAY = 86400;

// Nothing of whoever runs this has a say, and the clock stands.
export const surroundings = (home, judge) => ({
  PATH: process.env.PATH,
  HOME: home,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  CPT_NOW: "2026-11-23T21:30:00+09:00",
  ...(judge && {
    CPT_CODEFORCES_URL: judge.url,
    CPT_ATCODER_URL: judge.url,
    CPT_ATCODER_PROBLEMS_URL: judge.url,
    CPT_ATCODER_CALENDAR_URL: judge.url,
    CPT_INTERVAL_MS: "1",
  }),
});

export async function sample(cpt, home) {
  const dir = join(home, "sample");
  await run(cpt, ["demo", "--keep", dir], { env: surroundings(home) });
  await run(cpt, ["report"], { cwd: dir, env: surroundings(home) });
  const { stdout } = await run(cpt, ["review", "--html"], { cwd: dir, env: surroundings(home), maxBuffer: 2 ** 24 });
  writeFileSync(join(dir, "report/review.html"), stdout);
  return dir;
}

// What would do something wherever it isn't escaped, whatever it is put into.
const HOSTILE = [
  "</title></style></script><script>document.title = 'broken'; console.error('ran')</script>",
  "\"><img src=x onerror=\"console.error('ran')\"><svg onload=\"console.error('ran')\">",
  "' onmouseover='console.error(1)' style='position:fixed;inset:0' x='",
  "]]>--><!--<![CDATA[ &lt;b&gt; {{ 7 * 7 }} ${7 * 7} javascript:console.error(1)",
  "\u202e\u2066\u200f gnitsaef \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202c",
  "\u0000\u0007\u001b[31m\u009b31m\ufffe\u2028\u2029",
  "\ud83d\udc69\u200d\ud83d\udcbb a\u0300\u0301\u0302".repeat(9) + "\u{1f3f4}\u{e0067}\u{e007f}",
  "W".repeat(10000),
  "\u3042".repeat(10000),
];
const hostile = (nth) => HOSTILE[nth % HOSTILE.length];

export async function hostileNames(cpt, home) {
  const dir = join(home, "hostile");
  const at = (nth) => NOW - (60 - nth) * 6 * DAY;
  const nths = Array.from({ length: 60 }, (_, nth) => nth);
  const judge = await startJudge({
    ratings: nths.map((nth) => ({
      contestId: 1000 + nth, contestName: hostile(nth), handle: "cpt_demo", rank: nth, ratingUpdateTimeSeconds: at(nth),
      oldRating: 1000 + 7 * nth, newRating: 1007 + 7 * nth,
    })),
    submissions: nths.map((nth) => ({
      id: 9000 - nth, contestId: 1000 + nth, creationTimeSeconds: at(59 - nth),
      problem: { contestId: 1000 + nth, index: hostile(nth), name: hostile(nth + 1) },
      author: { members: [{ handle: "cpt_demo" }], participantType: "CONTESTANT" },
      programmingLanguage: hostile(nth), verdict: nth % 3 ? "OK" : hostile(nth),
    })),
    problems: nths.map((nth) => ({
      contestId: 1000 + nth, index: "A", name: hostile(nth), rating: 800 + 100 * (nth % 9), tags: [hostile(nth)],
    })),
    contests: nths.map((nth) => ({
      id: 1000 + nth, name: hostile(nth), durationSeconds: 7200, startTimeSeconds: at(nth) - 7200,
    })),
    histories: nths.map((nth) => ({
      IsRated: nth % 5 !== 0, Place: nth, OldRating: 10 * nth, NewRating: 10 * nth + 10, Performance: 400 + nth,
      ContestScreenName: hostile(nth), ContestName: hostile(nth), EndTime: new Date(at(nth) * 1000).toISOString(),
    })),
    archive: {
      submissions: nths.map((nth) => ({
        id: nth, epoch_second: at(nth), problem_id: hostile(nth), contest_id: hostile(nth), result: "AC",
      })),
      problems: nths.map((nth) => ({ id: `abc${100 + nth}_a`, contest_id: hostile(nth), name: hostile(nth) })),
      places: [],
      models: Object.fromEntries(nths.map((nth) => [hostile(nth), { difficulty: 1e9 }])),
      contests: nths.map((nth) => ({ id: hostile(nth), title: hostile(nth), start_epoch_second: at(nth) })),
    },
  });
  const commits = nths.map((nth) => {
    const name = Buffer.from(hostile(nth).replaceAll("\u0000", "")).subarray(0, 3000);
    // What isn't UTF-8, in a path and in a message.
    const odd = Buffer.concat([name, Buffer.from([0xff, 0xfe, 0xc3, 0x28])]);
    const paths = [
      Buffer.concat([Buffer.from(`solutions/atcoder/abc${100 + nth}/`), odd, Buffer.from("/a.rs")]),
      Buffer.concat([Buffer.from("solutions/codeforces/"), odd, Buffer.from(`/${nth}.py`)]),
      Buffer.from(`solutions/atcoder/abc${100 + nth}/a.rs`),
    ];
    return { at: at(nth), message: Buffer.concat([odd, Buffer.from("\n\nSolve\n")]), paths };
  });
  await commit(dir, commits);
  await configure(cpt, dir, home, judge);
  judge.stop();
  return dir;
}

// 20,000 submissions, 600 contests and 3,000 solutions over ten years.
export async function large(cpt, home) {
  const dir = join(home, "large");
  const spread = (nth, count) => NOW - Math.round(((count - nth) * 10 * 365 * DAY) / count);
  const of = (count, one) => Array.from({ length: count }, (_, nth) => one(nth));
  const wave = (nth, from, to, count) =>
    Math.round(from + ((to - from) * nth) / count + 60 * Math.sin(nth / 3) + 35 * Math.cos(nth * 1.7));
  const judge = await startJudge({
    ratings: of(250, (nth) => ({
      contestId: 1000 + nth, contestName: `Codeforces Round ${700 + nth} (Div. 2)`, handle: "cpt_demo", rank: 100 + nth,
      ratingUpdateTimeSeconds: spread(nth, 250), oldRating: nth ? wave(nth - 1, 800, 1900, 250) : 0,
      newRating: wave(nth, 800, 1900, 250),
    })),
    submissions: of(10000, (nth) => ({
      id: 100000 - nth, contestId: 1000 + Math.floor((9999 - nth) / 12),
      creationTimeSeconds: spread(10000 - nth, 10001),
      problem: { contestId: 1000 + Math.floor((9999 - nth) / 12), index: "ABCD"[(9999 - nth) % 4], name: `Problem ${nth}` },
      author: { members: [{ handle: "cpt_demo" }], participantType: nth % 3 ? "PRACTICE" : "CONTESTANT" },
      programmingLanguage: "Rust", verdict: nth % 3 ? "OK" : "WRONG_ANSWER",
    })),
    problems: of(4000, (nth) => ({
      contestId: 1000 + Math.floor(nth / 4), index: "ABCD"[nth % 4], name: `Problem ${nth}`,
      rating: 800 + 100 * (nth % 25), tags: [["dp"], ["graphs"], ["math"], ["greedy"]][nth % 4],
    })),
    contests: of(1000, (nth) => ({
      id: 1000 + nth, name: `Codeforces Round ${700 + nth}`, durationSeconds: 7200,
      startTimeSeconds: spread(nth, 1000) - 7200,
    })),
    histories: of(350, (nth) => ({
      IsRated: true, Place: 900, OldRating: nth ? wave(nth - 1, 100, 1700, 350) : 0,
      NewRating: wave(nth, 100, 1700, 350), Performance: wave(nth, 300, 1800, 350),
      ContestScreenName: `abc${100 + nth}.contest.atcoder.jp`, ContestName: `AtCoder Beginner Contest ${100 + nth}`,
      EndTime: new Date(spread(nth, 350) * 1000).toISOString(),
    })),
    archive: {
      submissions: of(10000, (nth) => ({
        id: nth, epoch_second: spread(nth, 10000), problem_id: `abc${100 + Math.floor(nth / 24)}_${"abcdefgh"[nth % 8]}`,
        contest_id: `abc${100 + Math.floor(nth / 24)}`, result: nth % 3 ? "AC" : "WA", language: "Rust", point: 100,
      })),
      problems: of(3336, (nth) => ({
        id: `abc${100 + Math.floor(nth / 8)}_${"abcdefgh"[nth % 8]}`, contest_id: `abc${100 + Math.floor(nth / 8)}`,
        name: `Task ${nth}`, problem_index: "ABCDEFGH"[nth % 8],
      })),
      places: [],
      models: Object.fromEntries(of(3336, (nth) => [
        `abc${100 + Math.floor(nth / 8)}_${"abcdefgh"[nth % 8]}`,
        { difficulty: 100 + 300 * (nth % 8), slope: -0.004, intercept: 7, variance: 1, discrimination: 0.004 },
      ])),
      contests: of(420, (nth) => ({
        id: `abc${100 + nth}`, title: `AtCoder Beginner Contest ${100 + nth}`, start_epoch_second: spread(nth, 420),
        duration_second: 6000, rate_change: "All",
      })),
    },
  });
  // Weeks of much and of little, as people have them.
  const solved = (nth) => spread(nth, 3001) - Math.round(3 * DAY * (1 + Math.sin(nth / 4)));
  const commits = of(3000, (nth) => {
    const place = nth % 2
      ? `atcoder/abc${100 + Math.floor(nth / 16)}/${"abcdefgh"[(nth >> 1) % 8]}.rs`
      : `codeforces/${1000 + Math.floor(nth / 8)}/${"ABCD"[(nth >> 1) % 4]}.rs`;
    return { at: solved(nth), message: Buffer.from(`Solve ${place}\n`), paths: [Buffer.from(`solutions/${place}`)] };
  });
  await commit(dir, commits);
  await configure(cpt, dir, home, judge);
  judge.stop();
  return dir;
}

// A repository with these commits, without files of its own: some of the paths are longer than a disk allows.
async function commit(dir, commits) {
  mkdirSync(dir, { recursive: true });
  const env = surroundings(dir);
  execFileSync("git", ["init", "-q", "-b", "main", dir], { env });
  for (const [key, value] of [["user.name", "Demo"], ["user.email", "demo@example.com"]]) {
    execFileSync("git", ["-C", dir, "config", key, value], { env });
  }
  const quoted = (path) => {
    const octal = (byte) => `\\${byte.toString(8).padStart(3, "0")}`;
    return `"${[...path].map((byte) => (byte > 34 && byte < 127 && byte !== 92 ? String.fromCharCode(byte) : octal(byte))).join("")}"`;
  };
  const git = spawn("git", ["-C", dir, "fast-import", "--quiet"], { env, stdio: ["pipe", "inherit", "inherit"] });
  for (const { at, message, paths } of commits) {
    git.stdin.write(`commit refs/heads/main\nauthor Demo <demo@example.com> ${at} +0900\n`);
    git.stdin.write(`committer Demo <demo@example.com> ${at} +0900\ndata ${message.length}\n`);
    git.stdin.write(message);
    for (const path of paths) {
      const content = `// ${at}\n`;
      git.stdin.write(`\nM 100644 inline ${quoted(path)}\ndata ${content.length}\n${content}`);
    }
    git.stdin.write("\n");
  }
  git.stdin.end();
  const [code] = await once(git, "exit");
  if (code !== 0) throw new Error(`git fast-import: ${code}`);
}

async function configure(cpt, dir, home, judge) {
  writeFileSync(join(dir, "cpt.toml"), `[handles]
codeforces = "cpt_demo"
atcoder = "cpt_demo"

[streak]
timezone = "Asia/Seoul"

[[targets]]
judge = "codeforces"
colour = "red"
by = "2027-12-31"

[[targets]]
judge = "atcoder"
colour = "red"
by = "2027-12-31"
`);
  const env = surroundings(home, judge);
  await run(cpt, ["sync"], { cwd: dir, env, maxBuffer: 1 << 26 });
  await run(cpt, ["report"], { cwd: dir, env, maxBuffer: 1 << 26 });
}
