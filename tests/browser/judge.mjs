// A judge on loopback that answers with what it was given, in the shapes of Codeforces, AtCoder and AtCoder Problems.
import { createServer } from "node:http";
import { once } from "node:events";

export async function startJudge({ ratings, submissions, problems, contests, histories, archive }) {
  const codeforces = (result) => ({ status: "OK", result });
  const answers = {
    "/api/user.rating": () => codeforces(ratings),
    "/api/user.status": (query) => {
      const from = Number(query.get("from")) - 1;
      return codeforces(submissions.slice(from, from + Number(query.get("count"))));
    },
    "/api/problemset.problems": () => codeforces({ problems, problemStatistics: [] }),
    "/api/contest.list": () => codeforces(contests),
    "/atcoder-api/v3/user/submissions": (query) => {
      const since = Number(query.get("from_second"));
      return archive.submissions.filter((row) => row.epoch_second >= since).slice(0, 500);
    },
    "/resources/problems.json": () => archive.problems,
    "/resources/contest-problem.json": () => archive.places,
    "/resources/problem-models.json": () => archive.models,
    "/resources/contests.json": () => archive.contests,
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const history = /^\/users\/[^/]+\/history\/json$/.test(pathname);
    const answer = history
      ? () => (searchParams.get("contestType") === "heuristic" ? [] : histories)
      : answers[pathname];
    if (pathname.endsWith("/public/basic.ics")) {
      response.setHeader("content-type", "text/calendar; charset=UTF-8");
      response.end("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
      return;
    }
    response.setHeader("content-type", "application/json");
    response.statusCode = answer ? 200 : 404;
    response.end(JSON.stringify(answer ? answer(searchParams) : {}));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
