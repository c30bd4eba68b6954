import { inLanguage, messages } from "#platform/i18n";
import { href, Icon, type View } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { RegisterPageView } from "../portal-views.ts";
import { registerPath } from "./register-paths.ts";

type FilterProps = Pick<RegisterPageView, "register" | "asked" | "districts" | "nearFault"> & { readonly view: View };

/** Which district, open now alone, from where distances count: asked by GET, so that a list has an address. */
export function ListFilter({ register, asked, districts, nearFault, view }: FilterProps): VNode {
  const { language } = view;
  const say = words(language);
  const { public: shown } = register.type;
  const places = shown?.kind === "places" ? shown : null;
  return (
    <form class="card noprint" method="get" action={href(registerPath(register), view)}>
      {view.elder ? <input type="hidden" name="size" value="large" /> : null}
      <div>
        <label class="q" for="district">{say.district}</label>
        <select id="district" name="district">
          <option value="">{say.all}</option>
          {districts.map(({ code, name }) => <option value={code} selected={code === asked.district}>{inLanguage(name, language)}</option>)}
        </select>
      </div>
      {places?.point === null || places === null ? null : (
        <div class={nearFault === null ? undefined : "bad"}>
          <label class="q" for="near">{say.near}</label>
          <p class="hint" id="near-hint">{say.nearHint}</p>
          {nearFault === null ? null : <p class="err" id="near-error"><Icon name="must-not" />{inLanguage(nearFault.problem, language)}</p>}
          <input id="near" name="near" value={asked.near} autocomplete="off" aria-describedby={nearFault === null ? "near-hint" : "near-hint near-error"} aria-invalid={nearFault === null ? undefined : "true"} />
        </div>
      )}
      <div class="row">
        {places === null ? null : <label class="opt box"><input type="checkbox" name="open" value="1" checked={asked.openNow} />{say.openNow}</label>}
        <button class="btn">{say.find}</button>
      </div>
    </form>
  );
}

const words = messages({
  district: { zh: "在哪个地方", en: "In which district?" }, all: { zh: "全市", en: "The whole city" },
  near: { zh: "离哪里近（可以不填）", en: "Near where? (optional)" }, nearHint: { zh: "写地名，或者纬度和经度；写地名的，从那里的县级政府驻地算远近", en: "A place, or latitude and longitude; of a place, distances are from its county's seat" },
  openNow: { zh: "只看现在开门", en: "Open now only" }, find: { zh: "查找", en: "Find" },
});
