export { searchIndex, SourcesNotKept, type SearchIndex, type SearchSource } from "./search-index.ts";
