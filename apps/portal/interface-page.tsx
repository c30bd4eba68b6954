import { messages } from "#platform/i18n";
import { Card, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";

/** What the page needs of a description (OpenAPI 3.1). */
export type InterfaceDescription = {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, {
    readonly operationId: string; readonly summary: string; readonly description: string; readonly tags: readonly string[];
    readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: unknown }[];
    readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
    readonly responses: Readonly<Record<string, unknown>>;
  }>>>>;
};

type Operation = { readonly method: string; readonly path: string } & InterfaceDescription["paths"][string][string];

/** The description of the interface for people: every address, who may call it, what it takes and gives. */
export function InterfacePage({ description, ...context }: PageContext & { readonly description: InterfaceDescription }): VNode {
  const say = words(context.view.language);
  const operations = Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): Operation => ({ method: method.toUpperCase(), path, ...operation })));
  const groups = [...Map.groupBy(operations, ({ tags }) => tags[0] ?? "")];
  const file = context.view.language === "en" ? "/en/api/openapi.json" : "/api/openapi.json";
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1><p>{description.info.description}</p><p><a class="go" href={file}>openapi.json</a></p></div>
      <div class="narrow stack">{groups.map(([group, own]) => <Card title={group} id={group}>{own.map((operation) => <OperationDetails operation={operation} say={say} />)}</Card>)}</div>
    </Page>
  );
}

function OperationDetails({ operation, say }: { readonly operation: Operation; readonly say: ReturnType<typeof words> }): VNode {
  const { operationId, method, path, summary, description, parameters = [], requestBody, responses } = operation;
  const shown = (schema: unknown) => <pre class="hash" tabIndex={0} role="region" aria-label={`${method} ${path}`}>{JSON.stringify(schema, null, 1)}</pre>;
  return (
    <details id={operationId}>
      <summary><code class="hash">{method}</code><span><b class="hash">{path}</b><br />{summary}</span></summary>
      <div class="in">
        <p>{description}</p>
        {parameters.length === 0 ? null : <><h3>{say.parameters}</h3><ul>{parameters.map((parameter) => <li><code>{parameter.name}</code> ({parameter.in}{parameter.required ? "" : `, ${say.optional}`})</li>)}</ul></>}
        {requestBody === undefined ? null : Object.entries(requestBody.content).map(([type, { schema }]) => <><h3>{say.takes} <code>{type}</code></h3>{shown(schema)}</>)}
        <h3>{say.gives}</h3>
        <ul>{Object.entries(responses).map(([status, response]) => <li><code>{status}</code> {(response as { description: string }).description}</li>)}</ul>
      </div>
    </details>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "接口说明", en: "The interface" },
  parameters: { zh: "参数", en: "Parameters" },
  optional: { zh: "可以不写", en: "optional" },
  takes: { zh: "内容", en: "Takes" },
  gives: { zh: "回答", en: "Answers" },
});
