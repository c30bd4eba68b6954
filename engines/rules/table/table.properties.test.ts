import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTable } from "./check-table.ts";
import { compareTables } from "./compare-tables.ts";
import { type CompiledTable, compileTable, type Facts } from "./compile-table.ts";
import { decide, decideExplained } from "./decide.ts";
import type { DecisionTable } from "./decision-table.ts";
import { randomPair, randomTable } from "./example-tables.ts";

const RUNS = { numRuns: 1000 };
const SINGLE = ["unique", "any", "first", "priority"] as const;
const ALL = [...SINGLE, "rule-order", "output-order", "collect"] as const;

const valueAt = (table: DecisionTable, row: number): string => JSON.parse(table.rules[row]?.outputs[0] ?? "\"\"") as string;
const STRENGTH = ["C", "A", "B"];

/** The answer by the words of the standard, row by row: a value, null for none, "!" for rows that contradict each other. */
function plainAnswer(table: DecisionTable, hits: readonly number[]): unknown {
  const values = hits.map((row) => valueAt(table, row));
  const ordered = values.toSorted((one, other) => STRENGTH.indexOf(one) - STRENGTH.indexOf(other));
  if (hits.length === 0) return table.outputs[0]?.fallback === null ? null : "B";
  switch (table.hitPolicy) {
    case "unique": return hits.length > 1 ? "!" : values[0];
    case "any": return new Set(values).size > 1 ? "!" : values[0];
    case "first": return values[0];
    case "priority": return ordered[0];
    case "output-order": return ordered;
    default: return values;
  }
}

function ourAnswer(table: CompiledTable, facts: Facts): unknown {
  const decision = decide(table, facts);
  if (decision.kind === "value") return decision.value;
  return decision.kind === "error" && decision.error.code === "rules-contradict" ? "!" : decision.kind === "error" && decision.error.code === "no-rule-applies" ? null : decision;
}

describe("deciding", () => {
  test("gives what reading the table row by row gives, under every hit policy", () => {
    fc.assert(fc.property(randomTable(ALL), (random) => {
      const compiled = compileTable(random.table);
      expect(random.cases.map((facts) => ourAnswer(compiled, facts))).toEqual(random.cases.map((facts) => plainAnswer(random.table, random.hits(facts))));
    }), RUNS);
  });

  test("the explanation names the rows that hit and those one fact short", () => {
    fc.assert(fc.property(randomTable(["rule-order"]), fc.nat(), (random, pick) => {
      const facts = random.cases[pick % random.cases.length] ?? {};
      const compiled = compileTable(random.table);
      const { explanation } = decideExplained(compiled, facts);
      const hits = random.hits(facts);
      expect(explanation?.hits.map(({ row }) => row)).toEqual(hits);
      const short = random.table.rules.flatMap((rule, row) => {
        const failing = rule.tests.flatMap((_, at) => (random.lets(row, at, facts) ? [] : [`f${at}`]));
        return failing.length === 1 ? [[row, failing[0]]] : [];
      });
      expect(explanation?.nearMisses.map(({ row, fact }) => [row.row, fact])).toEqual(short);
    }), RUNS);
  });

  test("says nothing is missing only where it changes nothing, and asks for nothing that cannot", () => {
    fc.assert(fc.property(randomTable(SINGLE), fc.nat(), fc.nat(), (random, pick, hide) => {
      const whole = random.cases[pick % random.cases.length] ?? {};
      const names = Object.keys(whole);
      const hidden = names.filter((_, at) => ((hide >> at) & 1) === 1);
      if (hidden.length === 0) return;
      const known = Object.fromEntries(Object.entries(whole).filter(([name]) => !hidden.includes(name)));
      const alike = random.cases.filter((facts) => Object.entries(known).every(([name, value]) => facts[name] === value));
      const answers = new Set(alike.map((facts) => JSON.stringify(plainAnswer(random.table, random.hits(facts)))));
      const decision = decide(compileTable(random.table), known);
      if (answers.size === 1) { expect(JSON.stringify(ourAnswer(compileTable(random.table), known))).toBe([...answers][0]); return; }
      const matter = hidden.filter((name) => alike.some((facts) => new Set(alike.filter((other) => names.every((each) => each === name || other[each] === facts[each])).map((other) => JSON.stringify(plainAnswer(random.table, random.hits(other))))).size > 1));
      expect(decision.kind === "needs" ? [...decision.facts].toSorted() : decision).toEqual(matter.toSorted());
    }), { numRuns: 400 });
  });
});

