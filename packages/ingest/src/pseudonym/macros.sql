-- HMAC-SHA256 (RFC 2104) in hexadecimal, of a text, by a key in its two paddings.
create or replace temp macro hmac_sha256(inner_pad, outer_pad, message) as
    sha256(outer_pad || unhex(sha256(inner_pad || encode(message))));

-- The check digit of ten digits (Luhn, modulus 10): every other digit is doubled, from the first.
create or replace temp macro luhn_holds(ten) as list_sum(list_transform(range(1, 11), lambda place:
    case when place % 2 = 0 then substr(ten, place, 1)::integer
        else (substr(ten, place, 1)::integer * 2) // 10 + (substr(ten, place, 1)::integer * 2) % 10 end)) % 10 = 0;
