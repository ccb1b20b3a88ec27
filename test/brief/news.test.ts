import { describe, expect, it } from "vitest";
import { isSameNews, NewsIndex, type NewsIdentity } from "../../src/brief/news.ts";

const statement = (...claims: string[]): NewsIdentity => ({ kind: "statement", sides: [claims], change: null });
const conflict = (a: string[], b: string[]): NewsIdentity => ({ kind: "conflict", sides: [a, b], change: null });
const change = (direction: "up" | "down", from: string, to: string, ...claims: string[]): NewsIdentity => ({ kind: "change", sides: [claims], change: { direction, from, to } });

describe("news is the same when", () => {
  it.each<[string, NewsIdentity, NewsIdentity, boolean]>([
    ["a relay joins a statement", statement("a"), statement("a", "b"), true],
    ["a statement is split", statement("a", "b"), statement("b"), true],
    ["nothing: another statement", statement("a"), statement("b"), false],
    ["nothing: a statement and a conflict of the same claims", statement("a"), conflict(["a"], ["b"]), false],
    ["a conflict is told from the other side", conflict(["a"], ["b"]), conflict(["b", "c"], ["a"]), true],
    ["nothing: one side of a conflict says something else now", conflict(["a"], ["b"]), conflict(["c"], ["b"]), false],
    ["a change's days move a little", change("down", "2023-10-01", "2023-10-10"), change("down", "2023-10-08", "2023-10-20"), true],
    ["a change's days move away from where they were, and a claim stays", change("down", "2023-10-01", "2023-10-10", "a"), change("down", "2023-11-01", "2023-11-05", "a", "b"), true],
    ["nothing: the same way at another time", change("down", "2023-10-01", "2023-10-10", "a"), change("down", "2023-11-01", "2023-11-05", "b"), false],
    ["nothing: from the same claim long after", change("down", "2023-01-01", "2023-01-10", "a"), change("down", "2023-11-01", "2023-11-05", "a"), false],
    ["nothing: the other way on the same days", change("down", "2023-10-01", "2023-10-10", "a"), change("up", "2023-10-01", "2023-10-10", "a"), false],
  ])("%s", (_, a, b, isSame) => {
    expect([isSameNews(a, b), isSameNews(b, a), new NewsIndex([a]).find(b) !== null, new NewsIndex([b]).find(a) !== null]).toEqual([isSame, isSame, isSame, isSame]);
  });
});
