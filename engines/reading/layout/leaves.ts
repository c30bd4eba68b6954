import type { Leaf, LeafKind, Range } from "../reading.ts";
import type { Anatomy, Part } from "./anatomy.ts";
import type { KeptText } from "./kept-text.ts";
import { mergeRanges } from "./furniture.ts";
import type { Item } from "./outline.ts";

/** Cuts the whole source into leaves, once and in order: what was kept by its place in the notice, what was removed by its kind. */
export function leavesOf(kept: KeptText, anatomy: Anatomy, removed: readonly { kind: LeafKind; range: Range }[]): Leaf[] {
  const starts: { at: number; kind: LeafKind }[] = [];
  const add = (at: number, kind: LeafKind): void => { starts.push({ at, kind }); };
  const { head, body, signature, attachmentListRange } = anatomy;
  add(0, head.title === null ? "preamble" : "title");
  if (head.addressees !== null) add(head.addressees.start, "addressees");
  addPart(body, add);
  if (attachmentListRange !== null) add(attachmentListRange[0], "closing");
  if (signature !== null) add(signature.start, "signature");
  for (const attachment of anatomy.attachments) {
    add(attachment.carried?.start ?? attachment.start, "title");
    addPart(attachment, add);
    if (attachment.signature !== null) add(attachment.signature.start, "signature");
  }
  starts.sort((left, right) => left.at - right.at);
  const leaves: { kind: LeafKind; range: Range }[] = [...removed];
  const strange = mergeRanges(anatomy.strange);
  let passed = 0;
  starts.forEach(({ at, kind }, index) => {
    const end = starts[index + 1]?.at ?? kept.text.length;
    while ((strange[passed]?.[1] ?? Number.POSITIVE_INFINITY) <= at) passed += 1;
    for (const piece of without([at, end], strange, passed)) {
      for (const range of kept.rangesOf(piece.range[0], piece.range[1])) leaves.push({ kind: piece.strange ? "furniture" : kind, range });
    }
  });
  return joined(leaves.toSorted((left, right) => left.range[0] - right.range[0]));
}

function addPart(part: Part, add: (at: number, kind: LeafKind) => void): void {
  if (part.itemsStart > part.start || part.items.length === 0) add(part.start, part.items.length === 0 && part.kind === "body" ? "item" : "preamble");
  const addItems = (items: readonly Item[]): void => {
    for (const item of items) { add(item.start, "item"); addItems(item.children); }
  };
  addItems(part.items);
  if (part.closing !== null) add(part.closing[0], "closing");
}

/** Cuts the strange stretches out of a range; both kinds of piece come back in order. */
function without(range: Range, strange: readonly Range[], from: number): { range: Range; strange: boolean }[] {
  const pieces: { range: Range; strange: boolean }[] = [];
  let at = range[0];
  for (let index = from; index < strange.length; index += 1) {
    const [start, end] = strange[index] ?? range;
    if (start >= range[1]) break;
    if (start > at) pieces.push({ range: [at, start], strange: false });
    pieces.push({ range: [Math.max(at, start), Math.min(end, range[1])], strange: true });
    at = Math.min(end, range[1]);
  }
  if (at < range[1]) pieces.push({ range: [at, range[1]], strange: false });
  return pieces;
}

// Neighbours of one kind stay apart where an item begins; furniture next to furniture is one leaf.
function joined(leaves: readonly Leaf[]): Leaf[] {
  const result: { kind: LeafKind; range: [number, number] }[] = [];
  for (const leaf of leaves) {
    const last = result.at(-1);
    if (last !== undefined && last.kind === leaf.kind && leaf.kind !== "item" && leaf.kind !== "repeated-body") last.range[1] = leaf.range[1];
    else result.push({ kind: leaf.kind, range: [leaf.range[0], leaf.range[1]] });
  }
  return result;
}
