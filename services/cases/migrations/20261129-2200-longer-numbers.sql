-- A day of the calendar has its numbers for all years together: where those of five digits are mostly taken, a case gets one of six or seven.
alter table cases.case drop constraint case_number_check, add constraint case_number_check check (number ~ '^[0-9]{4}-[0-9]{5,7}$');
