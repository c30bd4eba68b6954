import { THERE, type Officers, type Sent } from "./example-officers.ts";

/** A form with fields as browsers send it. */
export function formOf(fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly bytes: string } | null = null): Sent {
  const field = (name: string, value: string, more = "") => `--edge\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  return { type: "multipart/form-data; boundary=edge", payload: `${Object.entries(fields).map(([name, value]) => field(name, value)).join("")}${file === null ? "" : field(file.name, file.bytes, '; filename="a.txt"')}--edge--\r\n` };
}

/** A case, records and an import of the other district, with everything they may hold. */
export type ThingsThere = { readonly number: string; readonly revision: number; readonly fileId: string; readonly site: { readonly id: string; readonly number: number }; readonly payment: { readonly id: string; readonly number: number } };

/** A site with hours, and one line of pay that is short: of the district it is given. */
export const siteOf = (district: string, name = "演练检测点") => ({ district, name, "body-kind": "hospital", address: "演练路1号", hours: "每天 08:00-18:00" });
export const paymentOf = (district: string) => ({ district, programme: "low-income", month: "2021-01-01", person: "演练甲01", "identity-number": "150799195001010012", due: 41_000, paid: 40_000, "due-day": "2021-01-10", "paid-day": "2021-01-08" });
export const TABLE = (district: string): string => `旗市区\t机构\t性质\t地址\n${district}\t演练医院\t医疗机构\t演练路2号`;

/** Puts them there: a resident sends a request with a paper, the district's own officers note something, keep records, import a table. */
export async function putThingsThere({ ask, send, clientOf }: Officers): Promise<ThingsThere> {
  const own = clientOf("caseworker-there");
  const done = async (reply: ReturnType<Officers["send"]>, status: number) => { const { statusCode, body } = await reply; if (statusCode !== status) throw new Error(`${statusCode} ${body}`); return reply; };
  const receipt = await done(ask(null, "POST", "/requests/hazard", formOf({ commandKey: "hazard-of-there", district: THERE, trade: "fire", place: "演练市场", danger: "通道堵了", "contact.name": "王某", "contact.telephone": "13900000002", "contact.forWhom": "" }, { name: "pictures", bytes: "演练：一张说明" })), 201);
  const number = /id="number">([\d-]+)</u.exec(receipt.body)?.[1] ?? "";
  await done(send(own, "POST", `/api/cases/${THERE}/${number}/notes`, { commandKey: "note-of-there", revision: 1, text: "去看过一次" }), 200);
  const view = (await done(send(own, "GET", `/api/cases/${THERE}/${number}`), 200)).json<{ revision: number; files: { id: string }[] }>();
  const keep = async (register: string, values: unknown) => (await done(send(own, "POST", `/api/registers/${register}/records`, { commandKey: `keep-${register}-there`, id: null, base: null, values }), 200)).json<{ id: string; number: number }>();
  const [site, payment] = [await keep("testing-sites", siteOf(THERE)), await keep("relief-payments", paymentOf(THERE))];
  const { sha256 } = (await done(ask(own, "POST", "/api/registers/testing-sites/imports/preview", formOf({ text: TABLE("扎赉诺尔区") })), 200)).json<{ sha256: string }>();
  await done(ask(own, "POST", "/api/registers/testing-sites/imports", formOf({ text: TABLE("扎赉诺尔区"), sha256, commandKey: "import-of-there" })), 201);
  return { number, revision: view.revision, fileId: view.files[0]?.id ?? "", site, payment };
}
