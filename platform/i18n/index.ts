export { dayInChina, dayInWords, deadlineInWords, lunarDayInWords, minuteInWords, weekdayInWords } from "./dates.ts";
export { LANGUAGES, inLanguage, type Language, type LocalText } from "./language.ts";
export { messages, type Spoken } from "./messages.ts";
export { chineseNumeral, numberInWords } from "./numbers.ts";
