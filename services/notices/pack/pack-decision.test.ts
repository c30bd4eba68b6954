import { describe, expect, test } from "vitest";
import { packDecision, type KnownVersion } from "./pack-decision.ts";

const BROUGHT = { contentSha256: "content", inputSha256: "input", versionMin: 1 };
const OTHER = { contentSha256: "other content", inputSha256: "other input" };
const byPack = (version: number, change: Partial<KnownVersion> = {}): KnownVersion => ({ version, ...OTHER, releasedBy: "pack", ...change });
const byPerson = (version: number): KnownVersion => ({ version, contentSha256: `officers' ${version}`, inputSha256: null, releasedBy: "person-b" });
const unsigned = (version: number, change: Partial<KnownVersion> = {}): KnownVersion => ({ version, ...OTHER, releasedBy: null, ...change });

describe("what a start does with a notice of its pack", () => {
  test.each<[string, readonly KnownVersion[], string]>([
    ["a notice nobody has is published", [], "publish 1"],
    ["a pack that says something else is the next version", [byPack(1)], "publish 2"],
    ["the same pack is there", [byPack(1, { inputSha256: "input", contentSha256: "content" })], "there 1"],
    ["the same pack read by another reader is there", [byPack(1, { inputSha256: "input" })], "there 1"],
    ["a version of before, without its input, is there when it holds the same", [byPack(1, { inputSha256: null, contentSha256: "content" })], "there 1"],
    ["the pack of before, installed again, undoes nothing", [byPack(1, { inputSha256: "input" }), byPack(2)], "there 1"],
    ["what officers amended stays, though the reader changed", [byPack(1, { inputSha256: "input" }), byPerson(2)], "there 1"],
    ["what officers amended stays, though the pack changed", [byPack(1), byPerson(2)], "differs 2"],
    ["what officers imported under the pack's key stays", [byPerson(1)], "differs 1"],
    ["what was kept and never signed is signed", [unsigned(1, { contentSha256: "content" })], "sign 1"],
    ["what somebody else kept is not signed", [unsigned(1)], "publish 2"],
    ["nor what only claims to be made from the same", [unsigned(1, { inputSha256: "input" })], "publish 2"],
    ["nor an old row under what is in force", [unsigned(1, { contentSha256: "content" }), byPack(2)], "publish 3"],
    ["nor anything once officers have released", [byPerson(1), unsigned(2, { contentSha256: "content" })], "differs 1"],
  ])("%s", (_what, versions, expected) => {
    const { kind, version } = packDecision(BROUGHT, versions);
    expect(`${kind} ${version}`).toBe(expected);
  });
});
