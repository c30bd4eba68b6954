/** A row and a column of a table, counted from 1; `part` says whether the column is one of tests, results or notes. */
export type Cell = { readonly row: number; readonly column: number | null; readonly part: "test" | "output" | "note" | null };

/** What can be wrong with a file. Each has words in both languages below. */
export type DmnProblemCode = keyof typeof TEXTS;

/** One thing wrong: the element (kind, name or id), the cell where there is one, what it is, with the values its words speak of. */
export type DmnProblem = {
  readonly element: string;
  readonly cell: Cell | null;
  readonly code: DmnProblemCode;
  readonly parameters: Readonly<Record<string, string | number>>;
};

/** The words of a problem and of what to do about it. */
export function problemWords(problem: DmnProblem, language: "zh" | "en"): { readonly problem: string; readonly remedy: string } {
  const [what, remedy] = TEXTS[problem.code][language];
  return { problem: filled(what, problem.parameters), remedy: filled(remedy, problem.parameters) };
}

/** Every code, for whoever wants to see that all have words. */
export function problemCodes(): readonly DmnProblemCode[] {
  return Object.keys(TEXTS) as DmnProblemCode[];
}

function filled(text: string, parameters: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (all, name: string) => String(parameters[name] ?? all));
}

type Words = readonly [problem: string, remedy: string];

