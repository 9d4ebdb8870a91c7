-- What an office asked about restrictions is found by the office: its inbox looks for those that were answered.
create index over_control_act_office on over_control_act (office, subject);
