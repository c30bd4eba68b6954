/** Which part may use which. Every rule says why; `bench/boundaries` plants a violation of each and sees it caught. */
const SOURCE = "^(?:apps|bench|engines|journeys|platform|services)/";
const TEST = "[.]test[.]tsx?$|/test-global-setup[.]ts$|/served-pack[.]ts$|/sample-reading[.]ts$|/axe-findings[.]ts$|/example-[a-z-]+[.]tsx?$";

export default {
  forbidden: [
    {
      name: "no-cycles", severity: "error",
      comment: "Two files that need each other are one idea in two places, or a missing third.",
      from: {}, to: { circular: true },
    },
    {
      name: "engines-stand-alone", severity: "error",
      comment: "Engines are used from above and know no city and no service. Pass what they need as values. Forms and the calendar are words and days, which what asks and what keeps are made of.",
      from: { path: "^engines/([^/]+)/" }, to: { path: "^(?:services|platform|apps|engines|bench|journeys)/", pathNot: ["^engines/$1/", "^engines/(?:forms|calendar)/index[.]ts$"] },
    },
    {
      name: "services-do-not-meet", severity: "error",
      comment: "Services speak by events and slots. Only the words of a clause (#services/notices) are everybody's.",
      from: { path: "^services/([^/]+)/" }, to: { path: "^services/", pathNot: ["^services/$1/", "^services/notices/index[.]ts$"] },
    },
    {
      name: "platform-is-below", severity: "error",
      comment: "The platform is plain and knows nothing above it: no service, no engine, no app.",
      from: { path: "^platform/" }, to: { path: "^(?:services|engines|apps|journeys|bench)/" },
    },
    {
      name: "nobody-uses-apps", severity: "error",
      comment: "Apps put the parts together; what two parts need belongs below.",
      from: { path: "^(?:engines|platform|services)/" }, to: { path: "^(?:apps|journeys|bench)/" },
    },
    {
      name: "through-doors-only", severity: "error",
      comment: "Across modules only doors (#…): what is behind them may change without asking.",
      from: { path: "^(engines|platform|services)/([^/]+)/", pathNot: TEST },
      to: { path: "^(?:engines|platform|services)/([^/]+)/", pathNot: ["^$1/$2/", "^(?:engines|platform|services)/[^/]+/index[.]ts$", "^(?:engines|platform|services)/[^/]+/(?:server|portal|desk)/index[.]ts$"] },
    },
    {
      name: "apps-use-doors", severity: "error",
      comment: "Apps too come in by the door.",
      from: { path: "^apps/", pathNot: TEST },
      to: { path: "^(?:engines|platform|services)/", pathNot: ["^(?:engines|platform|services)/[^/]+/index[.]ts$", "^(?:engines|platform|services)/[^/]+/(?:server|portal|desk)/index[.]ts$"] },
    },
    {
      name: "cores-stay-pure", severity: "error",
      comment: "What decides takes values; reading and writing is the business of server/ beside it.",
      from: { path: "^(?:engines|platform|services)/", pathNot: ["/server/", TEST] }, to: { path: "^(?:engines|platform|services)/[^/]+/server/" },
    },
    {
      name: "cores-touch-nothing", severity: "error",
      comment: "A core that opens files, sockets or processes cannot run in a browser and cannot be tested by values.",
      from: { path: "^(?:engines|platform|services)/", pathNot: ["/server/", TEST] },
      to: { dependencyTypes: ["core"], path: "^(?:node:)?(?:fs|net|http|https|child_process|worker_threads|dns|tls|cluster|os)(?:/|$)" },
    },
    {
      name: "sql-in-stores", severity: "error",
      comment: "SQL is read and reviewed in one place of each part: server/store.ts, or a store.ts one folder below (and platform/db itself). Journeys look into the database from outside.",
      from: { path: SOURCE, pathNot: ["^platform/db/", "^journeys/", "/server/store[.]ts$", "/server/[a-z-]+/store[.]ts$", TEST] }, to: { path: "node_modules/pg/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-test-parts-in-the-product", severity: "error",
      comment: "What is only installed for development is missing where the product runs.",
      from: { path: "^(?:apps|engines|platform|services)/", pathNot: TEST }, to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "declared-packages-only", severity: "error",
      comment: "A package that came along with another may leave with it.",
      from: { path: SOURCE }, to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "everything-resolves", severity: "error",
      comment: "An import that leads nowhere also hides where it should have led.",
      from: { path: SOURCE }, to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "[.]css$" },
    tsPreCompilationDeps: true,
    includeOnly: undefined,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  },
};
