-- What was counted is of no use once it has been, and what follows needs the memory. Disclosure control asks for
-- `counted_person`.
drop view if exists unit;
drop table participation;
drop table first_visit;
drop table anonymous_attendance;
drop table enrolment;
drop table association_life;
drop table association_life_at_start;
drop table self_efficacy_pair;
drop table followup;
drop table first_outcome;
drop table followed;
drop table incidence;
drop table tally;
drop table people_part;
drop table cell;
drop table figure_part;
drop table figure_membership;
