/**
 * The settings of somebody who starts the product on a machine of their own: none of ours that say which database or pack, and none of the
 * test runner's. With its NODE_ENV the desk would be built for development, which is another desk, and a slower one.
 */
export function asStarted(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _none, DATABASE_URL_SERVER: _neither, PACK: _shipped, NODE_ENV: _test, VITEST: _runner, ...rest } = process.env;
  return rest;
}
