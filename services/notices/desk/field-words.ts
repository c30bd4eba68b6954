import { inLanguage, messages, type Language } from "#platform/i18n";
import type { DeskGround, DraftContent } from "../draft/index.ts";
import { placeInWords } from "../draft/place-words.ts";
import { editInWords } from "./edit-words.ts";

/** The names of a draft's fields: one source for the forms and for messages that speak of them. */
export const fieldWords = messages({
  "title.zh": { zh: "标题（中文）", en: "Title, in Chinese" }, "title.en": { zh: "标题（英文）", en: "Title, in English" },
  "titleSource.zh": { zh: "标题从哪里来（中文）", en: "Where the title comes from, in Chinese" }, "titleSource.en": { zh: "标题从哪里来（英文）", en: "Where the title comes from, in English" },
  documentNumber: { zh: "文号", en: "Document number" },
  date: { zh: "成文日期", en: "Date of the notice" },
  "dateSource.zh": { zh: "日期从哪里来（中文）", en: "Where the date comes from, in Chinese" }, "dateSource.en": { zh: "日期从哪里来（英文）", en: "Where the date comes from, in English" },
  issuer: { zh: "制发机关", en: "Issued by" }, publisher: { zh: "发布机关", en: "Published by" }, operator: { zh: "承办单位", en: "Operated by" },
  "origin.name.zh": { zh: "原件在哪里（中文）", en: "Where the original stands, in Chinese" }, "origin.name.en": { zh: "原件在哪里（英文）", en: "Where the original stands, in English" },
  "origin.address": { zh: "原页面的网址", en: "Address of the original page" },
  textKind: { zh: "这是转述，不是原文", en: "This restates the notice; it is not the original" },
  textNote: { zh: "转述的说明", en: "Note on the restatement" },
  "textNote.zh": { zh: "转述的说明（中文）", en: "Note on the restatement, in Chinese" }, "textNote.en": { zh: "转述的说明（英文）", en: "Note on the restatement, in English" },
  "clauses.key": { zh: "条款的名字（网址里用，以后不变）", en: "Key of the clause (part of its address, never changes)" },
  "clauses.title.zh": { zh: "小标题（中文）", en: "Title, in Chinese" }, "clauses.title.en": { zh: "小标题（英文）", en: "Title, in English" },
  "clauses.summary.zh": { zh: "大白话（中文）", en: "Plain words, in Chinese" }, "clauses.summary.en": { zh: "大白话（英文）", en: "Plain words, in English" },
  "clauses.hidden": { zh: "不对外公开这一条（只给落实的人看）", en: "Do not show this clause to the public (only to those who carry it out)" },
  "duties.plain": { zh: "大白话", en: "Plain words" }, "duties.plain.zh": { zh: "大白话（中文）", en: "Plain words, in Chinese" }, "duties.plain.en": { zh: "大白话（英文）", en: "Plain words, in English" }, "duties.plain.actors": { zh: "谁来做（英文）", en: "Who, in English" },
  corrections: { zh: "对任务的改动", en: "An edit of the duties" },
  acknowledged: { zh: "看过的提醒", en: "A remark that was looked at" },
});

/** Where something stands in a draft, by a path that `mergeEdits` gives: `第一条 · 大白话（中文）`. */
export function fieldInWords([list = "", name = "", ...inside]: readonly string[], content: DraftContent, language: Language): string {
  const named: Readonly<Record<string, string>> = fieldWords(language);
  if (list === "corrections" || list === "acknowledged") return named[list] ?? "";
  const isListed = list === "clauses" || list === "duties";
  const field = named[[list, ...(isListed ? inside : [name, ...inside])].filter((step) => step !== "").join(".")] ?? "";
  if (!isListed) return field;
  const owner = list === "clauses" ? placeInWords(name, language) : content.duties.find(({ key }) => key === name)?.quote ?? name;
  return field === "" ? owner : `${owner} · ${field}`;
}

/** What stands or stood in a field, as people read it. */
export function valueInWords(value: unknown, bodies: DeskGround["bodies"], language: Language): string {
  const say = words(language);
  if (typeof value === "boolean") return value ? say.yes : say.no;
  if (typeof value === "string") { const body = bodies.find(({ key }) => key === value); return value === "" ? say.empty : body === undefined ? value : inLanguage(body.name, language); }
  if (Array.isArray(value)) return value.length === 0 ? say.empty : value.join("; ");
  if (typeof value !== "object" || value === null) return say.empty;
  if ("done" in value) return editInWords(value.done as DraftContent["corrections"][number], language);
  const texts = ["zh", "en"].map((tongue) => (tongue in value ? String((value as Readonly<Record<string, unknown>>)[tongue]) : "")).filter((text) => text !== "");
  return texts.length === 0 ? say.empty : texts.join(" / ");
}

const words = messages({ empty: { zh: "（空）", en: "(empty)" }, yes: { zh: "是", en: "Yes" }, no: { zh: "不是", en: "No" } });
