/** What townships are called by kind, as part of a pattern. */
export const TOWNSHIP = "(?:街道|镇|乡|苏木)";
/** Townships, villages and communities: a place so named holds everything whose name goes on behind its own. */
export const UNIT = `(?:${TOWNSHIP}|村|社区|嘎查)`;
/** Development zones and the like: they hold places as a county does and are no divisions. Without 新区, which estates are called too. */
export const ZONE = "(?:经济技术开发区|开发区|高新区|经开区|管理区|示范区|风景名胜区|风景区|旅游区|保税区|工业园区|试验区|实验区|合作区)";
