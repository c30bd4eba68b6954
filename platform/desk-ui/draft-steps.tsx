/** @jsxImportSource react */
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { requestJson } from "./api.ts";
import { useWords } from "./language.tsx";
import { useBusy } from "./use-busy.ts";
import type { DraftWork, OpenedDraft } from "./use-draft.ts";

/** Which draft the steps lead on: its address, and the work on it. */
type Led<View extends OpenedDraft<View["content"]>> = { readonly path: string; readonly work: Pick<DraftWork<View>, "act"> };

/** Asked twice, as it cannot be undone; in place, so that nothing pops up over the draft. */
export function DiscardButton({ busy, discard }: { readonly busy: boolean; readonly discard: () => void }): ReactNode {
  const say = useWords(words);
  const [asking, setAsking] = useState(false);
  return asking
    ? <span className="row" role="group" aria-label={say.discardSure}>{say.discardSure}<Button danger loading={busy} onClick={discard}>{say.discard}</Button><Button onClick={() => { setAsking(false); }}>{say.keep}</Button></span>
    : <Button onClick={() => { setAsking(true); }}>{say.discard}</Button>;
}

/** The second officer's release, under one command key however often it is pressed. `means`: what the release does; `name`: the button. */
export function ReleaseForm<View extends OpenedDraft<View["content"]>>({ path, work, means, name, released }: Led<View> & { readonly means: string; readonly name: string; readonly released: () => void }): ReactNode {
  const say = useWords(words);
  const [note, setNote] = useState("");
  const [busy, run] = useBusy();
  const command = useRef<string>(crypto.randomUUID());
  async function release(): Promise<void> {
    const done = await work.act(async (revision) => {
      await requestJson(`${path}/release`, { method: "POST", body: { revision, commandKey: command.current, note } });
      return requestJson<View>(path);
    });
    if (done) released();
  }
  return (
    <>
      <div className="field"><label htmlFor="release-note">{say.note}</label><Input id="release-note" value={note} maxLength={500} onChange={(event) => { setNote(event.target.value); }} /></div>
      <p className="quiet" style={{ marginBottom: 8 }}>{means}</p>
      <Button type="primary" loading={busy} onClick={() => { run(release); }}>{name}</Button>
    </>
  );
}

/** The other choice of whoever releases: a reason goes back with the draft. */
export function SendBackForm<View extends OpenedDraft<View["content"]>>({ path, work }: Led<View>): ReactNode {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, run] = useBusy();
  const send = (): void => { run(() => work.act((revision) => requestJson<View>(`${path}/send-back`, { method: "POST", body: { revision, reason } }))); };
  return (
    <div style={{ marginTop: 12 }}>
      <p><Button aria-expanded={open} onClick={() => { setOpen(!open); }}>{say.sendBack}</Button></p>
      {open ? <><div className="field"><label htmlFor="send-back-reason">{say.sendBackReason}</label><Input.TextArea id="send-back-reason" rows={3} value={reason} maxLength={1000} onChange={(event) => { setReason(event.target.value); }} /></div>
      <p className="row"><Button disabled={reason.trim() === ""} loading={busy} onClick={send}>{say.sendBackNow}</Button></p></> : null}
    </div>
  );
}

const words = messages({
  discard: { zh: "作废", en: "Discard" }, discardSure: { zh: "作废以后不能恢复。", en: "A discarded draft cannot be brought back." }, keep: { zh: "不作废", en: "Keep it" },
  note: { zh: "签发意见（可以不写）", en: "Note on the release (optional)" },
  sendBack: { zh: "退回去改……", en: "Send it back…" }, sendBackReason: { zh: "退回的原因（改稿子的人看得到）", en: "Reason (whoever changed the draft reads it)" }, sendBackNow: { zh: "退回", en: "Send it back" },
});
