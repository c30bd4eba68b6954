/** @jsxImportSource react */
import { PageHead, Panel, ProblemAlert, requestJson, useGrants, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { BodyHeadcount, HeadcountList, HeadcountSums } from "../headcount/index.ts";
import { BodiesTable } from "./bodies-table.tsx";
import { FileForm } from "./file-form.tsx";
import { SumsPanels } from "./sums-panels.tsx";

/** Filing, for whoever files; the bodies of the own districts; sums, for whoever reads them. */
export function Page(): ReactNode {
  const say = useWords(words);
  return (
    <>
      <PageHead title={say.title} />
      {useGrants(["headcounts.file"]) ? <Filing /> : null}
      <Sums />
    </>
  );
}

function Filing(): ReactNode {
  const say = useWords(words);
  const { data, error } = useQuery({ queryKey: ["staying", "headcounts"], staleTime: 0, queryFn: () => requestJson<HeadcountList>("/api/staying/headcounts") });
  const [chosen, choose] = useState<{ readonly body: BodyHeadcount; readonly turn: number } | null>(null);
  return (
    <>
      <ProblemAlert error={error} />
      <Panel title={say.file}>{data === undefined ? <p>{say.loading}</p> : <FileForm key={chosen?.turn ?? 0} list={data} chosen={chosen?.body ?? null} />}</Panel>
      <Panel title={say.bodies} flush>{data === undefined ? <p className="empty">{say.loading}</p> : <BodiesTable list={data} again={(body) => { choose({ body, turn: (chosen?.turn ?? 0) + 1 }); }} />}</Panel>
    </>
  );
}

function Sums(): ReactNode {
  const say = useWords(words);
  const { data, error } = useQuery({ queryKey: ["staying", "sums"], staleTime: 0, queryFn: () => requestJson<HeadcountSums>("/api/staying/sums") });
  return <><ProblemAlert error={error} />{data === undefined ? <Panel title={say.sums} flush><p className="empty">{say.loading}</p></Panel> : <SumsPanels sums={data} />}</>;
}

const words = messages({
  title: { zh: "就地过年人数", en: "Who stays" }, file: { zh: "报一个单位的人数", en: "File the headcount of a body" },
  bodies: { zh: "报过的单位", en: "Bodies that have filed" }, sums: { zh: "合计", en: "Sums" }, loading: { zh: "正在取……", en: "Loading…" },
});