const TEXTS = {
  "not-xml": {
    zh: ["文件不是完整的 XML（第 {line} 行附近：{detail}）。", "请在制作它的工具里重新导出为 DMN 文件。"],
    en: ["The file is not complete XML (near line {line}: {detail}).", "Export it again as DMN from the tool that made it."],
  },
  "not-dmn": {
    zh: ["文件里没有 DMN 1.1–1.5 的 definitions 元素。", "请导出为 DMN 1.3、1.4 或 1.5。"],
    en: ["The file has no definitions element of DMN 1.1–1.5.", "Export it as DMN 1.3, 1.4 or 1.5."],
  },
  doctype: {
    zh: ["文件带有 DOCTYPE 声明，DMN 不需要它，里面可能藏有实体。", "请删去 <!DOCTYPE …> 后再导入。"],
    en: ["The file declares a DOCTYPE, which DMN does not need and which can hide entities.", "Remove <!DOCTYPE …> and import again."],
  },
  "too-long": {
    zh: ["文件有 {length} 个字符，最多读取 {limit} 个。", "请把模型分成几个文件，用 import 相连。"],
    en: ["The file has {length} characters; at most {limit} are read.", "Split the model into files joined by import."],
  },
  "unknown-element": {
    zh: ["第 {line} 行的元素 {name} 不是 DMN 的元素。", "请改正元素名；自己的附加内容放进 extensionElements。"],
    en: ["The element {name} on line {line} is none of DMN's.", "Correct its name; put additions of your own into extensionElements."],
  },
  "id-duplicate": {
    zh: ["标识 {id} 用了不止一次。", "请让每个元素的 id 各不相同。"],
    en: ["The id {id} is used more than once.", "Give every element an id of its own."],
  },
  "name-missing": {
    zh: ["{element} 没有名称。", "请给它一个名称。"],
    en: ["{element} has no name.", "Give it a name."],
  },
  "name-duplicate": {
    zh: ["名称 {name} 用于不止一个元素，表达式无法区分。", "请改其中一个的名称。"],
    en: ["The name {name} belongs to more than one element, so expressions cannot tell them apart.", "Rename one of them."],
  },
  "namespace-missing": {
    zh: ["definitions 没有 namespace。", "请写上 namespace，例如机构的网址加文件名。"],
    en: ["The definitions have no namespace.", "Give a namespace, such as the body's address and the file's name."],
  },
  "reference-dangling": {
    zh: ["引用 {href} 指向不存在的元素（需要 {wanted}）。", "请改正 href，或补上被引用的元素。"],
    en: ["The reference {href} leads to no {wanted}.", "Correct the href, or add the element it means."],
  },
  "reference-unreadable": {
    zh: ["引用 {href} 不是“#标识”或“命名空间#标识”。", "请写成 #标识。"],
    en: ["The reference {href} is neither “#id” nor “namespace#id”.", "Write it as #id."],
  },
  "import-missing": {
    zh: ["模型引用 {namespace}，但没有给出这个模型。", "请把它一并导入，或去掉 import。"],
    en: ["The model imports {namespace}, which was not given.", "Import that model too, or remove the import."],
  },
  "requirement-cycle": {
    zh: ["这些元素互相需要：{path}。", "请去掉其中一个需要，让依赖有头有尾。"],
    en: ["These elements need each other: {path}.", "Remove one of the requirements, so that there is a beginning."],
  },
  "type-cycle": {
    zh: ["这些类型互相引用：{path}。", "请让其中一个类型以 string、number 等结束。"],
    en: ["These types refer to each other: {path}.", "Let one of them end at string, number or another built-in type."],
  },
  "type-unknown": {
    zh: ["类型 {type} 没有定义。", "请定义它，或改用 string、number、boolean、date 等。"],
    en: ["The type {type} is not defined.", "Define it, or use string, number, boolean, date and the like."],
  },
  "hit-policy-unknown": {
    zh: ["命中策略 {policy} 不是 DMN 的命中策略。", "请用 UNIQUE、ANY、PRIORITY、FIRST、COLLECT、RULE ORDER 或 OUTPUT ORDER。"],
    en: ["The hit policy {policy} is none of DMN's.", "Use UNIQUE, ANY, PRIORITY, FIRST, COLLECT, RULE ORDER or OUTPUT ORDER."],
  },
  "aggregation-unknown": {
    zh: ["汇总方式 {aggregation} 不是 DMN 的汇总方式。", "请用 SUM、MIN、MAX 或 COUNT，或不写。"],
    en: ["The aggregation {aggregation} is none of DMN's.", "Use SUM, MIN, MAX or COUNT, or none."],
  },
  "aggregation-misplaced": {
    zh: ["只有 COLLECT 且只有一列结果的表可以汇总。", "请改命中策略，或去掉汇总。"],
    en: ["Only a COLLECT table with one column of results can aggregate.", "Change the hit policy, or remove the aggregation."],
  },
  "table-without-output": {
    zh: ["决策表没有结果列。", "请至少加一列结果。"],
    en: ["The decision table has no column of results.", "Add at least one."],
  },
  "output-name-missing": {
    zh: ["表有几列结果，第 {column} 列没有名称。", "请给每一列结果一个名称。"],
    en: ["The table has several columns of results; column {column} has no name.", "Name every column of results."],
  },
  "cells-wrong": {
    zh: ["第 {row} 行有 {found} 个{part}，表有 {wanted} 列。", "请补足或删去多余的单元格；不限的条件写“-”。"],
    en: ["Row {row} has {found} cells of {part}, the table has {wanted} columns.", "Add the missing cells or remove the extra ones; write “-” for a condition that does not matter."],
  },
  "table-too-large": {
    zh: ["决策表有 {rows} 行，最多读取 {limit} 行。", "请把表拆成几张，用一项决策选择其中一张。"],
    en: ["The decision table has {rows} rows; at most {limit} are read.", "Split it into tables and let a decision choose among them."],
  },
  "function-kind-unknown": {
    zh: ["函数种类 {kind} 不是 FEEL、Java 或 PMML。", "请改为 FEEL。"],
    en: ["The kind of function {kind} is none of FEEL, Java and PMML.", "Make it FEEL."],
  },
  "iterator-missing": {
    zh: ["{element} 的循环没有 iteratorVariable。", "请写上循环变量的名称。"],
    en: ["The iteration in {element} has no iteratorVariable.", "Name the variable."],
  },
  "too-deep": {
    zh: ["{element} 嵌套超过 {limit} 层。", "请把内层拆成单独的决策或类型。"],
    en: ["{element} is nested more than {limit} deep.", "Make the inner parts decisions or types of their own."],
  },
  "no-table": {
    zh: ["文件里没有决策表。", "请选择含有决策表的 DMN 文件。"],
    en: ["The file has no decision table.", "Choose a DMN file that has one."],
  },
  "several-tables": {
    zh: ["文件里有几张决策表：{tables}。", "请选择其中一张。"],
    en: ["The file has several decision tables: {tables}.", "Choose one of them."],
  },
  "decision-unknown": {
    zh: ["文件里没有名为 {element} 的决策；决策表有：{tables}。", "请选择其中一张。"],
    en: ["The file has no decision {element}; its decision tables are: {tables}.", "Choose one of them."],
  },
  "not-a-table": {
    zh: ["决策 {element} 的逻辑不是决策表；决策表有：{tables}。", "请选择其中一张，或把它改写为决策表。"],
    en: ["The logic of {element} is no decision table; the tables are: {tables}.", "Choose one of them, or write it as a table."],
  },
  "text-unreadable": {
    zh: ["“{text}” 不是 FEEL 表达式。", "请改正；文字要用英文双引号括起来。"],
    en: ["“{text}” is no FEEL.", "Correct it; words need double quotes around them."],
  },
  "name-unknown": {
    zh: ["“{text}” 里的 {name} 不是这张表的条件列。", "请给 {name} 加一列条件（不限写“-”）；若是文字，请加英文双引号。"],
    en: ["{name} in “{text}” is no condition column of this table.", "Add a column {name} (with “-” where it does not matter), or put double quotes around it if it is a word."],
  },
  "function-unknown": {
    zh: ["“{text}” 里的函数 {name} 不是 FEEL 的内置函数。", "请改用内置函数，或先算出结果，作为一列条件给出。"],
    en: ["The function {name} in “{text}” is none of FEEL's.", "Use a built-in function, or give what it works out as a condition column."],
  },
  "column-twice": {
    zh: ["第 {column} 列条件 {name} 出现了不止一次。", "请把两列合成一列。"],
    en: ["Condition column {column}, {name}, is there more than once.", "Make one column of the two."],
  },
  "column-not-single": {
    zh: ["第 {column} 列条件 {name} 的类型是 {type}，不是单个值。", "请换成由它得出的单个值（文字、数、是否、日期）。"],
    en: ["Condition column {column}, {name}, is a {type}, not a single value.", "Ask for a single value made of it: text, number, truth or date."],
  },
  "type-imported": {
    zh: ["第 {column} 列条件 {name} 的类型 {type} 在另一个文件里。", "请把类型写进这个文件。"],
    en: ["The type {type} of condition column {column}, {name}, is in another file.", "Put the type into this file."],
  },
  "type-clash": {
    zh: ["“{text}” 不是列 {name} 的类型 {type}。", "请改正单元格或列的类型。"],
    en: ["“{text}” is not of the type {type} of column {name}.", "Correct the cell or the column's type."],
  },
} satisfies Record<string, { zh: Words; en: Words }>;
