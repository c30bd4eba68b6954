import { existsSync } from "node:fs";
import { baseline } from "../baseline.ts";
import { type Counts, f1, share } from "../match.ts";
import { consentCounts, isLabelled, labelled, readerOrders } from "./counts.ts";
import { type ConsentSet, regulations } from "./regulations.ts";

// How well consent is read, on regulations labelled by one reader or by two.
const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write(`bench/reading/consent needs a checkout of the public collection LawRefBook/Laws: npm run bench:consent -- DIR\n${folder === undefined ? "No folder was given." : `There is no folder ${folder}.`} Nothing was measured.\n`);
  process.exit(1);
}
for (const set of ["others", "kept-aside"] as const satisfies readonly ConsentSet[]) {
  const ofSet = regulations.filter((each) => each.set === set);
  for (const drawn of new Set(ofSet.map((each) => each.drawn))) {
    const chosen = ofSet.filter((each) => each.drawn === drawn);
    process.stdout.write(`\n${set}, drawn ${drawn}: ${chosen.length} texts\n`);
    const labellers = ["a", "b"].filter((labeller) => chosen.every((regulation) => isLabelled(regulation, labeller)));
    for (const labeller of labellers) {
      report(`labeller ${labeller}, reader`, consentCounts(folder, chosen, labeller, readerOrders));
      report(`labeller ${labeller}, 30-line regular expression`, consentCounts(folder, chosen, labeller, (text) => baseline(text).orders));
    }
    if (labellers.length === 2) report("first labeller by the second", consentCounts(folder, chosen, "b", (text, regulation) => labelled(regulation, text, "a")));
  }
}

function report(name: string, counts: Counts): void {
  const { hits, extra, missed } = counts;
  const [precision, recall] = [share(hits, hits + extra), share(hits, hits + missed)];
  process.stdout.write(`${name.padEnd(44)} labelled ${hits + missed}  found ${hits + extra}  right ${hits}  precision ${precision.value.toFixed(3)} [${precision.low.toFixed(3)}, ${precision.high.toFixed(3)}]  recall ${recall.value.toFixed(3)} [${recall.low.toFixed(3)}, ${recall.high.toFixed(3)}]  F1 ${f1(counts).toFixed(3)}\n`);
}
