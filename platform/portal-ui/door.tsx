import { inLanguage, type LocalText } from "#platform/i18n";
import type { VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { href, type View } from "./view.ts";

/** A service people enter from the home page. Only live ones are listed. */
export type Door = { readonly icon: IconName; readonly path: string; readonly title: LocalText; readonly hint: LocalText };

/** The doors of the home page; fits one, two or many. */
export function Doors({ doors, view }: { readonly doors: readonly Door[]; readonly view: View }): VNode {
  return (
    <ul class="doors">
      {doors.map((door) => (
        <li>
          <a class="door" href={href(door.path, view)}>
            <Icon name={door.icon} />
            <b>{inLanguage(door.title, view.language)}</b>
            <span>{inLanguage(door.hint, view.language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
