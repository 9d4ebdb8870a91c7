-- A cluster reads no table that goes by county inside a function in the language SQL: what is told of a code comes from another one.
create or replace function document_of_code(in_county text, in_code text)
  returns table (kind text, issuer text, number text, state text, in_force_from date, until_day date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select a.kind, a.issuer, a.number, v.value ->> 'state', (v.value ->> 'in_force_from')::date, (v.value ->> 'until')::date
    from kind_document_act a join kind_document d on d.county = a.county and d.id = a.document,
      jsonb_array_elements(d.standing -> 'versions') v
    where a.county = in_county and d.county = in_county and a.code = in_code and (v.value ->> 'version')::integer = a.version;
end $$;
