import type { ArrangedYear } from "./paper.ts";

/** The papers for 2007 to 2016, in the order they were issued. */
export const PAPERS_2007_TO_2016: readonly ArrangedYear[] = [
  {
    year: 2007, announces: true,
    paper: { title: "国务院办公厅关于2007年部分节假日安排的通知", number: "国办发明电〔2006〕49号", dated: "2006-12-14" },
    arrangements: [
      { feasts: ["new-year"], off: ["2007-01-01/2007-01-03"], work: ["2006-12-30", "2006-12-31"] },
      { feasts: ["spring-festival"], off: ["2007-02-18/2007-02-24"], work: ["2007-02-17", "2007-02-25"] },
      { feasts: ["labour-day"], off: ["2007-05-01/2007-05-07"], work: ["2007-04-28", "2007-04-29"] },
      { feasts: ["national-day"], off: ["2007-10-01/2007-10-07"], work: ["2007-09-29", "2007-09-30"] },
    ],
  },
  {
    year: 2008, announces: true,
    paper: { title: "国务院办公厅关于2008年部分节假日安排的通知", number: null, dated: "2007-12-18" },
    arrangements: [
      { feasts: ["new-year"], off: ["2007-12-30/2008-01-01"], work: ["2007-12-29"] },
      { feasts: ["spring-festival"], off: ["2008-02-06/2008-02-12"], work: ["2008-02-02", "2008-02-03"] },
      { feasts: ["tomb-sweeping"], off: ["2008-04-04/2008-04-06"], work: [] },
      { feasts: ["labour-day"], off: ["2008-05-01/2008-05-03"], work: ["2008-05-04"] },
      { feasts: ["dragon-boat"], off: ["2008-06-07/2008-06-09"], work: [] },
      { feasts: ["mid-autumn"], off: ["2008-09-13/2008-09-15"], work: [] },
      { feasts: ["national-day"], off: ["2008-09-29/2008-10-05"], work: ["2008-09-27", "2008-09-28"] },
    ],
  },
  {
    year: 2009, announces: true,
    paper: { title: "国务院办公厅关于2009年部分节假日安排的通知", number: "国办发明电〔2008〕42号", dated: "2008-12-10" },
    arrangements: [
      { feasts: ["new-year"], off: ["2009-01-01/2009-01-03"], work: ["2009-01-04"] },
      { feasts: ["spring-festival"], off: ["2009-01-25/2009-01-31"], work: ["2009-01-24", "2009-02-01"] },
      { feasts: ["tomb-sweeping"], off: ["2009-04-04/2009-04-06"], work: [] },
      { feasts: ["labour-day"], off: ["2009-05-01/2009-05-03"], work: [] },
      { feasts: ["dragon-boat"], off: ["2009-05-28/2009-05-30"], work: ["2009-05-31"] },
      { feasts: ["national-day", "mid-autumn"], off: ["2009-10-01/2009-10-08"], work: ["2009-09-27", "2009-10-10"] },
    ],
  },
  {
    year: 2010, announces: true,
    paper: { title: "国务院办公厅关于2010年部分节假日安排的通知", number: "国办发明电〔2009〕27号", dated: "2009-12-07" },
    arrangements: [
      { feasts: ["new-year"], off: ["2010-01-01/2010-01-03"], work: [] },
      { feasts: ["spring-festival"], off: ["2010-02-13/2010-02-19"], work: ["2010-02-20", "2010-02-21"] },
      { feasts: ["tomb-sweeping"], off: ["2010-04-03/2010-04-05"], work: [] },
      { feasts: ["labour-day"], off: ["2010-05-01/2010-05-03"], work: [] },
      { feasts: ["dragon-boat"], off: ["2010-06-14/2010-06-16"], work: ["2010-06-12", "2010-06-13"] },
      { feasts: ["mid-autumn"], off: ["2010-09-22/2010-09-24"], work: ["2010-09-19", "2010-09-25"] },
      { feasts: ["national-day"], off: ["2010-10-01/2010-10-07"], work: ["2010-09-26", "2010-10-09"] },
    ],
  },
  {
    year: 2011, announces: true,
    paper: { title: "国务院办公厅关于2011年部分节假日安排的通知", number: "国办发明电〔2010〕40号", dated: "2010-12-09" },
    arrangements: [
      { feasts: ["new-year"], off: ["2011-01-01/2011-01-03"], work: [] },
      { feasts: ["spring-festival"], off: ["2011-02-02/2011-02-08"], work: ["2011-01-30", "2011-02-12"] },
      { feasts: ["tomb-sweeping"], off: ["2011-04-03/2011-04-05"], work: ["2011-04-02"] },
      { feasts: ["labour-day"], off: ["2011-04-30/2011-05-02"], work: [] },
      { feasts: ["dragon-boat"], off: ["2011-06-04/2011-06-06"], work: [] },
      { feasts: ["mid-autumn"], off: ["2011-09-10/2011-09-12"], work: [] },
      { feasts: ["national-day"], off: ["2011-10-01/2011-10-07"], work: ["2011-10-08", "2011-10-09"] },
    ],
  },
  {
    year: 2012, announces: true,
    paper: { title: "国务院办公厅关于2012年部分节假日安排的通知", number: "国办发明电〔2011〕45号", dated: "2011-12-05" },
    arrangements: [
      { feasts: ["new-year"], off: ["2012-01-01/2012-01-03"], work: ["2011-12-31"] },
      { feasts: ["spring-festival"], off: ["2012-01-22/2012-01-28"], work: ["2012-01-21", "2012-01-29"] },
      { feasts: ["tomb-sweeping"], off: ["2012-04-02/2012-04-04"], work: ["2012-03-31", "2012-04-01"] },
      { feasts: ["labour-day"], off: ["2012-04-29/2012-05-01"], work: ["2012-04-28"] },
      { feasts: ["dragon-boat"], off: ["2012-06-22/2012-06-24"], work: [] },
      { feasts: ["mid-autumn", "national-day"], off: ["2012-09-30/2012-10-07"], work: ["2012-09-29"] },
    ],
  },
  {
    year: 2013, announces: true,
    paper: { title: "国务院办公厅关于2013年部分节假日安排的通知", number: "国办发明电〔2012〕33号", dated: "2012-12-08" },
    arrangements: [
      { feasts: ["new-year"], off: ["2013-01-01/2013-01-03"], work: ["2013-01-05", "2013-01-06"] },
      { feasts: ["spring-festival"], off: ["2013-02-09/2013-02-15"], work: ["2013-02-16", "2013-02-17"] },
      { feasts: ["tomb-sweeping"], off: ["2013-04-04/2013-04-06"], work: ["2013-04-07"] },
      { feasts: ["labour-day"], off: ["2013-04-29/2013-05-01"], work: ["2013-04-27", "2013-04-28"] },
      { feasts: ["dragon-boat"], off: ["2013-06-10/2013-06-12"], work: ["2013-06-08", "2013-06-09"] },
      { feasts: ["mid-autumn"], off: ["2013-09-19/2013-09-21"], work: ["2013-09-22"] },
      { feasts: ["national-day"], off: ["2013-10-01/2013-10-07"], work: ["2013-09-29", "2013-10-12"] },
    ],
  },
  {
    year: 2014, announces: true,
    paper: { title: "国务院办公厅关于2014年部分节假日安排的通知", number: "国办发明电〔2013〕28号", dated: "2013-12-11" },
    arrangements: [
      { feasts: ["new-year"], off: ["2014-01-01"], work: [] },
      { feasts: ["spring-festival"], off: ["2014-01-31/2014-02-06"], work: ["2014-01-26", "2014-02-08"] },
      { feasts: ["tomb-sweeping"], off: ["2014-04-05", "2014-04-07"], work: [] },
      { feasts: ["labour-day"], off: ["2014-05-01/2014-05-03"], work: ["2014-05-04"] },
      { feasts: ["dragon-boat"], off: ["2014-06-02"], work: [] },
      { feasts: ["mid-autumn"], off: ["2014-09-08"], work: [] },
      { feasts: ["national-day"], off: ["2014-10-01/2014-10-07"], work: ["2014-09-28", "2014-10-11"] },
    ],
  },
  {
    year: 2015, announces: true,
    paper: { title: "国务院办公厅关于2015年部分节假日安排的通知", number: "国办发明电〔2014〕28号", dated: "2014-12-16" },
    arrangements: [
      { feasts: ["new-year"], off: ["2015-01-01/2015-01-03"], work: ["2015-01-04"] },
      { feasts: ["spring-festival"], off: ["2015-02-18/2015-02-24"], work: ["2015-02-15", "2015-02-28"] },
      { feasts: ["tomb-sweeping"], off: ["2015-04-05", "2015-04-06"], work: [] },
      { feasts: ["labour-day"], off: ["2015-05-01"], work: [] },
      { feasts: ["dragon-boat"], off: ["2015-06-20", "2015-06-22"], work: [] },
      { feasts: ["mid-autumn"], off: ["2015-09-27"], work: [] },
      { feasts: ["national-day"], off: ["2015-10-01/2015-10-07"], work: ["2015-10-10"] },
    ],
  },
  {
    year: 2015, announces: false,
    paper: { title: "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知", number: "国发明电〔2015〕1号", dated: "2015-05-13" },
    arrangements: [
      { feasts: ["victory-70"], off: ["2015-09-03/2015-09-05"], work: ["2015-09-06"] },
    ],
  },
  {
    year: 2016, announces: true,
    paper: { title: "国务院办公厅关于2016年部分节假日安排的通知", number: "国办发明电〔2015〕18号", dated: "2015-12-10" },
    arrangements: [
      { feasts: ["new-year"], off: ["2016-01-01"], work: [] },
      { feasts: ["spring-festival"], off: ["2016-02-07/2016-02-13"], work: ["2016-02-06", "2016-02-14"] },
      { feasts: ["tomb-sweeping"], off: ["2016-04-04"], work: [] },
      { feasts: ["labour-day"], off: ["2016-05-01", "2016-05-02"], work: [] },
      { feasts: ["dragon-boat"], off: ["2016-06-09/2016-06-11"], work: ["2016-06-12"] },
      { feasts: ["mid-autumn"], off: ["2016-09-15/2016-09-17"], work: ["2016-09-18"] },
      { feasts: ["national-day"], off: ["2016-10-01/2016-10-07"], work: ["2016-10-08", "2016-10-09"] },
    ],
  },
];
