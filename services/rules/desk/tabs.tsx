/** @jsxImportSource react */
import { useId, type KeyboardEvent, type ReactNode } from "react";

/** Pages of which one is open; their names go on to a second line where there is little room, as none of them may hide. */
export function Tabs<Key extends string>({ label, items, open, choose }: { readonly label: string; readonly items: readonly { readonly key: Key; readonly name: ReactNode; readonly page: ReactNode }[]; readonly open: Key; readonly choose: (key: Key) => void }): ReactNode {
  const id = useId();
  // One of them has the focus; arrows go on from it (WAI-ARIA tabs pattern).
  function step(event: KeyboardEvent, at: number): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = items[(at + by + items.length) % items.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    choose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label}>
        {items.map(({ key, name }, at) => <button key={key} type="button" role="tab" id={`${id}-${key}`} aria-selected={key === open} aria-controls={`${id}-page`} tabIndex={key === open ? 0 : -1} onClick={() => { choose(key); }} onKeyDown={(event) => { step(event, at); }}>{name}</button>)}
      </div>
      <div role="tabpanel" id={`${id}-page`} aria-labelledby={`${id}-${open}`}>{items.find(({ key }) => key === open)?.page}</div>
    </>
  );
}
