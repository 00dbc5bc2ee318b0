-- Whoever no row speaks of any longer is nobody here.

create or replace temp table spoken_of as
select person from participants
union
select person from attendance where person is not null
union
select person from engagements
union
select person from statuses
union
select person from memberships
union
select person from surveys;

delete from people_set_person where person not in (select person from spoken_of);
delete from person where person not in (select person from spoken_of);
drop table spoken_of;
