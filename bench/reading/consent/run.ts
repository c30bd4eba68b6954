import { baseline } from "../baseline.ts";
import { type Counts, f1, share } from "../match.ts";
import { type ConsentSet, consentCounts, labelled, readerOrders, textsOf } from "./counts.ts";

// How well consent is read, on regulations that were chosen by the SHA-256 of their titles among those that speak of consent, and
// labelled by two readers.
for (const set of ["others", "kept-aside"] as const satisfies readonly ConsentSet[]) {
  process.stdout.write(`\n${set}: ${textsOf(set).length} texts\n`);
  for (const labeller of ["a", "b"]) {
    report(`labeller ${labeller}, reader`, consentCounts(set, labeller, readerOrders));
    report(`labeller ${labeller}, 30-line regular expression`, consentCounts(set, labeller, (text) => baseline(text).orders));
  }
  report("first labeller by the second", consentCounts(set, "b", (_, file) => labelled(set, file, "a")));
}

function report(name: string, counts: Counts): void {
  const { hits, extra, missed } = counts;
  const [precision, recall] = [share(hits, hits + extra), share(hits, hits + missed)];
  process.stdout.write(`${name.padEnd(44)} labelled ${hits + missed}  found ${hits + extra}  right ${hits}  precision ${precision.value.toFixed(3)} [${precision.low.toFixed(3)}, ${precision.high.toFixed(3)}]  recall ${recall.value.toFixed(3)} [${recall.low.toFixed(3)}, ${recall.high.toFixed(3)}]  F1 ${f1(counts).toFixed(3)}\n`);
}
