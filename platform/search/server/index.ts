export { searchIndex, type SearchIndex, type SearchSource } from "./search-index.ts";