describe("checking finds exactly what trying every case finds", () => {
  test("gaps, conflicts, rows that never hit, never win, or are not needed", () => {
    fc.assert(fc.property(randomTable(SINGLE), (random) => {
      const { table } = random;
      const report = checkTable(compileTable(table));
      const found = (kind: string): number[] => report.findings.filter((each) => each.kind === kind).map(({ rows }) => rows[0] ?? -1).toSorted((one, other) => one - other);
      const tried = random.cases.map((facts) => random.hits(facts));
      const answers = tried.map((hits) => JSON.stringify(plainAnswer(table, hits)));
      expect(report.complete).toBe(true);
      expect(found("gap").length > 0).toBe(answers.includes("null"));
      expect(found("conflict").length > 0).toBe(answers.includes("\"!\""));
      const rows = table.rules.map((_, row) => row);
      const never = rows.filter((row) => tried.every((hits) => !hits.includes(row)));
      expect(found("unreachable")).toEqual(never);
      const single = table.hitPolicy === "first" || table.hitPolicy === "priority";
      const winner = (hits: readonly number[]): number | undefined => (table.hitPolicy === "first" ? hits[0] : hits.toSorted((one, other) => STRENGTH.indexOf(valueAt(table, one)) - STRENGTH.indexOf(valueAt(table, other)) || one - other)[0]);
      const masked = single ? rows.filter((row) => !never.includes(row) && tried.every((hits) => winner(hits) !== row)) : [];
      expect(found("masked")).toEqual(masked);
      const needless = rows.filter((row) => !never.includes(row) && !masked.includes(row) && tried.every((hits, at) => JSON.stringify(plainAnswer(table, hits.filter((each) => each !== row))) === answers[at]));
      expect(found("redundant")).toEqual(needless);
    }), RUNS);
  });

  test("every example is a case of its kind, whatever stands where it says any", () => {
    fc.assert(fc.property(randomTable(SINGLE), (random) => {
      for (const { kind, rows, example } of checkTable(compileTable(random.table)).findings) {
        if (example === null) continue;
        const said = Object.fromEntries(Object.entries(example).filter(([, value]) => value !== null)) as Facts;
        for (const facts of random.cases) {
          const hits = random.hits({ ...facts, ...said });
          if (kind === "gap") expect(hits).toEqual([]);
          else expect(rows.every((row) => hits.includes(row)), JSON.stringify({ kind, rows, example, facts })).toBe(true);
        }
      }
    }), RUNS);
  });

  test("comparing two tables: every stricter, looser, silent and added pair of rows, and no other", () => {
    fc.assert(fc.property(randomPair(["first"]), ([lower, upper]) => {
      const order = ["A", "B", "C"];
      const { differences, unlike } = compareTables(compileTable(lower.table), compileTable(upper.table), { order });
      expect(unlike).toEqual([]);
      const tried = new Set(lower.cases.flatMap((facts) => {
        const [below, above] = [lower.hits(facts), upper.hits(facts)];
        const [one, other] = [plainAnswer(lower.table, below), plainAnswer(upper.table, above)];
        if (one === other) return [];
        const kind = one === null ? "silent" : other === null ? "added" : order.indexOf(String(one)) > order.indexOf(String(other)) ? "stricter" : "looser";
        return [[kind, below[0] ?? null, above[0] ?? null].join()];
      }));
      expect(differences.map(({ kind, lowerRow, upperRow }) => [kind, lowerRow, upperRow].join()).toSorted()).toEqual([...tried].toSorted());
    }), RUNS);
  });
});
