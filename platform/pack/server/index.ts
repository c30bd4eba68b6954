export { readPackDirectory } from "./read-pack-directory.ts";
