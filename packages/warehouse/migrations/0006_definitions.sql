-- Every version of a definition as it was when it was first published: one that is changed needs a new version.
create table published_definition (
    indicator varchar not null,
    version integer not null,
    sha256 varchar not null, -- of what decides the figure, in words and SQL
    publication varchar not null
);
