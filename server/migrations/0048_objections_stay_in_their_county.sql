-- An objection lies with its county, the order it is about with the figures and policy of all: on a cluster these are two servers,
-- and no key reaches from one to the other. The command that keeps an objection asks for the order first.
alter table order_objection drop constraint if exists order_objection_control_order_fkey;
