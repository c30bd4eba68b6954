-- When the time of keeping is over nothing that anybody wrote stays: the title goes too, and what was said and answered goes as rows.
grant update (title) on cases.case to anxin_server;
grant delete on cases.said, cases.answer to anxin_server;
