import type { ArrangedYear } from "./paper.ts";

/** The papers for 2017 to 2026, in the order they were issued. */
export const PAPERS_2017_TO_2026: readonly ArrangedYear[] = [
  {
    year: 2017, announces: true,
    paper: { title: "国务院办公厅关于2017年部分节假日安排的通知", number: "国办发明电〔2016〕17号", dated: "2016-12-01" },
    arrangements: [
      { feasts: ["new-year"], off: ["2017-01-01", "2017-01-02"], work: [] },
      { feasts: ["spring-festival"], off: ["2017-01-27/2017-02-02"], work: ["2017-01-22", "2017-02-04"] },
      { feasts: ["tomb-sweeping"], off: ["2017-04-02/2017-04-04"], work: ["2017-04-01"] },
      { feasts: ["labour-day"], off: ["2017-05-01"], work: [] },
      { feasts: ["dragon-boat"], off: ["2017-05-28/2017-05-30"], work: ["2017-05-27"] },
      { feasts: ["mid-autumn", "national-day"], off: ["2017-10-01/2017-10-08"], work: ["2017-09-30"] },
    ],
  },
  {
    year: 2018, announces: true,
    paper: { title: "国务院办公厅关于2018年部分节假日安排的通知", number: "国办发明电〔2017〕12号", dated: "2017-11-30" },
    arrangements: [
      { feasts: ["new-year"], off: ["2018-01-01"], work: [] },
      { feasts: ["spring-festival"], off: ["2018-02-15/2018-02-21"], work: ["2018-02-11", "2018-02-24"] },
      { feasts: ["tomb-sweeping"], off: ["2018-04-05/2018-04-07"], work: ["2018-04-08"] },
      { feasts: ["labour-day"], off: ["2018-04-29/2018-05-01"], work: ["2018-04-28"] },
      { feasts: ["dragon-boat"], off: ["2018-06-18"], work: [] },
      { feasts: ["mid-autumn"], off: ["2018-09-24"], work: [] },
      { feasts: ["national-day"], off: ["2018-10-01/2018-10-07"], work: ["2018-09-29", "2018-09-30"] },
    ],
  },
  {
    year: 2019, announces: true,
    paper: { title: "国务院办公厅关于2019年部分节假日安排的通知", number: "国办发明电〔2018〕15号", dated: "2018-12-04" },
    arrangements: [
      { feasts: ["new-year"], off: ["2018-12-30/2019-01-01"], work: ["2018-12-29"] },
      { feasts: ["spring-festival"], off: ["2019-02-04/2019-02-10"], work: ["2019-02-02", "2019-02-03"] },
      { feasts: ["tomb-sweeping"], off: ["2019-04-05"], work: [] },
      { feasts: ["labour-day"], off: ["2019-05-01"], work: [] },
      { feasts: ["dragon-boat"], off: ["2019-06-07"], work: [] },
      { feasts: ["mid-autumn"], off: ["2019-09-13"], work: [] },
      { feasts: ["national-day"], off: ["2019-10-01/2019-10-07"], work: ["2019-09-29", "2019-10-12"] },
    ],
  },
  {
    year: 2019, announces: false,
    paper: { title: "国务院办公厅关于调整2019年劳动节假期安排的通知", number: "国办发明电〔2019〕3号", dated: "2019-03-22" },
    arrangements: [
      { feasts: ["labour-day"], off: ["2019-05-01/2019-05-04"], work: ["2019-04-28", "2019-05-05"] },
    ],
  },
  {
    year: 2020, announces: true,
    paper: { title: "国务院办公厅关于2020年部分节假日安排的通知", number: "国办发明电〔2019〕16号", dated: "2019-11-21" },
    arrangements: [
      { feasts: ["new-year"], off: ["2020-01-01"], work: [] },
      { feasts: ["spring-festival"], off: ["2020-01-24/2020-01-30"], work: ["2020-01-19", "2020-02-01"] },
      { feasts: ["tomb-sweeping"], off: ["2020-04-04/2020-04-06"], work: [] },
      { feasts: ["labour-day"], off: ["2020-05-01/2020-05-05"], work: ["2020-04-26", "2020-05-09"] },
      { feasts: ["dragon-boat"], off: ["2020-06-25/2020-06-27"], work: ["2020-06-28"] },
      { feasts: ["national-day", "mid-autumn"], off: ["2020-10-01/2020-10-08"], work: ["2020-09-27", "2020-10-10"] },
    ],
  },
  {
    year: 2020, announces: false,
    paper: { title: "国务院办公厅关于延长2020年春节假期的通知", number: "国办发明电〔2020〕1号", dated: "2020-01-26" },
    arrangements: [
      { feasts: ["spring-festival"], off: ["2020-01-31/2020-02-02"], work: [] },
    ],
  },
  {
    year: 2021, announces: true,
    paper: { title: "国务院办公厅关于2021年部分节假日安排的通知", number: "国办发明电〔2020〕27号", dated: "2020-11-25" },
    arrangements: [
      { feasts: ["new-year"], off: ["2021-01-01/2021-01-03"], work: [] },
      { feasts: ["spring-festival"], off: ["2021-02-11/2021-02-17"], work: ["2021-02-07", "2021-02-20"] },
      { feasts: ["tomb-sweeping"], off: ["2021-04-03/2021-04-05"], work: [] },
      { feasts: ["labour-day"], off: ["2021-05-01/2021-05-05"], work: ["2021-04-25", "2021-05-08"] },
      { feasts: ["dragon-boat"], off: ["2021-06-12/2021-06-14"], work: [] },
      { feasts: ["mid-autumn"], off: ["2021-09-19/2021-09-21"], work: ["2021-09-18"] },
      { feasts: ["national-day"], off: ["2021-10-01/2021-10-07"], work: ["2021-09-26", "2021-10-09"] },
    ],
  },
  {
    year: 2022, announces: true,
    paper: { title: "国务院办公厅关于2022年部分节假日安排的通知", number: "国办发明电〔2021〕11号", dated: "2021-10-25" },
    arrangements: [
      { feasts: ["new-year"], off: ["2022-01-01/2022-01-03"], work: [] },
      { feasts: ["spring-festival"], off: ["2022-01-31/2022-02-06"], work: ["2022-01-29", "2022-01-30"] },
      { feasts: ["tomb-sweeping"], off: ["2022-04-03/2022-04-05"], work: ["2022-04-02"] },
      { feasts: ["labour-day"], off: ["2022-04-30/2022-05-04"], work: ["2022-04-24", "2022-05-07"] },
      { feasts: ["dragon-boat"], off: ["2022-06-03/2022-06-05"], work: [] },
      { feasts: ["mid-autumn"], off: ["2022-09-10/2022-09-12"], work: [] },
      { feasts: ["national-day"], off: ["2022-10-01/2022-10-07"], work: ["2022-10-08", "2022-10-09"] },
    ],
  },
  {
    year: 2023, announces: true,
    paper: { title: "国务院办公厅关于2023年部分节假日安排的通知", number: "国办发明电〔2022〕16号", dated: "2022-12-08" },
    arrangements: [
      { feasts: ["new-year"], off: ["2022-12-31/2023-01-02"], work: [] },
      { feasts: ["spring-festival"], off: ["2023-01-21/2023-01-27"], work: ["2023-01-28", "2023-01-29"] },
      { feasts: ["tomb-sweeping"], off: ["2023-04-05"], work: [] },
      { feasts: ["labour-day"], off: ["2023-04-29/2023-05-03"], work: ["2023-04-23", "2023-05-06"] },
      { feasts: ["dragon-boat"], off: ["2023-06-22/2023-06-24"], work: ["2023-06-25"] },
      { feasts: ["mid-autumn", "national-day"], off: ["2023-09-29/2023-10-06"], work: ["2023-10-07", "2023-10-08"] },
    ],
  },
  {
    year: 2024, announces: true,
    paper: { title: "国务院办公厅关于2024年部分节假日安排的通知", number: "国办发明电〔2023〕7号", dated: "2023-10-25" },
    arrangements: [
      { feasts: ["new-year"], off: ["2024-01-01"], work: [] },
      { feasts: ["spring-festival"], off: ["2024-02-10/2024-02-17"], work: ["2024-02-04", "2024-02-18"] },
      { feasts: ["tomb-sweeping"], off: ["2024-04-04/2024-04-06"], work: ["2024-04-07"] },
      { feasts: ["labour-day"], off: ["2024-05-01/2024-05-05"], work: ["2024-04-28", "2024-05-11"] },
      { feasts: ["dragon-boat"], off: ["2024-06-10"], work: [] },
      { feasts: ["mid-autumn"], off: ["2024-09-15/2024-09-17"], work: ["2024-09-14"] },
      { feasts: ["national-day"], off: ["2024-10-01/2024-10-07"], work: ["2024-09-29", "2024-10-12"] },
    ],
  },
  {
    year: 2025, announces: true,
    paper: { title: "国务院办公厅关于2025年部分节假日安排的通知", number: "国办发明电〔2024〕12号", dated: "2024-11-12" },
    arrangements: [
      { feasts: ["new-year"], off: ["2025-01-01"], work: [] },
      { feasts: ["spring-festival"], off: ["2025-01-28/2025-02-04"], work: ["2025-01-26", "2025-02-08"] },
      { feasts: ["tomb-sweeping"], off: ["2025-04-04/2025-04-06"], work: [] },
      { feasts: ["labour-day"], off: ["2025-05-01/2025-05-05"], work: ["2025-04-27"] },
      { feasts: ["dragon-boat"], off: ["2025-05-31/2025-06-02"], work: [] },
      { feasts: ["national-day", "mid-autumn"], off: ["2025-10-01/2025-10-08"], work: ["2025-09-28", "2025-10-11"] },
    ],
  },
  {
    year: 2026, announces: true,
    paper: { title: "国务院办公厅关于2026年部分节假日安排的通知", number: "国办发明电〔2025〕7号", dated: "2025-11-04" },
    arrangements: [
      { feasts: ["new-year"], off: ["2026-01-01/2026-01-03"], work: ["2026-01-04"] },
      { feasts: ["spring-festival"], off: ["2026-02-15/2026-02-23"], work: ["2026-02-14", "2026-02-28"] },
      { feasts: ["tomb-sweeping"], off: ["2026-04-04/2026-04-06"], work: [] },
      { feasts: ["labour-day"], off: ["2026-05-01/2026-05-05"], work: ["2026-05-09"] },
      { feasts: ["dragon-boat"], off: ["2026-06-19/2026-06-21"], work: [] },
      { feasts: ["mid-autumn"], off: ["2026-09-25/2026-09-27"], work: [] },
      { feasts: ["national-day"], off: ["2026-10-01/2026-10-07"], work: ["2026-09-20", "2026-10-10"] },
    ],
  },
];
