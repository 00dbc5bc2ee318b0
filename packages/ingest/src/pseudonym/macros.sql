-- HMAC-SHA256 (RFC 2104) in hexadecimal, of a text, by a key in its two paddings.
create or replace temp macro hmac_sha256(inner_pad, outer_pad, message) as
    sha256(outer_pad || unhex(sha256(inner_pad || encode(message))));

-- The pseudonym that a later key of the chain makes of the one before it.
create or replace temp macro next_pseudonym(inner_pad, outer_pad, person) as
    left(hmac_sha256(inner_pad::blob, outer_pad::blob, person::varchar), 32)::uuid;

-- The check digit of ten digits (Luhn, modulus 10): every other digit is doubled, from the first, and a double of two
-- digits is their sum. Written out, since a lambda over lists costs ten times as much.
create or replace temp macro doubled(digit) as digit * 2 - case when digit > 4 then 9 else 0 end;
create or replace temp macro digit_at(ten, place) as substr(ten, place, 1)::integer;
create or replace temp macro luhn_holds(ten) as (
    doubled(digit_at(ten, 1)) + digit_at(ten, 2) + doubled(digit_at(ten, 3)) + digit_at(ten, 4)
    + doubled(digit_at(ten, 5)) + digit_at(ten, 6) + doubled(digit_at(ten, 7)) + digit_at(ten, 8)
    + doubled(digit_at(ten, 9)) + digit_at(ten, 10)) % 10 = 0;
