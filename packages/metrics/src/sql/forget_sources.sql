-- What the units were made of, and nothing after them reads.
drop table attended;
drop table session;
drop table anonymous_visit;
drop table lok_visit;
drop table statement;
drop table person_attribute;
drop table stay;
drop table association_tie;
